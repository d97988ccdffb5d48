"""An entry of the register of groups names somebody."""

import pytest

from testimonia.errors import RecordError
from testimonia.model.known_group import KnownGroup


def test_an_entry_needs_an_id_and_a_name():
    assert KnownGroup("gam", "Free Aceh Movement", ("Gerakan Aceh Merdeka",)).names == ("Gerakan Aceh Merdeka",)
    for given in (("", "Free Aceh Movement"), ("gam", " ")):
        with pytest.raises(RecordError, match="needs an id and a name"):
            KnownGroup(*given)
