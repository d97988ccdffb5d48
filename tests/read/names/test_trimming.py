"""What of a run of capitalised words is its name: titles, adjectives of peoples and languages are none of it."""

import pytest

from testimonia.read.names.pieces import cut_pieces
from testimonia.read.names.trimming import trimmed


def parts(text: str, before: str = "") -> list[str]:
    """Trim a whole text as one run."""
    return [" ".join(p.core for p in part) for part in trimmed(cut_pieces(text, start=0, end=len(text)), before=before)]


@pytest.mark.parametrize(
    ("text", "before", "left"),
    [
        ("Muslim Sanjak", "rebels", ["Sanjak"]),
        ("Muslim Sanjak", "said", ["Muslim Sanjak"]),
        ("Muslim Brotherhood", "movement", ["Muslim Brotherhood"]),
        ("Pakistani Taliban", "fighters", ["Pakistani Taliban"]),
        ("South-Eastern Chechen Shatoy", "district", ["Shatoy"]),
        ("South Kivu", "province", ["South Kivu"]),
        ("Spanish Ejército Rojo", "", ["Ejército Rojo"]),
    ],
)
def test_adjectives_before_a_name_fall_away_where_a_noun_tells_what_it_is(text: str, before: str, left: list[str]) -> None:
    assert parts(text, before) == left


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("15th Brigade Colonel Assimi Goïta", ["15th Brigade", "Assimi Goïta"]),
        ("Social Affairs Minister Virginie Baikoua", ["Virginie Baikoua"]),
        ("Central General Staff", ["Central General Staff"]),
        ("Northern Command General Juan Orlando", ["Northern Command", "Juan Orlando"]),
    ],
)
def test_titles_fall_away_with_what_belongs_to_them(text: str, left: list[str]) -> None:
    assert parts(text) == left


def test_a_rank_after_a_country_is_no_part_of_it() -> None:
    assert parts("Burundi General,") == ["Burundi"]
