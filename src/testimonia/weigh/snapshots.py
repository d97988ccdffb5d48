"""Snapshots: weighing a whole corpus in columns, so that millions of claims take seconds.

1. Who speaks for whom is read from the bonds of those who speak at all (`sides`).
2. Which claims agree, and how many independent witnesses each group has, is asked of columns (`grouping`, `hangings`).
3. Where a rule of dispute may find a clash (`suspects`), and for event reports, records are made again (`recalled`) and weighed as in
   `findings`.

What is found is what `weigh_knowledge` finds, word for word; the sentences of what agrees are written when somebody asks for them.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import chain

import numpy as np

from testimonia.model.best_rule import BestRule
from testimonia.model.finding import Corroboration, Dispute
from testimonia.model.knowledge import Findings
from testimonia.text.names import fold_name
from testimonia.weigh.accounts import accounts_of
from testimonia.weigh.assertions import HEIGHT, UPWARDS, all_above
from testimonia.weigh.columns import code_of
from testimonia.weigh.copies import Copy
from testimonia.weigh.corpus import NOTHING, Corpus, Tables, is_any
from testimonia.weigh.corroborations import corroboration_of
from testimonia.weigh.dispute_rules import RULES, Rule
from testimonia.weigh.disputes import disputes_of
from testimonia.weigh.event_corroborations import event_corroborations_of
from testimonia.weigh.event_disputes import event_disputes_of
from testimonia.weigh.events import events_of
from testimonia.weigh.grouping import Claims, Groups, agreeing_claims, claims_of
from testimonia.weigh.hangings import Hangings
from testimonia.weigh.independence import Witnesses
from testimonia.weigh.memory import uncollected
from testimonia.weigh.numbers import Blocks, Numbers, looked_up, mixed
from testimonia.weigh.recalled import REPORT, Recalled
from testimonia.weigh.sides import BONDS, Sides, sides_of
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
        """Read the columns of all claims, and who speaks for whom."""
        self.corpus = Corpus(tables)
        self.claims: Claims = claims_of(self.corpus)
        self.recalled = Recalled(self.corpus)
        self.sides: Sides = self._sides()
        self.hangings = Hangings(self.corpus, self.sides, self.recalled.entities(()))
        shown = tables.table("entities", ("entity", "shown"))
        order = np.argsort(shown["entity"])
        self._shown = shown["entity"][order], shown["shown"][order]
        self.witnesses = Witnesses(self.recalled.knowledge, (), sides=self.sides, copies=self._copies())

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
                above = self._above(self.claims.lines["other"][blocks.rows]) if rule.name == "single_parent" else {}
                marks = self._marks(blocks, above)
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

    def _marks(self, blocks: Blocks, above: Mapping[str, frozenset[str]]) -> Numbers:
        """Give each block a number that changes whenever anything does that its disputes are worked out or written from."""
        lines, rows = self.claims.lines, blocks.rows
        line, hub = self.hangings.hubs(lines, rows)
        with np.errstate(over="ignore"):
            hung = np.zeros(len(rows), np.uint64)
            np.add.at(hung, line, mixed(hub))
        stated = [lines[name][rows] for name in ("id", "start", "document_code", "chain_code", "time", "value", "denied", "in_title")]
        who = [lines[name][rows] for name in ("about", "other", "subject", "object")]
        names = [looked_up(lines[name][rows], *self._shown) for name in ("about", "other")]
        voices = self.corpus.voices["voice"][lines["chain"][rows]]
        said = [self.corpus.documents[name][lines["document"][rows]] for name in ("first_said", "last_said")]
        published = self.hangings.publishers(lines, rows)
        codes = {code: code_of(" ".join(sorted(above.get(name, ())))) for code, name in self.recalled.entities(()).items()} if above else {}
        over = np.array([codes.get(code, NOTHING) for code in lines["other"][rows].tolist()], np.uint64)
        each = mixed(*stated, *who, *names, voices, *said, *published, over, hung)
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

    def events(self, *, best_of: BestRule = BY_DEFAULT) -> Findings:
        """Tie reports to events, and find what their reports agree on and what they cannot all be right about.

        Args:
            best_of: How the best of several figures is chosen.

        Returns:
            Events, and the corroborations and disputes about them.
        """
        lines = self.corpus.lines("reports", REPORT)
        with uncollected():
            names, reports = self.recalled.reports(lines, np.arange(len(lines["id"])))
            knowledge = replace(self.recalled.knowledge, reports=tuple(reports))
            prepared = accounts_of(knowledge, names=names)
            events = events_of(knowledge, prepared, witnesses=self.witnesses, best_of=best_of)
            accounts = {account.id: account for account in prepared}
            above = self._above(np.array(list(self.recalled.entities(())), np.uint64))
            return Findings(
                events,
                event_corroborations_of(events, accounts=accounts, witnesses=self.witnesses),
                event_disputes_of(knowledge, events, accounts=accounts, witnesses=self.witnesses, above=above),
            )

    def _sides(self) -> Sides:
        """Read who speaks for whom, following up the bonds of those who are voices or whom the register names."""
        sources = self.recalled.knowledge.sources
        self.recalled.bearers({fold_name(name) for source in sources.values() if source.side for name in (source.name, source.side)})
        lines = self.claims.lines
        bonds = is_any(lines["predicate"], (*BONDS, "split_from")) & ~lines["denied"] & (lines["other"] != NOTHING)
        rows = np.flatnonzero(bonds)
        about, other = lines["about"][rows], lines["other"][rows]
        speakers = np.concatenate((self.corpus.voice["entity"], np.array(list(self.recalled.entities(())), np.uint64)))
        told = self.recalled.claims(lines, rows[np.isin(about, _followed(speakers, about, other))])
        return sides_of(told, entities=self.recalled.knowledge.entities, sources=sources)

    def _copies(self) -> dict[str, Copy]:
        table = self.corpus.tables.table("copies", ("document", "group", "of", "share"))
        places = self.corpus.places(table["document"])
        names = self.recalled.documents(places)
        found = zip(names, table["group"].tolist(), table["of"].tolist(), table["share"].tolist(), strict=True)
        return {name: Copy(group, of, share) for name, group, of, share in found}

    def _above(self, codes: Numbers) -> dict[str, frozenset[str]]:
        """Give for some entities the bodies that each is said to belong to."""
        lines = self.claims.lines
        bodies = np.unique(codes)
        rows = np.flatnonzero(is_any(lines["predicate"], UPWARDS) & ~lines["denied"] & (lines["other"] != NOTHING))
        about, other = lines["about"][rows], lines["other"][rows]
        told = np.isin(about, _followed(bodies, about, other))
        names = self.recalled.entities(np.concatenate((about[told], other[told])).tolist())
        parents: dict[str, set[str]] = {}
        for lower, upper in set(zip(about[told].tolist(), other[told].tolist(), strict=True)):
            parents.setdefault(names[lower], set()).add(names[upper])
        self.recalled.entities(bodies.tolist())
        return all_above((names[code] for code in bodies.tolist()), parents)


def listed_disputes(kept: Kept) -> tuple[Dispute, ...]:
    """List disputes in the order in which `disputes_of` gives them.

    Args:
        kept: The disputes of every block.

    Returns:
        Definite ones first, then by what they are about and by id.
    """
    return tuple(sorted(chain.from_iterable(kept.values()), key=lambda dispute: (dispute.certainty, dispute.about, dispute.id)))


def _followed(bodies: Numbers, about: Numbers, other: Numbers) -> Numbers:
    """Follow bonds upwards, from what they are about to their other end."""
    reached = np.unique(bodies)
    for _ in range(HEIGHT):
        reached = np.union1d(reached, other[np.isin(about, reached)])
    return reached
