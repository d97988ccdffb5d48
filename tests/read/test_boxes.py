"""Fact boxes are found before anything is parsed, also where the marks between their labels and values are lost."""

import pytest

from testimonia.read.boxes import boxed_names, find_facts, pieces, unmarked_lines
from testimonia.read.names.given_names import GivenName

BOX = "Highland Column\nFounded1984\nAlliesCoast Militia\nRiver Brigade (until 1990)\nBattles and warsthe war\n\nThe column fought on."


def _values(text: str) -> list[tuple[str, list[str]]]:
    return [(fact.label.code, [text[a:b] for a, b in fact.values]) for fact in find_facts(text)]


def test_labels_run_together_with_their_values_are_told_apart() -> None:
    assert _values(BOX) == [
        ("founded", ["1984"]),
        ("allied_with", ["Coast Militia", "River Brigade (until 1990)"]),
        ("", []),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Allies Coast Militia\n\nFounded 1984\n",
        "Leaders Meet in Geneva\nThe two sides met on Monday.\n",
        "The column was Founded 1984\nand Allies Coast Militia",
        "Leadership\nIdeology\nAllies\nStrength\n",
        "",
    ],
)
def test_words_without_a_mark_are_no_label_where_no_second_one_stands_near(text: str) -> None:
    assert not [fact for fact in find_facts(text) if fact.values]


def test_a_marked_line_is_a_fact_by_itself() -> None:
    assert _values("Founded: 1984\n\nIt fought.") == [("founded", ["1984"])]
    assert _values("| Allies | Coast Militia |\n") == [("allied_with", ["Coast Militia"])]
    assert _values("Allies: none\n") == []


def test_a_long_line_is_a_paragraph() -> None:
    assert not find_facts("Founded: " + "x" * 1000)


def test_each_line_without_a_mark_gives_its_value() -> None:
    lines = unmarked_lines(BOX, find_facts(BOX))
    assert [BOX[a:b] for a, b in lines.values()] == ["1984", "Coast Militia", "River Brigade (until 1990)", ""]
    assert all(start == 0 or BOX[start - 1] == "\n" for start in lines)


def test_values_are_cut_at_commas_outside_brackets() -> None:
    text = "Coast Militia, River Brigade (1980, 1990); Hill Front"
    assert [text[a:b] for a, b in pieces(text, 0, len(text))] == ["Coast Militia", "River Brigade (1980, 1990)", "Hill Front"]


def test_names_in_boxes_are_bodies_or_persons_and_no_descriptions() -> None:
    text = "Highland Column\nFounded 1984\nOpponents Peru\nCoast Militia\nlocal gangs\nVarious Militias\n"
    assert [text[name.start : name.end] for name in boxed_names(text)] == ["Coast Militia"]
    known = [GivenName(text.index("Coast"), text.index("Coast") + 5, "place")]
    assert boxed_names(text, known) == []
