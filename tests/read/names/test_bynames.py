"""Whether words before a name make it another name of the one before."""

import pytest

from testimonia.read.names.bynames import byname_owner


@pytest.mark.parametrize(
    "between",
    [", alias ", ' (alias "', ", better known as ", ", nom de guerre ", ", known by the alias ", ", whose nom de guerre was ", " a.k.a. "],
)
def test_words_for_a_byname_lead_back_to_the_name_before(between: str) -> None:
    text = f"Suresh Ranatunga{between}Kittu"
    assert byname_owner(text, text.index("Kittu")) == len("Suresh Ranatunga")


@pytest.mark.parametrize("between", [" and ", ", who knew ", " as "])
def test_other_words_make_no_byname(between: str) -> None:
    text = f"Suresh Ranatunga{between}Kittu"
    assert byname_owner(text, text.index("Kittu")) is None
