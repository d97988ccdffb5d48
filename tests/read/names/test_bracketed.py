"""Names that a bracket closes or holds."""

import pytest

from testimonia.read.names.bracketed import bracketed_names


def names(text: str) -> list[str]:
    """List the names found."""
    return [text[start:end] for start, end in bracketed_names(text, ())]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("It left the Pact for Hope and Work in Casamance (PETC).", "Pact for Hope and Work in Casamance"),
        ("The Pact for Bread, Peace and Land (PPT) fell.", "Pact for Bread, Peace and Land"),
        ("Fighters of the Union for the Rebirth of the North (URDN) fled.", "Union for the Rebirth of the North"),
        ("In Bangui the Movement for Renewal in Ouham (MRO) fled.", "Movement for Renewal in Ouham"),
        ("She left the Karen Army and the Front for Work in Kayah (FTKY).", "Front for Work in Kayah"),
        ("the Mountain Self-Defence Group and Allies (GATIM) agreed", "Mountain Self-Defence Group and Allies"),
        ("the Tribunal for the former Yugoslavia in Europe (ICTY) sat", "Tribunal for the former Yugoslavia in Europe"),
        ("the North Front (Spanish: Frente del norte, FN) fled", "Frente del norte"),
        ("The MCR (Mouvement citoyen du Rwenzori) fled", "Mouvement citoyen du Rwenzori"),
    ],
)
def test_a_bracket_closes_or_holds_a_name(text: str, name: str) -> None:
    assert names(text) == [name]


@pytest.mark.parametrize(
    "text",
    [
        "He lives in Lyon and in Goma (DRC).",
        "They met the Army and Hezb (HZB).",
        "Rebels and the Karen Army (KNLA) left.",
        "The army and the rebels (both sides) left.",
        "It was founded in Paris (France) and in Lyon (2004).",
        "Luis Vega of the press said so (AFP).",
        "The law (Official Gazette) was read.",
        "the UN (the organisation of states) left",
        "(Spanish: n/a)",
        "()((((",
        "",
    ],
)
def test_other_brackets_close_no_name(text: str) -> None:
    assert names(text) == []


def test_a_name_known_by_its_initials_is_left_alone() -> None:
    text = "the Pact for Hope and Work in Casamance (PETC)"
    assert list(bracketed_names(text, [text.index("PETC")])) == []
