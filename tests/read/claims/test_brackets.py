"""What a bracket after a name gives: other names with their language and kind, or nothing."""

import pytest

from testimonia.read.claims.brackets import names_in_bracket

NAME = "Free Aceh Movement"


@pytest.mark.parametrize(
    ("inside", "expected"),
    [
        ("Indonesian: Gerakan Aceh Merdeka, GAM", [("Gerakan Aceh Merdeka", "id", "alias"), ("GAM", "en", "acronym")]),
        ("Spanish: Frente Libre", [("Frente Libre", "es", "alias")]),
        ("Pashto: Da Azadi Ghurzang", [("Da Azadi Ghurzang", "ps-Latn", "alias")]),
        ("formerly the Aceh Front", [("Aceh Front", "en", "former")]),
        ("abbreviated FAM", [("FAM", "en", "acronym")]),
        ("acronym: FAM", [("FAM", "en", "acronym")]),
        ("nom de guerre: Tiburon", [("Tiburon", "en", "nickname")]),
        ("also known as Free Aceh", [("Free Aceh", "en", "alias")]),
        ("FAM", [("FAM", "en", "acronym")]),
    ],
)
def test_a_bracket_gives_other_names(inside: str, expected: list[tuple[str, str, str]]) -> None:
    text = f"The {NAME} ({inside}) was founded in 1976."
    found = list(names_in_bracket(text, text.index(NAME) + len(NAME), NAME))
    assert [(other.name, other.language, other.kind) for other in found] == expected
    assert all(other.name in text[other.start : other.end] for other in found)


@pytest.mark.parametrize(
    "inside", ["see below", "1976", "statement in Malay: see below", "formerly of the council", "based in Sweden", "Cauca"]
)
def test_a_bracket_with_other_words_gives_no_name(inside: str) -> None:
    text = f"The {NAME} ({inside}) was founded."
    assert not list(names_in_bracket(text, text.index(NAME) + len(NAME), NAME))


def test_a_bracket_further_on_belongs_to_something_else() -> None:
    text = f"The {NAME} fought the army (TNI) for years."
    assert not list(names_in_bracket(text, text.index(NAME) + len(NAME), NAME))
