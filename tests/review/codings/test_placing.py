"""What a coding is a decision on."""

from dataclasses import replace

from testimonia.model.decision import Said
from testimonia.model.valid_time import valid_time
from testimonia.review.codings.building import Built
from testimonia.review.codings.placing import OnRecord, place
from testimonia.review.codings.sheet import Entry
from testimonia.review.decisions import accept, reject, withdraw

from ..desk import decider, founded, shelling, span, strength

ENTRY = Entry("f", "row 2", {})
LATER = replace(founded(), when=valid_time("1958", mode="within"))


def built(record: Said, *coded: str) -> Built:
    return Built(ENTRY, record, frozenset(coded or ("when", "stance", "attribution")))


def known(*records: OnRecord) -> dict[str, OnRecord]:
    return {one.said.id: one for one in records}


def test_the_same_is_accepted_the_newest_decision_seen() -> None:
    theirs = accept(founded(), decider("berta"))
    placed, record = place(built(founded()), known(OnRecord(founded(), (theirs,))), decider(second=1), {})
    assert placed.decision is not None
    assert (placed.decision.verdict, placed.seen, record) == ("ACCEPTED", theirs.id, founded().id)


def test_what_the_coder_accepted_already_is_left_alone_and_what_they_took_back_is_not() -> None:
    mine = accept(founded(), decider())
    assert place(built(founded()), known(OnRecord(founded(), (mine,))), decider(second=1), {})[0].decision is None
    back = withdraw(mine, decider(second=1))
    assert place(built(founded()), known(OnRecord(founded(), (mine, back))), decider(second=2), {})[0].decision is not None
    other = reject(founded(), decider(second=1))
    assert place(built(founded()), known(OnRecord(founded(), (mine, other))), decider(second=2), {})[0].decision is not None


def test_another_time_corrects_and_the_same_correction_again_does_not() -> None:
    placed, _ = place(built(LATER), known(OnRecord(founded())), decider(), {})
    assert placed.decision is not None and placed.decision.made is not None
    assert (placed.decision.verdict, placed.decision.made.when) == ("CORRECTED", LATER.when)
    again, _ = place(built(LATER), known(OnRecord(founded(), (placed.decision,))), decider(second=1), {})
    assert again.decision is None
    theirs, _ = place(built(LATER), known(OnRecord(founded(), (placed.decision,))), decider("berta", second=1), {})
    assert theirs.decision is not None and theirs.decision.made == placed.decision.made


def test_another_statement_or_other_words_are_added() -> None:
    other = replace(founded(), predicate="dissolved")
    apart = replace(founded(), evidence=strength().evidence)
    for record in (other, apart):
        placed, _ = place(built(record), known(OnRecord(founded())), decider(), {})
        assert placed.decision is not None and placed.decision.adds


def test_two_referents_of_one_body_are_one_and_what_is_not_coded_is_no_difference() -> None:
    renamed = replace(LATER, subject=replace(founded().subject, referent="r-other"))
    same = {"r-other": "sf", founded().subject.referent or "": "sf"}
    assert place(built(renamed, "stance"), known(OnRecord(founded())), decider(), {})[0].decision.adds  # type: ignore[union-attr]
    placed, _ = place(built(renamed, "stance"), known(OnRecord(founded())), decider(), same)
    assert placed.decision is not None and placed.decision.verdict == "ACCEPTED"


def test_a_report_is_compared_by_its_sides_and_corrected_in_the_rest() -> None:
    moved = replace(shelling(), status="planned", where=())
    placed, _ = place(built(moved, "status"), known(OnRecord(shelling())), decider(), {})
    assert placed.decision is not None
    made = placed.decision.made
    assert made == replace(shelling(), status="planned"), "where was not coded"
    side = replace(shelling(), target=())
    assert place(built(side), known(OnRecord(shelling())), decider(), {})[0].decision.adds  # type: ignore[union-attr]
    assert span("a camp")["start"] > 0


def test_of_several_the_record_of_the_same_identifier_is_meant() -> None:
    near = replace(founded(), evidence=(replace(founded().evidence[0], end=20, quote=founded().evidence[0].quote[:20]),))
    records = known(OnRecord(near), OnRecord(founded()))
    assert place(built(founded()), records, decider(), {})[1] == founded().id
    assert place(built(near), records, decider(), {})[1] == near.id
