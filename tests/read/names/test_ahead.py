"""What stands ahead in a run of words."""

import pytest

from testimonia.read.names.ahead import capital_at, ends_in_head, last_of_run, person_follows, run_of
from testimonia.read.names.pieces import cut_pieces


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("of Luis Vega left", True),
        ("of Father Pedro Ruiz left", True),
        ("of Tengo Marabi", True),
        ("of Goma", False),
        ("of Upper Karabi", False),
        ("of Burkina Faso", False),
        ("of Iraqi Kurdistan", False),
        ("of Holy Shrines", False),
        ("of Arakan Army", False),
        ("the Luis Vega", False),
        ("of Luis, Vega", False),
    ],
)
def test_several_words_that_no_list_has_are_a_person(text: str, person: bool) -> None:
    assert person_follows(cut_pieces(text, start=0, end=len(text)), 1) is person


def test_a_run_ends_at_its_last_capitalised_word() -> None:
    text = "Army of the Coast Brigade left"
    pieces = cut_pieces(text, start=0, end=len(text))
    assert run_of(pieces, 0) == "Army of the Coast Brigade"
    assert last_of_run(pieces, 3) == "brigade"
    assert ends_in_head(pieces, 3)
    assert not capital_at(pieces, 5)
    assert not capital_at(pieces, 99)
