"""Addresses are valid whatever an id holds."""

from hypothesis import given
from hypothesis import strategies as st

from testimonia.publish.exports.namespaces import thing


@given(st.text())
def test_an_address_holds_only_what_addresses_may_hold(identifier: str) -> None:
    address = thing(identifier)
    assert address.startswith("urn:testimonia:")
    assert address.isascii()
    assert not set(address) & set(' <>"{}|\\^`\n')


def test_half_of_a_pair_does_not_break_it() -> None:
    assert thing("\ud800") == "urn:testimonia:%3F"
