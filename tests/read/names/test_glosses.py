"""Whether a bracket or a comma makes a name another name of the body before it."""

import pytest

from testimonia.read.names.glosses import gloss_owner, spelled_acronym


@pytest.mark.parametrize(
    "between",
    [" (Portuguese: ", " (in Turkish ", ", in Arabic ", " (Tamil: கடல்கள், ", " (Spanish: “", " (Kurdish for “", " [Basque: Herri Askea, "],
)
def test_a_language_before_a_name_leads_back_to_the_body(between: str) -> None:
    text = f"the Red Coast Front{between}Frelisa"
    assert gloss_owner(text, text.index("Frelisa"), "Frelisa") == len("the Red Coast Front")


@pytest.mark.parametrize("between", [" (", " and ", ", a Portuguese ", " (led by ", " spoke Arabic to "])
def test_without_a_language_as_label_there_is_no_gloss(between: str) -> None:
    text = f"the Red Coast Front{between}Frelisa"
    assert gloss_owner(text, text.index("Frelisa"), "Frelisa") is None


def test_a_country_is_no_gloss() -> None:
    assert gloss_owner("the Red Front (Spanish: Angola)", 24, "Angola") is None


@pytest.mark.parametrize(
    ("text", "name", "end"),
    [
        ("the ELK [Army of the Free Coast] fled", "Army of the Free Coast", 7),
        ("the ELK (the Army of the Free Coast) fled", "Army of the Free Coast", 7),
        ("the ELK (Free Coast) fled", "Free Coast", None),  # too short for letters of another language
        ("the ELK (Maria Elena Lopez) fled", "Maria Elena Lopez", None),
        ("the ELK (Army of the Free Coast in exile) fled", "Army of the Free Coast", None),
    ],
)
def test_a_name_in_brackets_spells_out_the_acronym_before(text: str, name: str, end: int | None) -> None:
    assert spelled_acronym(text, text.index(name), name) == end
