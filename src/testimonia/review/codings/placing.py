"""Placing: what a coder's coding is a decision on: a proposal that says the same, one that says it otherwise, or nothing yet.

1. A proposal that says the same in overlapping words is accepted. What the coder's format has no place for is not compared.
2. A proposal of the same statement with another time, stance, voice or the like is corrected in that and nothing else.
3. What nobody said yet is added by hand.
4. What the coder decided so already is left alone.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from testimonia.model.claim import Attribution, Claim, Value
from testimonia.model.decision import Decision, Said, Standing, live_decisions, same_content, standing_of
from testimonia.model.event import EventReport
from testimonia.model.evidence import Evidence
from testimonia.model.party import Party
from testimonia.review.codings.building import Built
from testimonia.review.decider import Decider
from testimonia.review.decisions import accept, add, correct
from testimonia.review.making import Made
from testimonia.text.names import fold_name

_VERDICTS = ("ACCEPTED", "CORRECTED", "REJECTED")


@dataclass(frozen=True, slots=True)
class OnRecord:
    """A record of a document as it was proposed or added, and all decisions on it, oldest first."""

    said: Said
    decisions: tuple[Decision, ...] = ()

    @property
    def standing(self) -> Standing:
        """What stands of it."""
        return standing_of(self.decisions)

    def latest_of(self, by: str) -> Decision | None:
        """Give somebody's verdict that counts.

        Args:
            by: Whose.

        Returns:
            The decision; None where they decided nothing that they did not take back.
        """
        mine = [one for one in live_decisions(self.decisions) if one.by == by and one.verdict in _VERDICTS]
        return mine[-1] if mine else None


@dataclass(frozen=True, slots=True)
class Placed:
    """What comes of a coding: the decision to append and the newest one that was seen, or None where it is on record already."""

    decision: Decision | None
    seen: str | None = None


def place(built: Built, known: Mapping[str, OnRecord], decider: Decider, same: Mapping[str, str]) -> tuple[Placed, str]:
    """Decide what a coding is a decision on.

    Args:
        built: The coding.
        known: Records of its document that no other coding of the file was placed on, by identifier.
        decider: Whose coding it is, when, and from which file and row.
        same: From referent to what the coder's file says it is, so that two referents of one body count as one.

    Returns:
        The decision, and the identifier of the record that it is on.

    Raises:
        DecisionError: The decider cannot decide so.
    """
    alike = [one for one in known.values() if _same_statement(one.said, built.record, same)]
    alike.sort(key=lambda one: (one.said.id != built.record.id, -_overlap(one.said, built.record)))
    for one in alike:
        if _says(one.said, built, same):
            mine = one.latest_of(decider.by)
            if mine is not None and mine.verdict == "ACCEPTED":
                return Placed(None), one.said.id
            return Placed(accept(one.said, decider), one.standing.latest), one.said.id
    for one in alike:
        mine = one.latest_of(decider.by)
        for decision in ([mine] if mine is not None else []) + [*live_decisions(one.decisions)]:
            if decision.verdict == "CORRECTED" and decision.made is not None and _says(decision.made, built, same):
                if decision is mine:
                    return Placed(None), one.said.id
                return Placed(correct(one.said, Made(decision.made), decider), one.standing.latest), one.said.id
    if alike:
        one = alike[0]
        made = _corrected(one.said, built)
        if not same_content(one.said, made):
            return Placed(correct(one.said, Made(made, mentions=built.mentions), decider), one.standing.latest), one.said.id
        return Placed(accept(one.said, decider), one.standing.latest), one.said.id
    return Placed(add(Made(built.record, mentions=built.mentions), decider)), built.record.id


def _overlap(one: Said, other: Said) -> int:
    return max((min(a.end, b.end) - max(a.start, b.start) for a in one.evidence for b in other.evidence), default=0)


def _touch(one: Sequence[Evidence], other: Sequence[Evidence]) -> bool:
    return any(a.start < b.end and b.start < a.end for a in one for b in other)


def _same_statement(one: Said, other: Said, same: Mapping[str, str]) -> bool:
    if not _touch(one.evidence, other.evidence):
        return False
    if isinstance(one, Claim) and isinstance(other, Claim):
        return (
            (one.predicate, one.polarity) == (other.predicate, other.polarity)
            and _who(one.subject, same) == _who(other.subject, same)
            and _who(one.object, same) == _who(other.object, same)
            and _same_value(one.value, other.value)
        )
    if isinstance(one, EventReport) and isinstance(other, EventReport):
        sides = ((one.initiator, other.initiator), (one.target, other.target))
        return one.type == other.type and all(_whom(left, same) == _whom(right, same) for left, right in sides)
    return False


def _who(party: Party | None, same: Mapping[str, str]) -> str | None:
    if party is None:
        return None
    return fold_name(party.words) if party.referent is None else same.get(party.referent, party.referent)


def _whom(parties: Iterable[Party], same: Mapping[str, str]) -> set[str | None]:
    return {_who(party, same) for party in parties}


def _same_value(one: Value | None, other: Value | None) -> bool:
    left, right = one or Value(), other or Value()
    if (left.low, left.high) != (right.low, right.high):
        return False
    pairs = ((left.text, right.text), (left.role, right.role))
    if any(fold_name(a or "") != fold_name(b or "") for a, b in pairs):
        return False
    lax = ((left.language, right.language), (left.name_kind, right.name_kind), (left.unit, right.unit))
    return all(a is None or b is None or a == b for a, b in lax)


def _says(said: Said, built: Built, same: Mapping[str, str]) -> bool:
    """Whether a record says all that the coding says, as far as the coder's format speaks of it."""
    other, coded = built.record, built.coded
    if not _same_statement(said, other, same):
        return False
    if "when" in coded and (said.when and said.when.edtf) != (other.when and other.when.edtf):
        return False
    if "stance" in coded and said.attribution.stance != other.attribution.stance:
        return False
    if "attribution" in coded and _beyond(said.attribution, same) != _beyond(other.attribution, same):
        return False
    if isinstance(said, EventReport) and isinstance(other, EventReport):
        plain = (
            ("mode", said.mode == other.mode),
            ("status", said.status == other.status),
            ("recurrent", said.recurrent == other.recurrent),
        )
        slots = (
            ("where", _whom(said.where, same) == _whom(other.where, same)),
            ("responsibility", _whom(said.responsibility, same) == _whom(other.responsibility, same)),
            ("figures", _figures(said, same) == _figures(other, same)),
        )
        return all(equal for name, equal in (*plain, *slots) if name in coded)
    return True


def _beyond(attribution: Attribution, same: Mapping[str, str]) -> list[str | None]:
    return [_who(voice, same) for voice in attribution.voices if voice.how != "publisher"]


def _figures(report: EventReport, same: Mapping[str, str]) -> set[tuple[str, str | None, int | None, int | None]]:
    return {(one.what, _who(one.of, same), one.low, one.high) for one in report.figures}


def _corrected(said: Said, built: Built) -> Said:
    """The record with what the coder codes otherwise; its words and parties stay as they were proposed."""
    other, coded = built.record, built.coded
    attribution = said.attribution
    if "attribution" in coded:
        frame = tuple(voice for voice in attribution.voices if voice.how == "publisher")
        attribution = replace(attribution, voices=(*frame, *(voice for voice in other.attribution.voices if voice not in frame)))
    if "stance" in coded:
        attribution = replace(attribution, stance=other.attribution.stance)
    made = replace(said, proposal=other.proposal, attribution=attribution, when=other.when if "when" in coded else said.when)
    if isinstance(made, EventReport) and isinstance(other, EventReport):
        slots = {
            name: getattr(other, name) for name in ("mode", "where", "figures", "responsibility", "status", "recurrent") if name in coded
        }
        return replace(made, **slots)
    return made
