"""Names of ordinary words in a text in capitals, and what beside them is no part of a name."""

import pytest

from testimonia.read.names.capital_names import headed_names, people_after, told_names
from testimonia.read.names.capitals import is_unspeakable, restore_case
from testimonia.read.parser.session import load_parser


def written(text: str) -> str:
    """Give a text in capitals small letters, on one line."""
    return " ".join(restore_case(text, parser=load_parser()).split())


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "TAMIL PEOPLE'S LIBERATION FRONT URBAN GUERRILLAS THREW A GRENADE AT A JEEP IN JAFFNA.",
            "People's Liberation Front urban guerrillas",
        ),
        ("THE ARMY OF NATIONAL LIBERATION KIDNAPPED THE MAYOR OF LEON ON TUESDAY.", "The Army of National Liberation kidnapped the mayor"),
        ("THE OMAR TORRES PATRIOTIC FRONT SAID IT HAD BOMBED A BANK IN COLON.", "The Omar Torres Patriotic Front said"),
        ("THE POLICE IN DAVAO SAID THAT RISING SUN MEMBERS HAD KILLED A JUDGE. RISING SUN DENIED IT.", "Rising Sun members had"),
        ('THE "GREEN STAR" COLUMN AMBUSHED A CONVOY NEAR KEREN, AND GREEN STAR MEN FLED.', "and Green Star men"),
        (
            "THE XXII FRONT AND THE 3D INFANTRY BRIGADE CLASHED AT DAWN NEAR THE CAPITAL.",
            "The XXII Front and the 3d Infantry Brigade clashed",
        ),
        ("THE ARMY SAID THAT THE EPL AND THE ELN HAD ATTACKED A TRUCK IN CAUCA.", "the EPL and the ELN had"),
        ("THE BASQUE SEPARATIST GROUP ETA SAID THAT IT HAD PLACED THE BOMB IN BILBAO.", "group ETA said"),
    ],
)
def test_a_name_of_ordinary_words_is_written_as_one(text: str, words: str) -> None:
    assert words in written(text)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("A REVOLUTIONARY MOVEMENT NEEDS LEADERS, A TEACHER IN HARARE SAID ON FRIDAY.", "A revolutionary movement needs leaders"),
        ("A BLACK FLAG WAS RAISED OVER THE TOWN HALL OF GAO BEFORE THE ELECTION.", "A black flag was raised"),
        ("THE YOUNG PEOPLE OF THE VALLEY OF SWAT LEFT AT DAWN, A DOCTOR SAID.", "The young people of the"),
        ("A WAR WITHOUT END IS WHAT THE PRIEST CALLED IT WHEN HE SPOKE IN JUBA.", "A war without end"),
    ],
)
def test_ordinary_words_stay_small(text: str, words: str) -> None:
    assert words in written(text)


@pytest.mark.parametrize(
    ("word", "expected"), [("ELN", True), ("FMLN", True), ("MRTA", True), ("NORD", False), ("ETA", False), ("NKOMO", False)]
)
def test_what_nobody_can_say_is_an_acronym(word: str, expected: bool) -> None:
    assert is_unspeakable(word) is expected


def test_the_parts_agree_on_one_sentence() -> None:
    [tokens] = [s.tokens for s in load_parser().parse_text("THE NUBA LIBERATION FRONT GUERRILLAS FLED.", start=0, end=42)]
    named = [t.text in ("NUBA", "GUERRILLAS") for t in tokens]
    assert {tokens[i].text for i in headed_names(tokens, named)} == {"NUBA", "LIBERATION", "FRONT"}
    assert {tokens[i].text for i in people_after(tokens, named, frozenset())} == {"GUERRILLAS"}
    assert list(told_names([tokens])) == []
