"""A text in capitals gets small letters where a newspaper would write them, and keeps every letter in its place."""

import pytest

from testimonia.read.names.capitals import is_in_capitals, restore_case
from testimonia.read.parser.session import load_parser

CABLE = """   MANILA, 4 JUN 91 (PNA) -- THE PHILIPPINE ARMY SAID TODAY THAT REBELS OF THE NEW PEOPLE'S ARMY (NPA) ATTACKED A
TOWN HALL IN MINDANAO.  TWO SOLDIERS AND A FRENCH NUN, SISTER MARIE LEFEVRE, WERE WOUNDED.

   THE NPA REBELS USED AN M-16 RIFLE ON THE 3D DAY, PRESIDENT AQUINO'S SPOKESMAN SAID."""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (CABLE, True),
        (CABLE.capitalize(), False),
        ("UNITED NATIONS\nS/2016/204", False),  # too few letters to tell
        ("AL-SHABAAB ATTACKS HOTEL IN MOGADISHU CENTRE\nFighters of the group entered the hotel at noon on Friday.", False),
        ("قال الجيش إن قواته انسحبت من الوادي اليوم بعد معارك استمرت ثلاثة أيام", False),
        ("", False),
    ],
)
def test_only_a_text_wholly_in_capitals_is_one(text: str, expected: bool) -> None:
    assert is_in_capitals(text) is expected


def test_only_the_case_of_letters_changes() -> None:
    written = restore_case(CABLE, parser=load_parser())
    assert written.upper() == CABLE
    assert len(written) == len(CABLE)


@pytest.mark.parametrize(
    "words",
    [
        "Philippine Army",
        "said today that rebels of",
        "New People's Army (NPA) attacked",
        "Mindanao",
        "Two soldiers and a French nun",
        "Marie Lefevre",
        "The NPA rebels used an M-16 rifle",
        "4 Jun 91",
        "Aquino's spokesman said",
    ],
)
def test_names_acronyms_and_sentences_are_written_as_a_newspaper_would(words: str) -> None:
    assert words in " ".join(restore_case(CABLE, parser=load_parser()).split())


def test_an_acronym_before_its_full_name_in_brackets_keeps_its_capitals() -> None:
    text = "THE POLICE SAID THAT EOKA [NATIONAL ORGANISATION OF CYPRIOT FIGHTERS] MEN HAD FIRED ON A PATROL NEAR NICOSIA ON FRIDAY."
    written = restore_case(text, parser=load_parser())
    assert "EOKA [National Organisation of Cypriot Fighters] men had fired" in written
    assert "Nicosia on Friday." in written


def test_a_letter_whose_small_form_is_longer_stays_as_it_is() -> None:
    text = "THE GOVERNOR OF İZMİR SAID ON MONDAY THAT THE ROAD TO THE PORT HAD BEEN OPENED AGAIN."
    assert len(restore_case(text, parser=load_parser())) == len(text)
