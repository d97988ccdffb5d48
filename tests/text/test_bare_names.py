"""Names alone, told from descriptions."""

import pytest

from testimonia.text.bare_names import is_bare_name


@pytest.mark.parametrize("words", ["Amina Yusuf", "Juan de la Cruz", "Thiha", "أمينة يوسف"])
def test_a_name_alone_is_one(words):
    assert is_bare_name(words)


@pytest.mark.parametrize("words", ["a resident of Goma", "Malian soldiers", "Residents", "", "12"])
def test_a_description_is_none(words):
    assert not is_bare_name(words)
