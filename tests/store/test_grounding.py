"""Verbatim or refused."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from testimonia.model.claim import Attribution, Claim, Proposal
from testimonia.model.evidence import Evidence
from testimonia.model.party import Party
from testimonia.model.reading import Reading
from testimonia.model.referent import Mention, Referent
from testimonia.store.grounding import UNGROUNDED, ground

from . import strategies

TEXT = "The faction broke away in 1988 and signed in 1996."
GOOD = Evidence("d-1", 4, 30, "faction broke away in 1988")


def claim(*evidence: Evidence, document: str = "d-1") -> Claim:
    return Claim(document, "split_from", Party("The faction"), Attribution(()), evidence, Proposal("grammar 1", "split.break_away"))


def reading(**parts: object) -> Reading:
    return replace(Reading("d-1", "grammar 1"), **parts)


@settings(max_examples=25)
@given(st.data())
def test_a_grounded_reading_is_kept_whole(data: st.DataObject) -> None:
    document = data.draw(strategies.documents())
    taken = data.draw(strategies.readings(document))
    assert ground(taken, text=document.text, origin=document.origin) == taken


@pytest.mark.parametrize(
    "bad",
    [
        claim(Evidence("d-1", 4, 30, "faction broke off in 1988")),
        claim(Evidence("d-1", 5, 31, "faction broke away in 1988")),
        claim(GOOD, Evidence("d-1", 40, 99, TEXT[40:])),
        claim(Evidence("d-1", -6, -1, "1996.")),
        claim(Evidence("d-1", 0, 0, "")),
        claim(Evidence("d-2", 4, 30, "faction broke away in 1988")),
        claim(GOOD, document="d-2"),
        claim(),
    ],
    ids=[
        "other words",
        "shifted",
        "second one beyond the end",
        "from the end",
        "empty",
        "another document",
        "claim of another document",
        "none",
    ],
)
def test_a_claim_without_its_words_is_refused_and_told_and_the_rest_is_kept(bad: Claim) -> None:
    good = claim(GOOD)
    kept = ground(reading(claims=(bad, good)), text=TEXT, origin="a.txt")
    assert kept.claims == (good,)
    (problem,) = kept.problems
    assert (problem.rule, problem.origin, problem.document, problem.fatal) == (UNGROUNDED, "a.txt", "d-1", False)
    assert "split.break_away" in problem.what


def test_a_mention_of_somebody_the_reading_does_not_list_is_refused() -> None:
    listed = Referent("r-1", "d-1", "The faction", "org")
    good, bad = (Mention("d-1", 0, 11, "The faction", referent) for referent in ("r-1", "r-2"))
    kept = ground(reading(referents=(listed,), mentions=(good, bad)), text=TEXT, origin="a.txt")
    assert kept.mentions == (good,)
    assert len(kept.problems) == 1


def test_a_referent_of_another_document_is_refused_with_its_mentions() -> None:
    stranger = Referent("r-1", "d-2", "The faction", "org")
    kept = ground(reading(referents=(stranger,), mentions=(Mention("d-1", 0, 11, "The faction", "r-1"),)), text=TEXT, origin="a.txt")
    assert kept.referents == kept.mentions == ()
    assert len(kept.problems) == 2


def test_the_same_claim_twice_is_one_claim() -> None:
    assert len(ground(reading(claims=(claim(GOOD), claim(GOOD))), text=TEXT, origin="a.txt").claims) == 1
