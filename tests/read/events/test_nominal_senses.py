"""Nouns of event have other senses, in which they tell of no arms."""

from collections.abc import Callable

import pytest
from tests.read.reading import Read


@pytest.mark.parametrize(
    "text",
    [
        "The senator died of a heart attack in Manila on 3 May 2005.",
        "Teachers announced a strike over pay in Gulu on 3 May 2005.",
        "Surgeons carried out an operation on the minister in Bogotá on 3 May 2005.",
    ],
)
def test_another_sense_is_no_assault(read: Callable[..., Read], text: str) -> None:
    assert "ASSAULT" not in {report.type for report in read(text).reading.reports}


def test_what_ends_is_no_happening(read: Callable[..., Read]) -> None:
    reports = read("On 3 May 2005 the Moro Front and the government signed a cessation of hostilities in Jolo.").reading.reports
    assert {report.type for report in reports} == {"AGREE"}


def test_the_armed_sense_is_one(read: Callable[..., Read]) -> None:
    reports = read("Rebels carried out an attack on a barracks in Jolo on 3 May 2005.").reading.reports
    assert [report.type for report in reports] == ["ASSAULT"]
