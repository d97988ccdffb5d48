"""The words by which a document names a country's forces in passing become names of the force."""

from collections.abc import Callable

import pytest
from tests.read.reading import Read
from tests.read.sentences import tree_of

from testimonia.read.reference.forces_named import forces_in_passing


@pytest.mark.parametrize(
    ("words", "phrases"),
    [
        (("Malian ADJ 2 amod", "army NOUN 2 compound", "base NOUN -1 root"), ["Malian army"]),
        (("Malian ADJ 2 amod", "military ADJ 2 amod", "vehicle NOUN -1 root"), ["Malian military"]),
        (("Malian ADJ 2 amod", "army NOUN 2 compound", "radio NOUN -1 root"), []),
        (("Malian ADJ 2 amod", "military ADJ 2 amod", "ethics NOUN -1 root"), []),
        (("rebel ADJ 2 amod", "army NOUN 2 compound", "base NOUN -1 root"), []),
    ],
)
def test_a_compound_names_the_force_whose_thing_it_is(words: tuple[str, ...], phrases: list[str]) -> None:
    assert [told.phrase for told in forces_in_passing(tree_of(*words), named=lambda i: None)] == phrases


def names_of(text: str, read: Callable[..., Read], *, kind: str = "state_force") -> list[set[str]]:
    """Give the names of each body of a kind in a text."""
    return [set(referent.names) for referent in read(text).reading.referents if referent.kind == kind]


def test_a_force_has_every_name_that_its_document_gives_it(read: Callable[..., Read]) -> None:
    text = "Malian forces withdrew from Gao. Rebels attacked a Malian army base. A mine hit two Malian military vehicles."
    assert names_of(text, read) == [{"Malian forces", "Malian army", "Malian military"}]


def test_a_branch_is_not_the_forces_and_a_party_is_not_the_army(read: Callable[..., Read]) -> None:
    text = "Rebels shot down a Nigerian Air Force jet. Nigerian troops killed ten fighters in Borno."
    assert names_of(text, read) == [{"Nigerian Air Force"}, {"Nigerian troops"}]
    text = "The Lebanese Forces opposed the agreement. The Lebanese army deployed in Tripoli. Lebanese troops arrested three men."
    assert {"Lebanese army", "Lebanese troops"} in names_of(text, read)
