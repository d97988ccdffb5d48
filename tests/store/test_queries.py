"""Questions get their records, in a stable order."""

import pytest

from testimonia.model.claim import Attribution, Claim, Proposal
from testimonia.model.document import Document
from testimonia.model.event import EventReport
from testimonia.model.evidence import evidence_at
from testimonia.model.party import Party
from testimonia.model.reading import Reading
from testimonia.model.referent import Mention, Referent
from testimonia.store import Store

TEXT = "The front left the union. The union attacked the front."


def documents() -> list[Document]:
    return [Document(f"d-{name}", f"reports/{name}.txt", "00", "text/plain", TEXT) for name in ("zz", "aa", "ab")]


def reading(document: Document) -> Reading:
    front, union = (Referent(f"r-{document.id}-{name}", document.id, name, "org") for name in ("front", "union"))
    parties = Party("The front", front.id, "name", 0, 9), Party("the union", union.id, "name", 15, 24)
    left, attacked = (evidence_at(document.id, TEXT, start=start, end=end) for start, end in ((0, 25), (26, 55)))
    proposal, voices = Proposal("grammar 1", "split"), Attribution(())
    return Reading(
        document.id,
        "grammar 1",
        referents=(front, union),
        mentions=(Mention(document.id, 0, 9, "The front", front.id), Mention(document.id, 15, 24, "the union", union.id)),
        claims=(
            Claim(document.id, "split_from", parties[0], voices, (left,), proposal, object=parties[1]),
            Claim(document.id, "opposes", parties[1], voices, (attacked,), proposal, object=parties[0]),
            Claim(document.id, "ideology", parties[0], voices, (left,), proposal),
        ),
        reports=(
            EventReport(document.id, "ASSAULT", voices, (attacked,), proposal, initiator=(parties[1],), target=(Party("villagers"),)),
        ),
    )


@pytest.fixture
def filled(store: Store) -> Store:
    store.add_captured(documents())
    for document in reversed(documents()):  # read in another order than captured, as several workers would
        store.add_reading(reading(document))
    return store


def test_order_is_that_of_capture_then_of_the_text_however_it_was_read(filled: Store) -> None:
    expected = [record for document in documents() for record in reading(document).claims]
    assert list(filled.claims()) == expected
    assert [mention.document for mention in filled.mentions()] == ["d-zz", "d-zz", "d-aa", "d-aa", "d-ab", "d-ab"]


def test_claims_are_found_by_document_referent_and_predicate(filled: Store) -> None:
    assert len(list(filled.claims(document="d-aa"))) == 3
    assert [claim.predicate for claim in filled.claims(referents=["r-d-aa-union"])] == ["split_from", "opposes"]
    assert len(list(filled.claims(referents=["r-d-aa-union", "r-d-zz-union", "r-none"], predicate="opposes"))) == 2
    assert list(filled.claims(referents=[])) == []
    assert len(list(filled.claims(document="d-aa", referents=["r-d-zz-union"]))) == 0


def test_claims_and_reports_are_found_by_identifier_in_their_own_order(filled: Store) -> None:
    taken = list(filled.claims())
    assert list(filled.claims(ids=[taken[4].id, taken[1].id, "c-none"])) == [taken[1], taken[4]]
    (report,) = filled.reports(ids=[next(filled.reports()).id])
    assert report.document == "d-zz"


def test_thousands_of_referents_are_one_question(filled: Store) -> None:
    assert len(list(filled.claims(referents=[*(f"r-{n}" for n in range(100_000)), "r-d-aa-union"]))) == 2


def test_reports_are_found_by_their_parties(filled: Store) -> None:
    assert [report.document for report in filled.reports(referents=["r-d-aa-union"])] == ["d-aa"]
    assert list(filled.reports(referents=["r-d-aa-front"])) == []
    assert len(list(filled.reports(document="d-zz"))) == 1


def test_mentions_and_referents_are_found_by_document_and_referent(filled: Store) -> None:
    assert [mention.quote for mention in filled.mentions(referent="r-d-ab-union")] == ["the union"]
    assert [referent.name for referent in filled.referents(document="d-ab")] == ["front", "union"]


@pytest.mark.parametrize(
    ("reference", "found"),
    [
        ("d-aa", "d-aa"),
        ("d-z", "d-zz"),
        ("reports/ab.txt", "d-ab"),
        ("ab.txt", "d-ab"),
        ("d-a", None),
        ("b.txt", None),
        ("", None),
        ("%", None),
        ("d-_a", None),
    ],
)
def test_a_document_is_found_by_identifier_beginning_or_origin(filled: Store, reference: str, found: str | None) -> None:
    document = filled.document(reference)
    assert (None if document is None else document.id) == found
    assert document is None or document.text == TEXT


def test_search_gives_the_best_document_first_and_no_more_than_asked(filled: Store) -> None:
    filled.add_captured([Document("d-best", "best.txt", "00", "text/plain", "Union, union: a union of unions.")])
    assert [hit.document for hit in filled.search_text("union", 2)] == ["d-best", "d-zz"]
    assert filled.search_text("union", 0) == []


def test_search_finds_vocalised_arabic_by_bare_letters(store: Store) -> None:
    store.add_captured([Document("d-1", "a.txt", "00", "text/plain", "قال حِزْبُ الأُمَّة إنه يرحب بالاتفاق")])
    (hit,) = store.search_text('"حزب الامه"', 5)
    assert "قال حِزْبُ الأُمَّة إنه يرحب بالاتفاق"[hit.found_start : hit.found_end] == "حِزْبُ الأُمَّة"
