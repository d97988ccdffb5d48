"""Make records of what was read: every draft gets its chain of voices and its time; private persons stay in words."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from testimonia.errors import EdtfError, EvidenceError, RecordError
from testimonia.model.claim import Attribution, Claim, Proposal
from testimonia.model.document import Document
from testimonia.model.event import EventReport, Figure
from testimonia.model.evidence import evidence_at
from testimonia.model.kinds import Basis, Mode
from testimonia.model.party import Party
from testimonia.model.problem import Problem
from testimonia.model.reading import Reading
from testimonia.model.referent import Mention, Referent, referent_id
from testimonia.model.refusal import Refusal
from testimonia.model.valid_time import ValidTime, valid_time
from testimonia.read.claims.drafts import Draft
from testimonia.read.events.event_drafts import EventDraft
from testimonia.read.names.cast import Cast, Member, to_referents
from testimonia.read.reference.scene import Scene
from testimonia.read.voices.voices import Scopes, chain_at
from testimonia.text.names import fold_name

GLOSSES = ("naming.read_asides", "wings.read_bracketed_wings")
"""Rules that read what stands in brackets."""
UNNAMED = "a named person"
"""What stands in an event for somebody without a public role; the name is in the quotation and nowhere else."""


def to_reading(
    document: Document,
    scene: Scene,
    reader: str,
    *,
    drafts: Sequence[Draft],
    events: Sequence[EventDraft],
    scopes: Scopes,
    frame: tuple[Party, ...],
) -> Reading:
    """Turn drafts into records, each with its voices and times; what breaks a record's own rules becomes a problem.

    Args:
        document: The document as it was captured.
        scene: What was found while it was read.
        reader: Name and version of the reader.
        drafts: Claims without voices.
        events: Event reports without voices.
        scopes: The voices of the text.
        frame: The outermost voices.

    Returns:
        Referents, mentions, claims and reports in text order.
    """
    public = _Public(scene.cast)
    asides = _square_brackets(scene.text)
    claims: dict[str, list[Claim]] = {}
    reports: dict[str, EventReport] = {}
    problems: list[Problem] = []
    for draft in drafts:
        try:
            # a gloss in brackets is the publisher's own, whoever speaks around it (codebook, section 4)
            around = () if draft.rule in GLOSSES else scopes.around(draft.at)
            chain = chain_at(draft.at, around, _frame_at(draft.at, frame, asides))
            claim = _claim(document, draft, public.chain(chain), reader, public)
        except (EdtfError, EvidenceError, RecordError) as error:
            problems.append(_problem(document, draft.rule, str(error)))
            continue
        if claim is None:
            scene.refusals.append(Refusal(draft.rule, draft.trigger, draft.at, draft.at + len(draft.trigger), "private_person"))
        else:
            claims.setdefault(_same(claim), []).append(claim)
    for event in events:
        try:
            chain = chain_at(event.at, scopes.around(event.at), _frame_at(event.at, frame, asides))
            report = _report(document, event, public.chain(chain), reader, public)
        except (EdtfError, EvidenceError, RecordError) as error:
            problems.append(_problem(document, event.rule, str(error)))
            continue
        reports.setdefault(report.id, report)
    referents = [*to_referents(scene.cast), *_frame_referents(document, frame, scene.cast)]
    known = {r.id for r in referents}
    told = (_as_written(m, document.text) for m in _all_mentions(scene) if m.referent in known)
    mentions = tuple(dict.fromkeys(told))
    refusals = sorted(dict.fromkeys(scene.refusals), key=lambda r: (r.start, r.rule, r.reason))
    in_order = (
        sorted(map(_told_once, claims.values()), key=lambda c: (c.evidence[0].start, c.id)),
        sorted(reports.values(), key=lambda r: (r.evidence[0].start, r.id)),
    )
    told_claims, told_reports = tuple(in_order[0]), tuple(in_order[1])
    return Reading(document.id, reader, tuple(referents), mentions, told_claims, told_reports, tuple(problems), tuple(refusals))


def _as_written(mention: Mention, text: str) -> Mention:
    """Give a mention the words of the document itself; a text in capitals is read in another case."""
    words = text[mention.start : mention.end]
    return mention if words == mention.quote else replace(mention, quote=words)


def _frame_at(offset: int, frame: tuple[Party, ...], asides: Sequence[tuple[int, int]]) -> tuple[Party, ...]:
    """Give the outermost voices at an offset: a gloss in square brackets is the publisher's, who prints somebody's statement."""
    if len(frame) < 2 or frame[0].how == "issuer":
        return frame
    at = bisect_left(asides, (offset,)) - 1
    return tuple(party for party in frame if party.how != "issuer") if at >= 0 and offset <= asides[at][1] else frame


def _square_brackets(text: str) -> list[tuple[int, int]]:
    """List where square brackets open and close; of several opened before one is closed, the first counts."""
    found, at = [], 0
    for piece in text.split("]")[:-1]:
        opening = piece.find("[")
        if opening >= 0:
            found.append((at + opening, at + len(piece)))
        at += len(piece) + 1
    return found


def _told_once(claims: Sequence[Claim]) -> Claim:
    """Make one claim of those that are one, with the evidence of all."""
    evidence = dict.fromkeys(e for claim in claims for e in claim.evidence)
    return replace(claims[0], evidence=tuple(evidence)) if len(claims) > 1 else claims[0]


def _same(claim: Claim) -> str:
    """Give what makes two claims of one document one claim told twice: the same words of the same voice about the same time."""
    target = None if claim.object is None else (claim.object.referent or claim.object.words)
    voices = [v.referent or v.words for v in claim.attribution.voices]
    subject = claim.subject.referent or claim.subject.words
    edtf = None if claim.when is None else claim.when.edtf
    value = None if claim.predicate == "opposes" and target is not None else claim.value
    return repr((claim.predicate, subject, target, value, edtf, claim.polarity, voices, claim.attribution.stance))


def _claim(document: Document, draft: Draft, attribution: Attribution, reader: str, public: "_Public") -> Claim | None:
    subject = public.party(draft.subject)
    if draft.subject.referent is not None and subject.referent is None and draft.predicate != "known_as":
        return None  # a private person is nobody's subject
    if subject.referent is None:
        return None
    stance = draft.stance or attribution.stance
    polarity = draft.polarity if stance != "denied" else ("denied" if draft.polarity == "affirmed" else "affirmed")
    return Claim(
        document.id,
        draft.predicate,
        subject,
        Attribution(attribution.voices, stance),
        (evidence_at(document.id, document.text, start=draft.start, end=draft.end),),
        Proposal(reader, draft.rule, draft.trigger),
        object=None if draft.object is None else public.party(draft.object),
        value=draft.value,
        when=_time(draft.edtf, draft.mode, draft.basis),
        polarity=polarity,
    )


def _report(document: Document, event: EventDraft, attribution: Attribution, reader: str, public: "_Public") -> EventReport:
    edtf = None if event.recurrent and event.edtf is None else event.edtf
    denied = attribution.stance == "denied" and event.status == "happened"
    return EventReport(
        document.id,
        event.type,
        attribution,
        (evidence_at(document.id, document.text, start=event.start, end=event.end),),
        Proposal(reader, event.rule, event.trigger, event.notes),
        mode=event.mode,
        initiator=tuple(map(public.slot, event.initiator)),
        target=tuple(map(public.slot, event.target)),
        where=event.where,
        when=_time(edtf, "within", event.basis),
        figures=tuple(Figure(f.what, None if f.of is None else public.slot(f.of), f.low, f.high) for f in event.figures),
        responsibility=() if denied else tuple(map(public.slot, event.responsibility)),  # what is denied is laid to nobody
        status="denied" if denied else event.status,
        recurrent=event.recurrent,
    )


def _time(edtf: str | None, mode: Mode, basis: Basis) -> ValidTime | None:
    return None if edtf is None else valid_time(edtf, mode=mode, basis=basis)


def _problem(document: Document, rule: str, what: str) -> Problem:
    remedy = "read the passage by hand, and add it as a case under tests/cases/read if the rule is wrong"
    return Problem(document.origin, "read", f"read.{rule}", what, remedy, document=document.id, fatal=False)


@dataclass(frozen=True, slots=True)
class _Public:
    """Keeps persons without a public role in words: they are no referents, so they can become no entities."""

    cast: Cast

    def party(self, party: Party) -> Party:
        """Give the party as it may be stored."""
        member = self._private(party)
        if member is None:
            return party
        words = party.words if party.how not in ("pronoun", "topic") else max(member.names, key=lambda n: (member.names[n], n))
        return replace(party, words=words, referent=None, how="words")

    def slot(self, party: Party) -> Party:
        """Give the party of an event as it may be stored: a casualty is a count and a side, not a name (codebook, section 1)."""
        return party if self._private(party) is None else replace(party, words=UNNAMED, referent=None, how="words")

    def chain(self, attribution: Attribution) -> Attribution:
        """Give the chain of voices as it may be stored."""
        return Attribution(tuple(map(self.party, attribution.voices)), attribution.stance)

    def _private(self, party: Party) -> Member | None:
        member = self.cast.holder_of(party.referent)
        return member if member is not None and member.cls == "person" and member.role is None else None


def _all_mentions(scene: Scene) -> Iterable[Mention]:
    """Yield the mentions of all names, and of the stand-ins that rules resolved."""
    for group in scene.spots.values():
        for spot in {s.start: s for s in group.values()}.values():
            member = scene.cast.member(spot.text)
            if member is not None and scene.text[spot.start : spot.end].strip():
                how = scene.cast.stands_for[fold_name(spot.text)][1]
                yield Mention(scene.document, spot.start, spot.end, scene.text[spot.start : spot.end], scene.cast.id_of(member), how)
    yield from scene.mentions


def _frame_referents(document: Document, frame: Sequence[Party], cast: Cast) -> list[Referent]:
    """Give the referents of voices that the text itself does not name: the publisher, the original outlet."""
    return [
        Referent(party.referent, document.id, party.words, "org", None, (party.words,))
        for party in frame
        if party.referent is not None
        and cast.holder_of(party.referent) is None
        and party.referent == referent_id(document.id, "org", fold_name(party.words))
    ]
