"""Joining what tells of one happening."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from testimonia.model.event import Figure
from testimonia.model.party import Party
from testimonia.read.events.event_drafts import EventDraft
from testimonia.read.events.event_joining import carry_on, join_drafts, take_in

FRONT, ARMY, GOMA = Party("Front", "r-1", "name", 0, 5), Party("army", None, "words", 20, 24), Party("Goma", "r-2", "name", 30, 34)
ATTACK = EventDraft(
    "ASSAULT", None, 0, 34, 10, "events.test", "attacked", initiator=(FRONT,), target=(ARMY,), where=(GOMA,), edtf="2012-11-20"
)
TOLL = EventDraft("ASSAULT", None, 15, 50, 40, "events.test", "killed", figures=(Figure("killed", None, 8, 8),))


def test_two_words_for_one_happening_become_one_report_with_what_each_adds() -> None:
    [one] = join_drafts([TOLL, ATTACK])
    assert (one.initiator, one.where, one.edtf, one.figures) == ((FRONT,), (GOMA,), "2012-11-20", TOLL.figures)
    assert (one.start, one.end) == (0, 50)


def test_what_differs_in_type_status_side_or_day_stays_apart() -> None:
    for other in (
        replace(TOLL, type="COERCE"),
        replace(TOLL, status="threatened", initiator=(FRONT,), where=(GOMA,)),
        replace(TOLL, initiator=(ARMY,)),
        replace(TOLL, edtf="2012-11-21"),
        replace(TOLL, start=60, end=80, at=70),
    ):
        assert len(join_drafts([ATTACK, other])) == 2


def test_a_toll_in_the_next_sentence_takes_time_and_place_from_the_one_before_and_says_so() -> None:
    [carried] = carry_on([replace(TOLL, start=60, end=80, at=70)], [ATTACK])
    assert (carried.edtf, carried.basis, carried.where) == ("2012-11-20", "derived", (GOMA,))


def test_nothing_is_carried_on_to_another_kind_of_event_or_from_one_that_did_not_happen() -> None:
    for found, told in (
        (replace(TOLL, type="COERCE"), ATTACK),
        (TOLL, replace(ATTACK, status="threatened")),
        (replace(TOLL, figures=()), ATTACK),
        (replace(TOLL, edtf="2013"), ATTACK),
    ):
        assert carry_on([found], [told]) == [found]


def test_without_an_event_before_nothing_changes() -> None:
    assert carry_on([TOLL], []) == [TOLL]


drafts = st.builds(
    lambda start, length, day, kind: replace(ATTACK, start=start, end=start + length, at=start, edtf=day, type=kind),
    st.integers(0, 40),
    st.integers(1, 40),
    st.sampled_from([None, "2012-11-20", "2012-11-21"]),
    st.sampled_from(["ASSAULT", "COERCE"]),
)


@given(st.lists(drafts, max_size=6))
def test_joining_loses_no_day_and_no_type_and_never_adds_a_report(found: list[EventDraft]) -> None:
    joined = join_drafts(found)
    assert len(joined) <= len(found)
    assert {d.type for d in joined} == {d.type for d in found}
    assert {d.edtf for d in joined} - {None} == {d.edtf for d in found} - {None}


def _taken(toll: EventDraft, *, text: str = " " * 100, one_voice: bool = True) -> list[EventDraft]:
    return take_in([replace(toll, start=60, end=80, at=70)], [ATTACK], text=text, same_voice=lambda a, b: one_voice)


def test_a_report_takes_in_the_bare_toll_that_follows_it_in_the_same_voice() -> None:
    [whole] = _taken(TOLL)
    assert (whole.figures, whole.end, whole.target) == (TOLL.figures, 80, (ARMY,))


def test_a_toll_of_another_voice_side_day_or_count_stays_a_report() -> None:
    quoted = " " * 50 + "“" + " " * 49
    assert len(_taken(TOLL, one_voice=False)) == len(_taken(TOLL, text=quoted)) == 2
    for other in (
        replace(TOLL, edtf="2012-11-21"),
        replace(TOLL, initiator=(ARMY,)),
        replace(TOLL, target=(FRONT,)),
        replace(TOLL, figures=(Figure("operations", None, 8, 8),)),
        replace(TOLL, status="denied"),
    ):
        assert len(_taken(other)) == 2


def test_nothing_is_taken_in_where_nothing_was_told_before() -> None:
    assert take_in([TOLL], [], text="", same_voice=lambda a, b: True) == [TOLL]
