"""Tolls told afterwards: which happening they are of, and that no toll is told twice."""

from collections.abc import Callable
from dataclasses import replace

from tests.read.reading import Read

from testimonia.read.events.event_drafts import EventDraft
from testimonia.read.events.told_tolls import without_doubles

NOUN = EventDraft("ASSAULT", None, 5, 20, 10, "toll_phrases.read_tolls", "toll")


def test_a_toll_takes_place_and_time_from_what_was_told_and_says_which(read: Callable[..., Read]) -> None:
    reports = read("A bomb exploded in Jolo on 3 May 2016.\n\nHospital staff registered nine dead.").reading.reports
    [toll] = [r for r in reports if r.figures]
    assert toll.when is not None and (toll.when.edtf, toll.when.basis) == ("2016-05-03", "derived")
    assert [p.words for p in toll.where] == ["Jolo"]
    assert any("exploded" in note for note in toll.proposal.notes)


def test_a_toll_does_not_say_who_did_it_or_what_was_hit(read: Callable[..., Read]) -> None:
    reports = read("Gunmen attacked a market in Jolo on 3 May 2016. Hospital staff registered nine dead.").reading.reports
    [toll] = [r for r in reports if r.figures]
    assert (toll.target, toll.initiator) == ((), ())


def test_a_toll_noun_that_an_account_has_taken_up_is_left_out() -> None:
    account = replace(NOUN, rule="told_tolls.read_told_tolls")
    assert without_doubles([NOUN, account]) == [account]


def test_a_toll_that_belongs_to_an_event_of_the_sentence_stays() -> None:
    own, account = replace(NOUN, part_of=3), replace(NOUN, at=40, rule="told_tolls.read_told_tolls")
    assert without_doubles([own, account]) == [own, account]
