"""Plots of a synthetic corpus: for every rule of weighing one that breaks it, one that only looks like it, and plain facts told by many.

A plot gives what it plants: the disputes, and the groups of claims that agree. Two plots never share what a rule compares by.
"""

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date

from bench.planted import PlantedDispute, Side, Told, is_agreement, side_of
from bench.scribe import ANY_DAY, Days, Scribe

from testimonia.model.claim import Value
from testimonia.model.entity import Entity
from testimonia.model.kinds import Predicate

YEARS = range(1950, 2012)
"""Years that claims are about; documents that tell of them appear later or at once."""
HEADS = ("fighters", "members", "men", "combatants")
SINGLE = ("commander-in-chief", "secretary-general", "chairman", "chief of staff", "supreme leader")
LEADING = ("leader", "head", "commander")
LOOSE = ("spokesman", "deputy commander", "founder", "ideologue")
STATES: tuple[Predicate, ...] = ("allied_with", "opposes", "operates_in")
SAYINGS: tuple[Predicate, ...] = ("known_as", "ideology", "capability", "states_position")


@dataclass(slots=True)
class Plot:
    """What a plot has planted so far; a calm one plants no dispute where it has the choice."""

    scribe: Scribe
    subject: Entity
    size: int
    calm: bool = False
    disputes: list[PlantedDispute] = field(default_factory=list)
    agreements: list[Side] = field(default_factory=list)

    @property
    def chance(self) -> random.Random:
        """Where the choices come from."""
        return self.scribe.chance

    def agree(self, *groups: Sequence[Told]) -> None:
        """Plant groups that agree, each on one thing; a voice that repeats itself agrees with nobody."""
        self.agreements += [side_of(group) for group in groups if is_agreement(group)]

    def dispute(self, rule: str, certainty: str, *groups: Sequence[Told]) -> None:
        """Plant a dispute between groups."""
        self.disputes.append(PlantedDispute(rule, certainty, frozenset(side_of(group) for group in groups)))

    def clash(self, rule: str, certainty: str, *groups: Sequence[Told]) -> None:
        """Plant a dispute between groups of which each agrees on its own."""
        self.agree(*groups)
        self.dispute(rule, certainty, *groups)

    def sizes(self, parts: int) -> list[int]:
        """Share the claims among parts, at least one each."""
        rest = [self.chance.random() ** 2 + 0.05 for _ in range(parts)]
        return [max(1, round(self.size * one / sum(rest))) for one in rest]

    def years(self, number: int, *, apart: int = 2) -> list[int]:
        """Choose years in order, at least so many apart."""
        step = len(YEARS) // (number + 1)
        first = self.chance.randrange(step - apart)
        return [YEARS[first + place * step] for place in range(number)]

    def other(self, called: str = "{} Front") -> Entity:
        """Make another body."""
        return self.scribe.keep(self.scribe.world.body(called=called))

    def person(self) -> Entity:
        """Make a person with a public role."""
        return self.scribe.keep(self.scribe.world.body("person"))


Maker = Callable[[Plot], None]


def one_day(plot: Plot, year: int) -> list[str]:
    """Write one day more and less finely.

    Args:
        plot: For the choices.
        year: Its year.

    Returns:
        Year, month and day in EDTF; all agree.
    """
    month, day = plot.chance.randrange(1, 13), plot.chance.randrange(1, 29)
    return [f"{year}", f"{year}-{month:02}", f"{year}-{month:02}-{day:02}"]


def within_year(plot: Plot) -> tuple[Days, Days]:
    """Choose the halves of a year of publication.

    Args:
        plot: For the choices.

    Returns:
        Two spans without a common day and within what counts as one time.
    """
    year = plot.chance.randrange(1997, 2023)
    return (date(year, 1, 1), date(year, 6, 30)), (date(year, 7, 1), date(year, 12, 31))


def plain_fact(plot: Plot) -> None:
    """Many say one thing of a body, undated or of one time."""
    predicate = plot.chance.choice((*STATES, *SAYINGS, "affiliated_with", "named_after"))
    saying = Value(text=plot.scribe.world.name()) if predicate in SAYINGS else None
    target = None if saying is not None else plot.other()
    when = plot.chance.choice((None, None, f"{plot.years(1)[0]}"))
    plot.agree(plot.scribe.claims(plot.size, predicate, plot.subject, target, value=(saying,), when=(when,)))


def allies_either_way(plot: Plot) -> None:
    """An alliance is told from either end."""
    ally = plot.other()
    one, two = plot.sizes(2)
    told = plot.scribe.claims(one, "allied_with", plot.subject, ally)
    plot.agree([*told, *plot.scribe.claims(two, "allied_with", ally, plot.subject)])


def denied_at_one_time(plot: Plot) -> None:
    """A tie is affirmed and denied of the same years."""
    one, two = plot.sizes(2)
    year, target, predicate = plot.years(1)[0], plot.other(), plot.chance.choice(STATES)
    when = (f"{year}/{year + 5}",)
    said = plot.scribe.claims(one, predicate, plot.subject, target, when=when, mode="throughout")
    plot.clash(
        "affirmed_and_denied",
        "definite",
        said,
        plot.scribe.claims(two, predicate, plot.subject, target, when=when, mode="throughout", denied=True),
    )


def denied_undated(plot: Plot) -> None:
    """A tie is affirmed in one half of a year and denied in the other."""
    one, two = plot.sizes(2)
    early, late = within_year(plot)
    target, predicate = plot.other(), plot.chance.choice(STATES)
    said = plot.scribe.claims(one, predicate, plot.subject, target, published=early)
    denials = plot.scribe.claims(two, predicate, plot.subject, target, published=late, denied=True)
    plot.clash("affirmed_and_denied", "possible", said, denials)


def denied_later(plot: Plot) -> None:
    """A look-alike: a tie is affirmed of some years and denied of later ones."""
    one, two = plot.sizes(2)
    first, second = plot.years(2, apart=8)
    target, predicate = plot.other(), plot.chance.choice(STATES)
    said = plot.scribe.claims(one, predicate, plot.subject, target, when=(f"{first}/{first + 3}",), mode="throughout")
    denials = plot.scribe.claims(two, predicate, plot.subject, target, when=(f"{second}/{second + 3}",), mode="throughout", denied=True)
    plot.agree(said, denials)


def dates_apart(plot: Plot) -> None:
    """A split or merger is given two or three years."""
    predicate: Predicate = plot.chance.choice(("split_from", "merged_into", "renamed"))
    target = None if predicate == "renamed" else plot.other()
    saying = Value(text=plot.scribe.world.name()) if predicate == "renamed" else None
    sizes = plot.sizes(plot.chance.choice((2, 2, 3)))
    years = plot.years(len(sizes))
    groups = [
        plot.scribe.claims(size, predicate, plot.subject, target, value=(saying,), when=one_day(plot, year))
        for size, year in zip(sizes, years, strict=True)
    ]
    plot.clash("exclusive_date", "definite", *groups)


def renamed_twice(plot: Plot) -> None:
    """A look-alike: a body takes one name and years later another."""
    for size, year in zip(plot.sizes(2), plot.years(2), strict=True):
        saying = Value(text=plot.scribe.world.name())
        plot.agree(plot.scribe.claims(size, "renamed", plot.subject, value=(saying,), when=one_day(plot, year)))


def bond_and_no_tie(plot: Plot) -> None:
    """A membership is affirmed, and any affiliation denied, of the same years."""
    one, two = plot.sizes(2)
    year, target = plot.years(1)[0], plot.other()
    when = (f"{year}/{year + 5}",)
    bond = plot.scribe.claims(one, "member_of", plot.subject, target, when=when, mode="throughout")
    none = plot.scribe.claims(two, "affiliated_with", plot.subject, target, when=when, mode="throughout", denied=True)
    plot.clash("bond_without_tie", "definite", bond, none)


def bond_after_split(plot: Plot) -> None:
    """A body has left another and belongs to it years later."""
    one, two = plot.sizes(2)
    year, target = plot.years(1)[0], plot.other()
    split = plot.scribe.claims(one, "split_from", plot.subject, target, when=one_day(plot, year))
    bond = plot.scribe.claims(two, "member_of", plot.subject, target, when=(f"{year + 3}/{year + 6}",), mode="throughout")
    plot.clash("bond_after_split", "definite", split, bond)


def bond_said_after_split(plot: Plot) -> None:
    """A body has left another at a time that nobody states, and others say that it belongs to it."""
    one, two = plot.sizes(2)
    early, late = within_year(plot)
    target = plot.other()
    split = plot.scribe.claims(one, "split_from", plot.subject, target, published=late)
    plot.clash("bond_after_split", "possible", split, plot.scribe.claims(two, "member_of", plot.subject, target, published=early))


def bond_before_split(plot: Plot) -> None:
    """A look-alike: a body belonged to another before it left."""
    one, two = plot.sizes(2)
    year, target = plot.years(1)[0] + 8, plot.other()
    bond = plot.scribe.claims(one, "member_of", plot.subject, target, when=(f"{year - 6}/{year - 2}",), mode="throughout")
    plot.agree(bond, plot.scribe.claims(two, "split_from", plot.subject, target, when=one_day(plot, year)))


def two_ends(plot: Plot) -> None:
    """A membership ended in one year or in another."""
    year, target = plot.years(1)[0], plot.other()
    groups = [
        plot.scribe.claims(size, "member_of", plot.subject, target, when=(f"{year}/{year + end}",), mode="throughout")
        for size, end in zip(plot.sizes(2), (4, 9), strict=True)
    ]
    plot.agree([told for group in groups for told in group])
    plot.dispute("bond_after_end", "definite", *groups)


def said_after_end(plot: Plot) -> None:
    """A membership has ended and is told of, undated, in later documents."""
    one, two = plot.sizes(2)
    year, target = plot.chance.randrange(1970, 1990), plot.other()
    ended = plot.scribe.claims(one, "member_of", plot.subject, target, when=(f"{year}/{year + 4}",), mode="throughout")
    undated = plot.scribe.claims(two, "member_of", plot.subject, target)
    plot.agree([*ended, *undated])
    plot.dispute("bond_after_end", "possible", ended, undated)


def member_twice(plot: Plot) -> None:
    """A look-alike: a membership ended and was taken up again."""
    year, target = plot.years(1)[0], plot.other()
    groups = [
        plot.scribe.claims(size, "member_of", plot.subject, target, when=(f"{start}/{start + 3}",), mode="throughout")
        for size, start in zip(plot.sizes(2), (year, year + 7), strict=True)
    ]
    plot.agree(*groups)


def each_below(plot: Plot) -> None:
    """Each of two bodies is said to belong to the other in the same years."""
    one, two = plot.sizes(2)
    year, other = plot.years(1)[0], plot.other()
    when = (f"{year}/{year + 5}",)
    lower = plot.scribe.claims(one, "member_of", plot.subject, other, when=when, mode="throughout")
    upper = plot.scribe.claims(two, "member_of", other, plot.subject, when=when, mode="throughout")
    plot.clash("each_below_the_other", "definite", lower, upper)


def holders(plot: Plot) -> None:
    """An office of one body has two holders at one time, or one after the other."""
    role, (year, *_) = plot.chance.choice((*SINGLE, *LEADING, *LOOSE)), plot.years(1)
    body, at_once = plot.other(), not plot.calm and plot.chance.random() < 0.5
    spans = (f"{year}/{year + 5}", f"{year + 2}/{year + 7}" if at_once else f"{year + 5}/{year + 9}")
    groups = [
        plot.scribe.claims(size, "has_role", plot.person(), body, value=(Value(role=role),), when=(span,), mode="throughout")
        for size, span in zip(plot.sizes(2), spans, strict=True)
    ]
    plot.agree(*groups)
    if at_once and role not in LOOSE:
        plot.dispute("single_office", "definite" if role in SINGLE else "possible", *groups)


CALM: tuple[tuple[Maker, int], ...] = (
    (plain_fact, 12),
    (allies_either_way, 2),
    (denied_later, 2),
    (renamed_twice, 2),
    (bond_before_split, 2),
    (member_twice, 2),
    (holders, 4),
)
CONTESTED: tuple[tuple[Maker, int], ...] = (
    (denied_at_one_time, 1),
    (denied_undated, 1),
    (dates_apart, 1),
    (bond_and_no_tie, 1),
    (bond_after_split, 1),
    (bond_said_after_split, 1),
    (two_ends, 1),
    (said_after_end, 1),
    (each_below, 1),
    (holders, 3),
)
"""Plots that a body may have any number of, each with another counterpart, and how often each is chosen among its like."""


def life(plot: Plot) -> None:
    """When a body began and ended: once, in two years, or the wrong way round."""
    kind = plot.chance.choice(("plain", "about") if plot.calm else ("plain", "about", "apart", "apart", "inverted"))
    one, two, three = plot.sizes(3)
    early, middle, late = plot.years(3)
    if kind == "about":
        plot.agree(plot.scribe.claims(one + two, "founded", plot.subject, when=(f"{early}~", f"{early + 1}")))
        return
    founded = plot.scribe.claims(one, "founded", plot.subject, when=one_day(plot, late if kind == "inverted" else early))
    dissolved = plot.scribe.claims(two, "dissolved", plot.subject, when=one_day(plot, middle))
    plot.agree(founded, dissolved)
    plot.scribe.claims(1, "founded", plot.subject)
    if kind == "inverted":
        plot.dispute("ended_before_begun", "possible", founded, dissolved)
    if kind == "apart":
        again = plot.scribe.claims(three, "dissolved", plot.subject, when=one_day(plot, late))
        plot.agree(again)
        plot.dispute("exclusive_date", "definite", dissolved, again)


def strengths(plot: Plot) -> None:
    """How many a body had: figures that do not meet at one time, dated or as published, or that grew over the years."""
    kind = "grown" if plot.calm else plot.chance.choice(("dated", "published", "grown"))
    low, unit = plot.chance.randrange(2, 40) * 50, plot.chance.choice(HEADS)
    values = [low, low * 3] if kind != "grown" else [low * (place + 1) for place in range(4)]
    years = plot.years(len(values))
    published = within_year(plot)[0] if kind == "published" else ANY_DAY
    groups = []
    for size, number, year in zip(plot.sizes(len(values)), values, years, strict=True):
        said = (Value(low=number, high=number, unit=unit), Value(low=number * 95 // 100, high=number * 105 // 100, unit=unit))
        when = {"dated": f"{years[0]}", "published": None, "grown": f"{year}"}[kind]
        groups.append(plot.scribe.claims(size, "strength", plot.subject, value=said, when=(when,), published=published))
    plot.agree(*groups)
    if kind != "grown":
        plot.dispute("strengths_apart", "definite" if kind == "dated" else "possible", *groups)


def parents(plot: Plot) -> None:
    """Whose a body is: of two at one time, of one and its superior, or of one after another."""
    kind, (year, *_) = plot.chance.choice(("superior", "in turn") if plot.calm else ("at once", "superior", "in turn")), plot.years(1)
    one, two = plot.other("{} Council"), plot.other("{} Command")
    spans = [f"{year}/{year + 6}", f"{year + 9}/{year + 12}" if kind == "in turn" else f"{year + 1}/{year + 7}"]
    groups = [
        plot.scribe.claims(size, "part_of", plot.subject, body, when=(span,), mode="throughout")
        for size, body, span in zip(plot.sizes(2), (one, two), spans, strict=True)
    ]
    plot.agree(*groups)
    if kind == "superior":
        plot.agree(plot.scribe.claims(2, "part_of", one, two))
    if kind == "at once":
        plot.dispute("single_parent", "possible", *groups)


def wings(plot: Plot) -> None:
    """A body is the armed wing of a party, and has another body in it."""
    party, unit = plot.other("{} League"), plot.other("{} Battalion")
    one, two = plot.sizes(2)
    plot.agree(plot.scribe.claims(one, "armed_wing_of", plot.subject, party), plot.scribe.claims(two, "part_of", unit, plot.subject))


ONCE: tuple[Maker, ...] = (life, strengths, parents, wings)
"""Plots that a body has once at most, since they use up what is asked of a body alone."""
