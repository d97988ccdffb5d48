"""Governments in small letters, and which state a text is about."""

from collections.abc import Callable

import pytest
from tests.read.reading import Read
from tests.read.sentences import tree_of

from testimonia.read.names.cast import Cast, Member
from testimonia.read.reference.governments import (
    codes_of,
    countries_in,
    countries_told,
    country_spoken_of,
    government_of,
    government_spoken_of,
    is_the_government,
    note_governments,
    standing_government,
    told_government,
)


def nobody(i: int) -> Member | None:
    """No token belongs to a name."""
    return None


@pytest.mark.parametrize(
    ("words", "phrase"),
    [
        (("Malian ADJ 1 amod", "government NOUN -1 root"), "Malian government"),
        (("government NOUN -1 root", "of ADP 2 case", "Chad PROPN 0 nmod"), "government of Chad"),
        (("rival ADJ 2 amod", "Libyan ADJ 2 amod", "government NOUN -1 root"), None),
        (("Malian ADJ 2 amod", "government NOUN 2 compound", "building NOUN -1 root"), None),
        (("rebel ADJ 1 amod", "government NOUN -1 root"), None),
    ],
)
def test_a_government_is_told_by_its_country(words: tuple[str, ...], phrase: str | None) -> None:
    tree = tree_of(*words)
    found = [told.phrase for i in range(len(words)) if (told := told_government(tree, i, named=nobody)) is not None]
    assert found == ([] if phrase is None else [phrase])


def test_a_government_is_one_member_whatever_words_name_it() -> None:
    cast = Cast("d-0", {}, {})
    for words in (("Malian ADJ 1 amod", "government NOUN -1 root"), ("Malian ADJ 1 amod", "authorities NOUN -1 root")):
        note_governments(tree_of(*words), cast=cast, named=nobody)
    told = told_government(tree_of("Malian ADJ 1 amod", "authorities NOUN -1 root"), 1, named=nobody)
    assert told is not None
    member = government_of(cast, told)
    assert member is standing_government(cast, "ML")
    assert member is not None
    assert set(member.names) == {"Malian government", "Malian authorities"}
    assert standing_government(cast, "TD") is None


def test_only_the_government_without_further_words_is_that_of_the_state_spoken_of() -> None:
    assert is_the_government(tree_of("the DET 1 det", "government NOUN -1 root"), 1)
    assert is_the_government(tree_of("the DET 2 det", "federal ADJ 2 amod", "government NOUN -1 root"), 2)
    assert not is_the_government(tree_of("the DET 2 det", "provincial ADJ 2 amod", "government NOUN -1 root"), 2)
    assert not is_the_government(tree_of("a DET 1 det", "government NOUN -1 root"), 1)


def test_a_country_is_spoken_of_where_no_other_is_named_nearly_as_often() -> None:
    assert country_spoken_of("Mali. Malian forces. Mali again. Chad.") == "ML"
    assert country_spoken_of("Mali. Malian forces. Mali again. Chad and Chad.") is None
    assert country_spoken_of("Mali.") is None


def test_countries_are_counted_by_name_and_adjective_and_labels_of_languages_are_not() -> None:
    assert countries_told("Chad's army met Chadian rebels in Sudan.") == (("TD", 2), ("SD", 1))
    assert countries_in("the front (French: Front du Nord) of Sri Lanka") == {"LK"}
    assert countries_in("In Cairo and New Delhi") == {"EG", "IN"}
    assert codes_of("Congolese") == ("CD", "CG")


def test_the_government_is_that_of_the_country_spoken_of(read: Callable[..., Read]) -> None:
    about = "The Malian government and Malian forces withdrew from Mali. "
    lines = read(f"{about}The group threatened the federal government.").reading
    assert [r.name for r in lines.referents if r.kind == "government"] == ["Malian government"]
    assert government_spoken_of(Cast("d-0", {}, {}), about) is None
