"""What goes in, what gives way, and what stays."""

from dataclasses import replace

import pytest
from sqlalchemy.exc import DBAPIError

from testimonia.errors import StoreError
from testimonia.model.claim import Attribution, Claim, Proposal
from testimonia.model.document import Document, Source
from testimonia.model.entity import Entity
from testimonia.model.evidence import Evidence, evidence_at
from testimonia.model.finding import Corroboration
from testimonia.model.judgement import Feature, Judgement
from testimonia.model.knowledge import Findings
from testimonia.model.known_group import KnownGroup
from testimonia.model.party import Party
from testimonia.model.problem import Problem
from testimonia.model.reading import Reading
from testimonia.store import Added, Store, history, writing
from testimonia.store.grounding import UNGROUNDED

DOCUMENT = Document("d-1", "a.txt", "00", "text/plain", "The front split in 1969. It disbanded in 1998.", publisher="The Manila Paper")


def claim(start: int, end: int, *, predicate: str = "split_from") -> Claim:
    evidence = evidence_at("d-1", DOCUMENT.text, start=start, end=end)
    return Claim("d-1", predicate, Party("The front"), Attribution(()), (evidence,), Proposal("grammar 1", "split.split"))


def test_a_new_reading_takes_the_place_of_the_old_one(store: Store) -> None:
    store.add_captured([DOCUMENT])
    lie = replace(claim(0, 24), evidence=(Evidence("d-1", 0, 3, "Not"),))
    store.add_reading(Reading("d-1", "grammar 1", claims=(claim(0, 24), claim(25, 46), lie)))
    store.add_reading(Reading("d-1", "grammar 2", claims=(claim(25, 46, predicate="dissolved"), claim(0, 24))))
    assert [found.predicate for found in store.claims()] == ["dissolved", "split_from"]
    assert list(store.problems()) == []
    assert store.counts()["read"] == 1


def test_what_is_not_in_the_text_is_refused_at_the_door(store: Store) -> None:
    store.add_captured([DOCUMENT])
    lie = replace(claim(0, 24), evidence=(Evidence("d-1", 0, 24, "The front split in 1970."),))
    store.add_reading(Reading("d-1", "grammar 1", claims=(claim(25, 46), lie)))
    assert list(store.claims()) == [claim(25, 46)]
    (problem,) = store.problems(document="d-1")
    assert (problem.rule, problem.origin) == (UNGROUNDED, "a.txt")


def test_a_reading_that_fails_half_way_leaves_the_old_one(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    store.add_captured([DOCUMENT])
    old = Reading("d-1", "grammar 1", claims=(claim(0, 24),))
    store.add_reading(old)

    def fail(*_: object, **__: object) -> object:
        raise OSError("power cut")

    monkeypatch.setattr(history, "_delete", fail)
    with pytest.raises(OSError, match="power cut"):
        store.add_reading(Reading("d-1", "grammar 2", claims=(claim(25, 46),)))
    assert list(store.claims()) == [claim(0, 24)]
    assert list(store.unread("grammar 1")) == []


def test_a_reading_of_an_unknown_document_is_an_error_with_a_way_out(store: Store) -> None:
    with pytest.raises(StoreError, match="add the document before its reading"):
        store.add_reading(Reading("d-1", "grammar 1"))


def test_corrected_particulars_are_taken_over_and_the_document_is_read_again(store: Store) -> None:
    store.add_captured([DOCUMENT])
    store.add_reading(Reading("d-1", "grammar 1", claims=(claim(0, 24),)))
    corrected = replace(DOCUMENT, publisher="The Davao Paper", published="1999-05")
    assert store.add_captured([corrected]) == Added(revised=1)
    assert list(store.unread("grammar 1")) == [corrected]
    assert list(store.claims()) == []
    assert store.add_captured([corrected]) == Added(known=1)


def test_a_copy_under_another_name_changes_nothing(store: Store) -> None:
    store.add_captured([DOCUMENT])
    assert store.add_captured([replace(DOCUMENT, origin="copy.txt", publisher=None)]) == Added(known=1)
    assert list(store.documents()) == [DOCUMENT]


def test_a_text_is_never_altered(store: Store) -> None:
    store.add_captured([DOCUMENT])
    assert store.add_captured([replace(DOCUMENT, text="Other words.")]) == Added(problems=1)
    assert list(store.documents()) == [DOCUMENT]
    assert [problem.rule for problem in store.problems()] == ["store.text_differs"]


def test_a_text_that_no_file_can_hold_becomes_a_problem_and_the_rest_is_kept(store: Store) -> None:
    added = store.add_captured([replace(DOCUMENT, id="d-2", origin="b.json", text="half a pair: \ud83d"), DOCUMENT])
    assert added == Added(documents=1, problems=1)
    (problem,) = store.problems()
    assert (problem.rule, problem.fatal) == ("store.not_unicode", True)


def test_a_null_character_in_a_text_changes_nothing_after_it(store: Store) -> None:
    document = replace(DOCUMENT, text="before\x00after the ceasefire")
    store.add_captured([document])
    assert list(store.documents()) == [document]
    assert [hit.document for hit in store.search_text("ceasefire", 1)] == ["d-1"]


def test_a_file_that_can_be_read_at_last_leaves_its_problem_behind(store: Store) -> None:
    broken = Problem("a.txt", "capture", "capture.encrypted", "a password is needed", "remove it")
    other = replace(broken, origin="b.txt")
    remark = replace(broken, rule="capture.encoding", fatal=False)
    store.add_captured([broken, other])
    store.add_captured([remark, DOCUMENT])
    assert list(store.problems()) == [remark, other]


def test_a_source_keeps_what_is_known_where_nothing_new_is_stated(store: Store) -> None:
    store.add_captured([Source("The Manila Paper", kind="independent_media", country="PH")])
    store.add_captured([Source("The Manila Paper", kind="partisan_media", note="owner changed in 2010")])
    assert list(store.sources()) == [Source("The Manila Paper", "partisan_media", None, "PH", "owner changed in 2010")]


def test_a_judgement_is_one_row_however_often_it_comes(store: Store) -> None:
    judgement = Judgement("r-1", "r-2", "SAME", 0.9, (Feature("acronym", 0.9, "one acronym"),), "coder 1", at="2024-01-01T00:00:00Z")
    assert store.add_judgements([judgement, judgement]) == 1
    assert store.add_judgements([replace(judgement, left="r-2", right="r-1")]) == 0
    assert store.add_judgements([replace(judgement, verdict="DIFFERENT", by="a coder")]) == 1
    assert [found.verdict for found in store.judgements()] == ["SAME", "DIFFERENT"]


def test_entities_give_way_to_the_new_ones(store: Store) -> None:
    store.replace_entities([Entity("n-1", "armed_group", "A", (), ("r-1", "r-2")), Entity("n-2", "place", "B", (), ("r-3",))])
    store.replace_entities([Entity("n-2", "armed_group", "A", (), ("r-2",))])
    assert store.entity_of() == {"r-2": "n-2"}
    assert [entity.name for entity in store.entities()] == ["A"]


@pytest.mark.parametrize(
    "second",
    [Entity("n-2", "armed_group", "B", (), ("r-1",)), Entity("n-1", "armed_group", "B", (), ("r-2",))],
    ids=["referent", "identifier"],
)
def test_two_entities_that_share_something_are_refused_and_nothing_changes(store: Store, second: Entity) -> None:
    first = Entity("n-1", "armed_group", "A", (), ("r-1",))
    store.replace_entities([first])
    with pytest.raises(StoreError, match="two entities"):
        store.replace_entities([first, second])
    assert list(store.entities()) == [first]


def test_findings_give_way_to_the_new_ones(store: Store) -> None:
    for witnesses in (2, 3):
        store.replace_findings(Findings(corroborations=(Corroboration("founding", ("c-1", "c-2"), True, witnesses, "two papers"),)))
    assert [found.witnesses for found in store.findings().corroborations] == [3]


def test_an_engine_error_inside_the_store_is_never_seen_outside(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> object:
        raise DBAPIError("SELECT", None, OSError("database disk image is malformed"))

    monkeypatch.setattr(writing, "add_batch", fail)
    with pytest.raises(StoreError, match=r"is damaged .* build again from the documents"):
        store.add_captured([DOCUMENT])


def test_what_rules_no_longer_judge_is_superseded_and_kept(store: Store) -> None:
    first = Judgement("r-1", "r-2", "UNSURE", 0.4, (Feature("units", -0.5, "another sort"),), "rule:name structure")
    second = replace(first, verdict="SAME", score=0.9)
    person = Judgement("r-1", "r-2", "DIFFERENT", 0.0, (), "anna", at="2024-01-01T00:00:00Z")
    store.add_judgements([person])
    for made in ([first], [first], [second], [first]):
        store.replace_rule_judgements(made)
        assert set(store.judgements()) == {person, *made}
    assert [one.verdict for one in store.judgements(history=True)] == ["DIFFERENT", "UNSURE", "SAME", "UNSURE"]


def test_an_entry_of_the_register_is_kept_as_it_was_given_last(store: Store) -> None:
    store.add_captured([KnownGroup("gam", "Free Aceh Movement", ("GAM",)), KnownGroup("a", "Azawad Front")])
    store.add_captured([KnownGroup("gam", "Free Aceh Movement", (), ("wikidata:Q1",), "ID", "a handbook")])
    assert list(store.known_groups()) == [
        KnownGroup("a", "Azawad Front"),
        KnownGroup("gam", "Free Aceh Movement", (), ("wikidata:Q1",), "ID", "a handbook"),
    ]


def test_a_problem_that_capture_told_already_is_kept_once_and_stays_when_the_reading_goes(store: Store) -> None:
    told = Problem("a.txt", "capture", "capture.encoding", "odd bytes", "convert it", document="d-1", fatal=False)
    store.add_captured([DOCUMENT, told])
    for reader in ("grammar 1", "grammar 2"):
        store.add_reading(Reading("d-1", reader, problems=(told,)))
    store.add_reading(Reading("d-1", "grammar 3"))
    assert list(store.problems()) == [told]
