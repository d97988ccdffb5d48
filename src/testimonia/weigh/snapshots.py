"""Snapshots: weighing a whole corpus in columns, so that millions of claims take seconds.

1. Who speaks for whom is read from the bonds of those who speak at all (`bonds`, `sides`).
2. Which claims agree, and how many independent witnesses each group has, is asked of columns (`grouping`, `hangings`).
3. Which event reports are one event, who stands behind it, and its tolls are asked of columns too (`reports`, `happenings`); records are
   made of one report for each that says something else and may be tied to others.
4. Where a rule of dispute may find a clash (`suspects`, `event_suspects`), records are made again (`recalled`) and weighed as in
   `findings`.

What is found is what `weigh_knowledge` finds, word for word; the sentences of what agrees and of events are written when somebody asks
for them.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import chain

import numpy as np

from testimonia.model.best_rule import BestRule
from testimonia.model.event import Event
from testimonia.model.finding import Corroboration, Dispute
from testimonia.model.knowledge import Findings
from testimonia.weigh.bonds import Bonds
from testimonia.weigh.columns import code_of
from testimonia.weigh.copies import Copy
from testimonia.weigh.corpus import NOTHING, Corpus, Tables
from testimonia.weigh.corroborations import corroboration_of
from testimonia.weigh.dispute_rules import RULES, Rule
from testimonia.weigh.disputes import disputes_of
from testimonia.weigh.event_corroborations import event_corroborations_of
from testimonia.weigh.event_disputes import EventDisputes, disputes_among, laid_to
from testimonia.weigh.event_marks import event_marks
from testimonia.weigh.events import event_of
from testimonia.weigh.grouping import Claims, Groups, agreeing_claims, claims_of
from testimonia.weigh.hangings import Hangings
from testimonia.weigh.happenings import Happenings, Tolls, asked_about, happenings_of, tolls_in
from testimonia.weigh.independence import Witnesses
from testimonia.weigh.marks import Behind, marks_of
from testimonia.weigh.memory import uncollected
from testimonia.weigh.numbers import Blocks, Numbers, mixed
from testimonia.weigh.recalled import Recalled
from testimonia.weigh.reports import Reports
from testimonia.weigh.sides import Sides
from testimonia.weigh.suspects import SUSPECTS, asked_of
from testimonia.weigh.tolls import BY_DEFAULT

Kept = dict[tuple[str, int], tuple[Dispute, ...]]
"""Disputes by rule and by a number that stands for all that they are worked out from."""

AT_ONCE = 20_000
"""Groups whose sentences are written at once."""


@dataclass(frozen=True, slots=True)
class Agreements:
    """Which claims agree: the groups, and how many independent witnesses each has."""

    groups: Groups
    witnesses: Numbers


class Weighing:
    """Weighs what a snapshot holds; what all questions share is worked out once."""

    def __init__(self, tables: Tables) -> None:
        """Read the documents and voices, and who speaks for whom; claims and event reports are read when they are asked about."""
        self.corpus = Corpus(tables)
        self.recalled = Recalled(self.corpus)
        self.bonds = Bonds(self.corpus, self.recalled)
        self.sides: Sides = self.bonds.sides()
        self.hangings = Hangings(self.corpus, self.sides, self.recalled.entities(()))
        self.witnesses = Witnesses(self.recalled.knowledge, (), sides=self.sides, copies=self._copies())

    @cached_property
    def claims(self) -> Claims:
        """The claims."""
        return claims_of(self.corpus)

    @cached_property
    def shown(self) -> tuple[Numbers, Numbers]:
        """Codes of entities, sorted, and of the names that are shown for them."""
        shown = self.corpus.tables.table("entities", ("entity", "shown"))
        order = np.argsort(shown["entity"])
        return shown["entity"][order], shown["shown"][order]

    @cached_property
    def behind(self) -> Behind:
        """What stands behind claims, for their marks."""
        return Behind(self.corpus, self.recalled, self.sides, self.shown)

    def agreements(self, *, touched: Numbers | None = None) -> Agreements:
        """Find which claims agree, and count the independent witnesses.

        Args:
            touched: The blocks that are asked about, None for all.

        Returns:
            The groups.
        """
        groups = agreeing_claims(self.claims, touched=touched)
        members = groups.members
        return Agreements(groups, self.hangings.counted(self.claims.lines, members.number, members.rows, groups=len(groups)))

    def corroborations(self, groups: Groups) -> Iterator[Corroboration]:
        """Write out what agrees.

        Args:
            groups: Groups of claims that agree.

        Yields:
            A corroboration for each, in their order.
        """
        members = groups.members
        for start in range(0, len(groups), AT_ONCE):
            starts = np.append(members.starts, len(members.rows))[start : start + AT_ONCE + 1]
            made = self.recalled.claims(self.claims.lines, members.rows[starts[0] : starts[-1]])
            for low, high in zip((starts[:-1] - starts[0]).tolist(), (starts[1:] - starts[0]).tolist(), strict=True):
                yield corroboration_of(self.recalled.knowledge, made[low:high], witnesses=self.witnesses)

    def disputes(self, *, earlier: Kept | None = None) -> Kept:
        """Find claims that cannot all hold.

        Args:
            earlier: What was found before in this corpus; where nothing has changed that counts, it stands.

        Returns:
            The disputes of every block of claims in which any rule finds some.
        """
        asked, kept = asked_of(self.corpus, self.claims), earlier or {}
        found: Kept = {}
        with uncollected():
            for rule in RULES:
                blocks = SUSPECTS[rule.name](asked)
                above = self.bonds.above(self.claims.lines["other"][blocks.rows]) if rule.name == "single_parent" else {}
                marks = self.marks(blocks, above)
                keys = [(rule.name, mark) for mark in marks.tolist()]
                found |= {key: kept[key] for key in keys if key in kept}
                new = np.array([key not in kept for key in keys], bool)
                found |= self._disputed(rule, blocks.kept(new), marks[new], above)
        return found

    def _disputed(self, rule: Rule, blocks: Blocks, marks: Numbers, above: Mapping[str, frozenset[str]]) -> Kept:
        """Weigh some blocks of one rule."""
        made = self.recalled.claims(self.claims.lines, blocks.rows)
        if above:
            made = [replace(one, above=above.get(one.target or "", frozenset())) for one in made]
        return {
            (rule.name, mark): disputes_of(self.recalled.knowledge, made[start:end], witnesses=self.witnesses, rules=(rule,))
            for mark, start, end in zip(marks.tolist(), blocks.starts.tolist(), blocks.ends.tolist(), strict=True)
        }

    def marks(self, blocks: Blocks, above: Mapping[str, frozenset[str]]) -> Numbers:
        """Give each block a number that changes whenever anything does that its disputes are worked out or written from.

        Args:
            blocks: Blocks of claims.
            above: The bodies above those that claims name as their other end, where the question looks at them.

        Returns:
            One number a block.
        """
        lines, rows = self.claims.lines, blocks.rows
        each = marks_of(lines, rows, shown=self.shown, behind=self.behind)
        if above:
            codes = {code: code_of(" ".join(sorted(above.get(name, ())))) for code, name in self.recalled.entities(()).items()}
            each = mixed(each, np.array([codes.get(code, NOTHING) for code in lines["other"][rows].tolist()], np.uint64))
        with np.errstate(over="ignore"):
            return np.add.reduceat(each, blocks.starts) if len(blocks.starts) else each[:0]

    def findings(self, *, best_of: BestRule = BY_DEFAULT) -> Findings:
        """Write out everything that weighing finds, as `weigh_knowledge` does.

        Args:
            best_of: How the best of several figures is chosen.

        Returns:
            Events, corroborations and disputes.
        """
        agreed = {made.id: made for made in self.corroborations(self.agreements().groups)}
        events = self.events(best_of=best_of)
        return Findings(
            events.events,
            (*sorted(agreed.values(), key=lambda made: (made.about, made.id)), *events.corroborations),
            (*listed_disputes(self.disputes()), *events.disputes),
        )

    @cached_property
    def reports(self) -> Reports:
        """The event reports."""
        return Reports(self.corpus, self.recalled)

    @cached_property
    def happenings(self) -> Happenings:
        """Which reports are one event, and how many independent witnesses each event has."""
        with uncollected():
            return happenings_of(self.reports, self.hangings)

    def tolls(self, *, best_of: BestRule = BY_DEFAULT) -> Tolls:
        """Derive the tolls of all events.

        Args:
            best_of: How the best of several figures is chosen.

        Returns:
            The tolls, by event.
        """
        with uncollected():
            return tolls_in(self.happenings, self.reports, self.recalled.knowledge, witnesses=self.witnesses, best_of=best_of)

    def event_disputes(self) -> tuple[Dispute, ...]:
        """Find what the reports of events cannot all be right about.

        Returns:
            Disputes, in the order in which `event_disputes_of` gives them.
        """
        with uncollected():
            asked = asked_about(self.happenings, self.reports)
            above = self.bonds.above(np.array([code_of(name) for name in laid_to(asked, self.recalled.knowledge)], np.uint64))
            return disputes_among(asked, EventDisputes(self.recalled.knowledge, self.witnesses, above=above))

    def events(self, *, best_of: BestRule = BY_DEFAULT) -> Findings:
        """Write out all events, and what their reports agree on and what they cannot all be right about.

        Args:
            best_of: How the best of several figures is chosen.

        Returns:
            Events, and the corroborations and disputes about them.
        """
        events, agreed = list[Event](), list[Corroboration]()
        for made, corroborations in self.written(np.arange(len(self.happenings)), best_of=best_of):
            events += made
            agreed += corroborations
        return Findings(tuple(events), tuple(sorted(agreed, key=lambda made: (made.about, made.id))), self.event_disputes())

    def written(self, events: Numbers, *, best_of: BestRule = BY_DEFAULT) -> Iterator[tuple[Sequence[Event], Sequence[Corroboration]]]:
        """Write out events, some thousands at a time.

        Args:
            events: The numbers of events in `happenings`.
            best_of: How the best of several figures is chosen.

        Yields:
            Events in that order, and the corroborations about them.
        """
        tied, knowledge = self.happenings.tied, self.recalled.knowledge
        for part in np.split(events, range(AT_ONCE, len(events), AT_ONCE)):
            with uncollected():
                places = [place for event in part.tolist() for place in tied.places(event)]
                self.reports.recall(np.array(places, np.int64))
                accounts = {self.reports[place].id: self.reports[place] for place in places}
                made = [
                    event_of(knowledge, self.reports, tied, event, witnesses=self.witnesses, best_of=best_of) for event in part.tolist()
                ]
                yield made, event_corroborations_of(made, accounts=accounts, witnesses=self.witnesses)
            self.reports.forget()

    def event_marks(self, *, best_of: BestRule = BY_DEFAULT) -> Numbers:
        """Give each event a number that changes whenever anything does that it, or what its reports agree on, is written from.

        Args:
            best_of: How the best of several figures is chosen.

        Returns:
            One number an event of `happenings`.
        """
        return event_marks(self.happenings.tied, self.reports, self.recalled, behind=self.behind, best_of=best_of)

    def _copies(self) -> dict[str, Copy]:
        table = self.corpus.tables.table("copies", ("document", "group", "of", "share"))
        places = self.corpus.places(table["document"])
        names = self.recalled.documents(places)
        found = zip(names, table["group"].tolist(), table["of"].tolist(), table["share"].tolist(), strict=True)
        return {name: Copy(group, of, share) for name, group, of, share in found}


def listed_disputes(kept: Kept) -> tuple[Dispute, ...]:
    """List disputes in the order in which `disputes_of` gives them.

    Args:
        kept: The disputes of every block.

    Returns:
        Definite ones first, then by what they are about and by id.
    """
    return tuple(sorted(chain.from_iterable(kept.values()), key=lambda dispute: (dispute.certainty, dispute.about, dispute.id)))
