"""Ties: who is said to stand how to whom, each kind of tie between two bodies once, with the times and claims behind it.

The data of every picture of bodies (`lifelines`, `network`). A tie is what voices say; whether it holds is for the reader, so what is
denied or disputed is drawn as such and never left out.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from testimonia.model.claim import Claim
from testimonia.model.kinds import Predicate
from testimonia.model.valid_time import ValidTime
from testimonia.publish.catalogue import Catalogue
from testimonia.publish.rows import is_private

TIES: tuple[Predicate, ...] = (
    "armed_wing_of",
    "part_of",
    "member_of",
    "affiliated_with",
    "split_from",
    "merged_into",
    "allied_with",
    "opposes",
)
"""Predicates that tie two bodies, in the codebook's order."""
MUTUAL: frozenset[Predicate] = frozenset({"allied_with", "opposes"})
"""Ties that have no direction: said of either side they are one tie."""

IN_WORDS = 120
"""Claims of all ties of one picture that a page shows in their words; of more, each tie leads to those of its own."""


@dataclass(frozen=True, slots=True)
class Spell:
    """One time for which a tie is claimed.

    `lo` and `hi` are ISO days, None where that end is open or not stated; `exact` says whether the text states both as days, so that a
    picture can draw the rest as uncertain. `mode` is `throughout` or `within`, empty where no time is stated.
    """

    edtf: str
    lo: str | None
    hi: str | None
    mode: str
    derived: bool
    exact: bool
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TieMark:
    """A tie as a picture draws it: `times` are the first and last days of what is dated; `affirmed` is False where it is only denied."""

    kind: Predicate
    source: str
    target: str
    times: tuple[tuple[str | None, str | None], ...]
    affirmed: bool
    witnesses: int
    disputed: bool


@dataclass(frozen=True, slots=True)
class Tie:
    """One kind of tie between two bodies, as it is claimed.

    `witnesses` counts the independent witnesses of the strongest agreement, `denied` the claims that deny the tie, `stances` the claims of
    each stance; `disputes` names the disputes that any of its claims stands in.
    """

    kind: Predicate
    source: str
    target: str
    spells: tuple[Spell, ...]
    claims: tuple[str, ...]
    denied: tuple[str, ...]
    witnesses: int
    stances: tuple[tuple[str, int], ...]
    disputes: tuple[str, ...]

    @property
    def mark(self) -> "TieMark":
        """What a picture draws of it."""
        times = tuple((spell.lo, spell.hi) for spell in self.spells if spell.lo or spell.hi)
        return TieMark(self.kind, self.source, self.target, times, bool(self.claims), self.witnesses, bool(self.disputes))

    def other(self, body: str) -> str:
        """Name the body at the other end.

        Args:
            body: The id of one of the two.

        Returns:
            The id of the other one.
        """
        return self.target if body == self.source else self.source


def ties_of(catalogue: Catalogue, bodies: Iterable[str] | None = None) -> tuple[Tie, ...]:
    """Gather the ties between bodies.

    Args:
        catalogue: Where everything is, as the lens leaves it.
        bodies: Ids of the entities at least one of which a tie must touch; None for all ties.

    Returns:
        Ties by kind in the codebook's order, then by name. A tie that is only denied is among them, with no claim that affirms it.
    """
    wanted = None if bodies is None else frozenset(bodies)
    keys = catalogue.claims if wanted is None else dict.fromkeys(key for body in sorted(wanted) for key in catalogue.about.get(body, ()))
    gathered: dict[tuple[Predicate, str, str], list[Claim]] = {}
    for key in keys:
        claim = catalogue.claims[key]
        ends = _ends(catalogue, claim)
        if ends is not None and (wanted is None or not wanted.isdisjoint(ends)):
            gathered.setdefault((claim.predicate, *ends), []).append(claim)
    name = catalogue.knowledge.name_of
    ordered = sorted(gathered, key=lambda tie: (TIES.index(tie[0]), name(tie[1]), name(tie[2]), tie))
    return tuple(_tie(catalogue, tie, gathered[tie]) for tie in ordered)


def spell_of(when: ValidTime | None, claims: tuple[str, ...]) -> Spell:
    """Lay a valid time out for a picture.

    Args:
        when: The time, None where none is stated.
        claims: Ids of the claims that state it.

    Returns:
        The spell with its bounds as ISO days.
    """
    if when is None:
        return Spell("", None, None, "", derived=False, exact=False, claims=claims)
    exact = (
        when.lo is not None
        and when.hi is not None
        and (when.mode == "throughout" or when.lo == when.hi)
        and not set("~?%") & set(when.edtf)
    )
    return Spell(when.edtf, _day(when.lo), _day(when.hi), when.mode, derived=when.basis == "derived", exact=exact, claims=claims)


def _ends(catalogue: Catalogue, claim: Claim) -> tuple[str, str] | None:
    """The two bodies of a tie, None where the claim ties no two known ones."""
    knowledge = catalogue.knowledge
    if claim.predicate not in TIES or claim.object is None or is_private(knowledge, claim.subject) or is_private(knowledge, claim.object):
        return None
    source, target = knowledge.who(claim.subject), knowledge.who(claim.object)
    if source == target or source not in knowledge.entities or target not in knowledge.entities:
        return None
    if claim.predicate in MUTUAL and target < source:
        return target, source
    return source, target


def _tie(catalogue: Catalogue, ends: tuple[Predicate, str, str], claims: list[Claim]) -> Tie:
    kind, source, target = ends
    affirmed = [claim for claim in claims if claim.polarity == "affirmed"]
    spells: dict[ValidTime | None, list[str]] = {}
    for claim in affirmed:
        spells.setdefault(claim.when, []).append(claim.id)
    return Tie(
        kind=kind,
        source=source,
        target=target,
        spells=tuple(sorted((spell_of(when, tuple(ids)) for when, ids in spells.items()), key=_order)),
        claims=tuple(claim.id for claim in affirmed),
        denied=tuple(claim.id for claim in claims if claim.polarity == "denied"),
        witnesses=max((made.witnesses for claim in affirmed for made in catalogue.agreed.get(claim.id, ())), default=min(len(affirmed), 1)),
        stances=_counted(claim.attribution.stance for claim in affirmed),
        disputes=tuple(dict.fromkeys(dispute.id for claim in claims for dispute in catalogue.disputed.get(claim.id, ()))),
    )


def _counted(values: Iterable[str]) -> tuple[tuple[str, int], ...]:
    return tuple(sorted(Counter(values).items()))


def _order(spell: Spell) -> tuple[bool, str, str]:
    return (spell.lo is None and spell.hi is None, spell.lo or spell.hi or "", spell.edtf)


def _day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()
