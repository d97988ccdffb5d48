"""A document with what was read from it, for the tests of review."""

from typing import Any

from testimonia.model.claim import Attribution, Claim, Proposal, Value
from testimonia.model.document import Document
from testimonia.model.event import EventReport, Figure
from testimonia.model.evidence import evidence_at
from testimonia.model.party import Party
from testimonia.model.reading import Reading
from testimonia.model.referent import Mention, Referent, referent_id
from testimonia.model.valid_time import valid_time
from testimonia.review import Decider, Desk
from testimonia.text.names import fold_name

TEXT = (
    "The Shan Front was founded in 1964. It had about 300 fighters. A monk said the front had shelled a camp near Lashio on 3 May 1988. "
    "The Karen League denied that it had split from the Shan Front."
)
DOCUMENT = Document("d-1", "a.txt", "00", "text/plain", TEXT, publisher="The Mandalay Paper", language="en")
READER = "grammar 1"


def decider(by: str = "anna", second: int = 0, because: str = "") -> Decider:
    """Somebody at a moment of their own."""
    return Decider(by, f"2024-05-06T07:{second // 60:02}:{second % 60:02}+00:00", because)


def span(words: str) -> dict[str, Any]:
    """Where words stand."""
    start = TEXT.index(words)
    return {"start": start, "end": start + len(words)}


def referent(name: str, cls: Any = "org") -> Referent:
    return Referent(referent_id("d-1", cls, fold_name(name)), "d-1", name, cls, None, (name,))


PAPER, FRONT, LASHIO = referent("The Mandalay Paper"), referent("Shan Front"), referent("Lashio", "place")
FRAME = Party("The Mandalay Paper", PAPER.id, "publisher")


def party(name: Referent, words: str) -> Party:
    return Party(words, name.id, "name", **span(words))


def founded() -> Claim:
    return Claim(
        "d-1",
        "founded",
        party(FRONT, "Shan Front"),
        Attribution((FRAME,)),
        (evidence_at("d-1", TEXT, **span("The Shan Front was founded in 1964.")),),
        Proposal(READER, "founding.year"),
        when=valid_time("1964", mode="within"),
    )


def strength() -> Claim:
    return Claim(
        "d-1",
        "strength",
        Party("It", FRONT.id, "pronoun", **span("It had")),
        Attribution((FRAME,), "estimated"),
        (evidence_at("d-1", TEXT, **span("It had about 300 fighters.")),),
        Proposal(READER, "strength.had"),
        value=Value(low=300, high=300, unit="fighters"),
    )


def shelling() -> EventReport:
    return EventReport(
        "d-1",
        "ASSAULT",
        Attribution((FRAME, Party("A monk", **span("A monk"))), "claimed"),
        (evidence_at("d-1", TEXT, **span("the front had shelled a camp near Lashio on 3 May 1988")),),
        Proposal(READER, "attack.shell"),
        "heavy-weapons",
        (Party("the front", FRONT.id, "short_name", **span("the front")),),
        (Party("a camp", **span("a camp")),),
        (party(LASHIO, "Lashio"),),
        valid_time("1988-05-03", mode="within"),
        (Figure("killed", None, 2, 2),),
    )


def reading(reader: str = READER, *, claims: tuple[Claim, ...] | None = None, reports: tuple[EventReport, ...] | None = None) -> Reading:
    """What a reader found in the document."""
    mentions = (Mention("d-1", **span("Shan Front"), quote="Shan Front", referent=FRONT.id),)
    said = (founded(), strength()) if claims is None else claims
    return Reading("d-1", reader, (PAPER, FRONT, LASHIO), mentions, said, (shelling(),) if reports is None else reports)


def desk() -> Desk:
    return Desk(DOCUMENT, {one.id: one for one in (PAPER, FRONT, LASHIO)})
