"""Claims and event reports made by hand, from words selected in a document: grounded by construction, checked against the codebook.

Whoever fills a slot is something that the document names already, or words selected in it: these name something new, or stay words.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from testimonia.codebook.check import check_claim, check_report
from testimonia.errors import DecisionError, TestimoniaError
from testimonia.model.claim import Attribution, Claim, Proposal, Value
from testimonia.model.decision import Said
from testimonia.model.document import Document
from testimonia.model.event import EventReport, Figure
from testimonia.model.evidence import Evidence, evidence_at
from testimonia.model.kinds import EntityClass, EntityKind, EventType, Filled, Mode, Polarity, Predicate, Stance, Status, entity_class
from testimonia.model.party import Party
from testimonia.model.referent import Mention, Referent, referent_id
from testimonia.model.valid_time import ValidTime, valid_time
from testimonia.text.names import fold_name

BY_HAND = "by hand"
"""The rule that a record made by hand names as what proposed it."""
CODER = "coder:"
"""What the reader of a record made by hand begins with, before the name of whoever made it."""


@dataclass(frozen=True, slots=True)
class Named:
    """What fills a slot: the words from `start` to `end`, and who they stand for.

    `referent` is something that the document names already; without words it is not named at this place. `kind` says that the words name
    something, which becomes a new referent unless the document has one of that name; `role` is the public role of a person, without which
    a person never becomes an entity. Words alone describe somebody and stay words.
    """

    start: int | None = None
    end: int | None = None
    referent: str | None = None
    kind: EntityKind | None = None
    role: str | None = None


@dataclass(frozen=True, slots=True)
class Desk:
    """A document before somebody's eyes, and what it is known to name, by identifier."""

    document: Document
    referents: Mapping[str, Referent]


@dataclass(frozen=True, slots=True)
class Made:
    """A record made by hand, with whom and what its author named anew."""

    record: Said
    referents: tuple[Referent, ...] = ()
    mentions: tuple[Mention, ...] = ()


@dataclass(frozen=True, slots=True)
class ClaimDraft:
    """A claim as somebody fills it in: `start` and `end` are the words that it rests on, `when` is EDTF.

    `voices` are those beyond the publisher, outermost first.
    """

    start: int
    end: int
    predicate: Predicate
    subject: Named
    object: Named | None = None
    value: Value | None = None
    when: str | None = None
    mode: Mode = "within"
    voices: tuple[Named, ...] = ()
    stance: Stance = "asserted"
    polarity: Polarity = "affirmed"


@dataclass(frozen=True, slots=True)
class FigureDraft:
    """A number as somebody fills it in; None is not stated, which 0 is not."""

    what: str
    low: int | None = None
    high: int | None = None
    of: Named | None = None


@dataclass(frozen=True, slots=True)
class ReportDraft:
    """An event report as somebody fills it in; its fields are those of a claim's draft and of `EventReport`."""

    start: int
    end: int
    type: EventType
    mode: str | None = None
    initiator: tuple[Named, ...] = ()
    target: tuple[Named, ...] = ()
    where: tuple[Named, ...] = ()
    responsibility: tuple[Named, ...] = ()
    figures: tuple[FigureDraft, ...] = ()
    when: str | None = None
    time_mode: Mode = "within"
    voices: tuple[Named, ...] = ()
    stance: Stance = "asserted"
    status: Status = "happened"
    recurrent: bool = False


def make_claim(desk: Desk, draft: ClaimDraft, *, by: str) -> Made:
    """Make a claim by hand.

    Args:
        desk: The document and what it names.
        draft: What was filled in.
        by: Who makes it.

    Returns:
        The claim, with whom it names anew.

    Raises:
        DecisionError: It breaks the codebook, or its words are not in the text; the message lists what.
    """
    hand = Hand(desk)
    try:
        claim = Claim(
            desk.document.id,
            draft.predicate,
            hand.party(draft.subject),
            Attribution((*frame_of(desk), *map(hand.party, draft.voices)), draft.stance),
            (hand.quote(draft.start, draft.end),),
            Proposal(CODER + by, BY_HAND),
            None if draft.object is None else hand.party(draft.object),
            draft.value,
            hand.time(draft.when, draft.mode),
            draft.polarity,
        )
    except TestimoniaError as error:
        raise DecisionError(str(error)) from error
    return hand.checked(claim)


def make_report(desk: Desk, draft: ReportDraft, *, by: str) -> Made:
    """Make an event report by hand.

    Args:
        desk: The document and what it names.
        draft: What was filled in.
        by: Who makes it.

    Returns:
        The report, with whom it names anew.

    Raises:
        DecisionError: It breaks the codebook, or its words are not in the text; the message lists what.
    """
    hand = Hand(desk)
    try:
        report = EventReport(
            desk.document.id,
            draft.type,
            Attribution((*frame_of(desk), *map(hand.party, draft.voices)), draft.stance),
            (hand.quote(draft.start, draft.end),),
            Proposal(CODER + by, BY_HAND),
            draft.mode,
            hand.parties(draft.initiator),
            hand.parties(draft.target),
            hand.parties(draft.where),
            hand.time(draft.when, draft.time_mode),
            tuple(Figure(one.what, None if one.of is None else hand.party(one.of), one.low, one.high) for one in draft.figures),
            hand.parties(draft.responsibility),
            draft.status,
            draft.recurrent,
        )
    except TestimoniaError as error:
        raise DecisionError(str(error)) from error
    return hand.checked(report)


def frame_of(desk: Desk) -> tuple[Party, ...]:
    """Give the outermost voices of a document, as every reading has them.

    Args:
        desk: The document and what it names.

    Returns:
        The publisher, then the original one of a republication; none where the publisher is unknown.
    """
    found = []
    for name in (desk.document.publisher, desk.document.original_publisher):
        if name:
            own = [
                one.id for one in desk.referents.values() if one.cls == "org" and fold_name(name) in map(fold_name, (one.name, *one.names))
            ]
            found.append(Party(name, own[0] if own else referent_id(desk.document.id, "org", fold_name(name)), "publisher"))
    return tuple(dict.fromkeys(found))


@dataclass(slots=True)
class Hand:
    """Makes the parts of one record, and remembers what was named anew on the way."""

    desk: Desk
    referents: dict[str, Referent] = field(default_factory=dict)
    mentions: list[Mention] = field(default_factory=list)

    def quote(self, start: int, end: int) -> Evidence:
        """Quote selected words.

        Args:
            start: First code point.
            end: One past the last.

        Returns:
            The words as the text has them.
        """
        return evidence_at(self.desk.document.id, self.desk.document.text, start=start, end=end)

    def time(self, when: str | None, mode: Mode) -> ValidTime | None:
        """Read a time as somebody wrote it.

        Args:
            when: EDTF; nothing for none.
            mode: Whether it held throughout, or happened within.

        Returns:
            The time.
        """
        return valid_time(when, mode=mode) if when else None

    def parties(self, named: Iterable[Named]) -> tuple[Party, ...]:
        """Fill a slot that takes several.

        Args:
            named: What fills it, in order.

        Returns:
            The parties.
        """
        return tuple(map(self.party, named))

    def party(self, named: Named) -> Party:
        """Fill a slot.

        Args:
            named: What fills it.

        Returns:
            The party.

        Raises:
            DecisionError: Nothing fills it, or somebody whom the document does not name.
            EvidenceError: The words lie outside the text.
        """
        if named.start is None or named.end is None:
            return self._unnamed(named)
        words = self.quote(named.start, named.end)
        if named.referent is not None:
            known = self._known(named.referent)
            how: Filled = "name" if fold_name(words.quote) in map(fold_name, (known.name, *known.names)) else "short_name"
            self._mention(words, known.id, how)
            return Party(words.quote, known.id, how, words.start, words.end)
        if named.kind is None:
            return Party(words.quote, None, "words", words.start, words.end)
        referent = self._new(words, named.kind, named.role)
        self._mention(words, referent, "name")
        return Party(words.quote, referent, "name", words.start, words.end)

    def checked(self, record: Said, *, allowed: Sequence[str] = ()) -> Made:
        """Hold a record against the codebook.

        Args:
            record: What was made.
            allowed: Breaches that are not this hand's doing.

        Returns:
            The record with whom it names anew.

        Raises:
            DecisionError: It breaks the codebook.
        """
        if new := [breach for breach in self.breaches(record) if breach not in allowed]:
            raise DecisionError("; ".join(new))
        return Made(record, tuple(self.referents.values()), tuple(dict.fromkeys(self.mentions)))

    def breaches(self, record: Said) -> list[str]:
        """List what in a record breaks the codebook.

        Args:
            record: A record of this document.

        Returns:
            One sentence for each breach.
        """
        classes = {one.id: one.cls for one in (*self.desk.referents.values(), *self.referents.values())}
        found = check_report(record) if isinstance(record, EventReport) else check_claim(record, classes=classes)
        if frame_of(self.desk):
            return found
        # Nobody can name a publisher that is unknown.
        return [breach for breach in found if not breach.startswith("attribution.voices")]

    def _unnamed(self, named: Named) -> Party:
        if named.referent is None:
            raise DecisionError("a slot is filled by words of the text, or by somebody whom the document names")
        return Party(self._known(named.referent).name, named.referent, "topic")

    def _known(self, referent: str) -> Referent:
        known = self.desk.referents.get(referent) or self.referents.get(referent)
        if known is None:
            raise DecisionError(f"{referent} is nothing that {self.desk.document.id} names; select its words in the text")
        return known

    def _new(self, words: Evidence, kind: EntityKind, role: str | None) -> str:
        cls: EntityClass = entity_class(kind)
        key = fold_name(words.quote)
        if not key:
            raise DecisionError(f"{words.quote!r} is no name")
        made = referent_id(words.document, cls, key)
        if made not in self.desk.referents:
            language = self.desk.document.language or "en"
            self.referents[made] = Referent(made, words.document, words.quote, cls, kind, (words.quote,), language, role)
        return made

    def _mention(self, words: Evidence, referent: str, how: Filled) -> None:
        self.mentions.append(Mention(words.document, words.start, words.end, words.quote, referent, how))


def renamed(record: Said, by: str) -> Said:
    """Say that somebody made a record by hand.

    Args:
        record: A claim or a report.
        by: Who made it.

    Returns:
        The same with its maker as what proposed it.
    """
    return replace(record, proposal=Proposal(CODER + by, BY_HAND))
