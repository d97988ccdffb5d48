"""Reports: the event reports of a corpus as numbers, and records of those that somebody looks at."""

from collections.abc import Hashable, Sequence

import numpy as np

from testimonia.model.event import Figure
from testimonia.model.party import Party
from testimonia.weigh.accounts import Account, Somebody, account_of, counts_happenings, is_lasting, side_counted, somebodies
from testimonia.weigh.columns import Columns
from testimonia.weigh.corpus import Corpus, Times
from testimonia.weigh.numbers import Numbers, mixed, spread, starts_of
from testimonia.weigh.recalled import REPORT, Recalled
from testimonia.weigh.supposed import supposed_span
from testimonia.weigh.times import Span
from testimonia.weigh.told import HYPOTHETICAL, Numbered, Side, Told, same_figures

Quantity = tuple[str, str | None]
"""What is counted, and of whom; None for the total."""


class Reports(Sequence[Account]):
    """The event reports of a corpus, by document and place in it; a record is made when it is asked for, and best of many at once."""

    def __init__(self, corpus: Corpus, recalled: Recalled) -> None:
        """Read their columns, and who and what the codes in them stand for."""
        self._corpus, self._recalled = corpus, recalled
        self.lines = lines = corpus.lines("reports", REPORT)
        self._seen: dict[str, Somebody] = {}
        self._made: dict[int, Account] = {}
        times = corpus.times(lines["time"])
        lines |= {"dated": times.dated[times.place], "first": times.low[times.place], "last": times.high[times.place]}
        lines["source"] = mixed(lines["document"], corpus.voices["voice"][lines["chain"]])
        starts = starts_of(lines["document"])
        self._number = np.arange(1, len(self) + 1) - np.repeat(starts, np.diff(starts, append=len(self)))
        self.told = self._told(times)

    def __len__(self) -> int:
        """How many there are."""
        return len(self.lines["id"])

    def __getitem__(self, row: int) -> Account:  # type: ignore[override]  # a slice of them is never wanted
        """Give the record of one."""
        if row not in self._made:
            self.recall(np.array([row]))
        return self._made[row]

    def recall(self, rows: Numbers) -> None:
        """Make the records of many at once.

        Args:
            rows: Their places.
        """
        missing = np.array([row for row in np.unique(rows).tolist() if row not in self._made], np.int64)
        names, made = self._recalled.reports(self.lines, missing)
        numbers = self._number[missing].tolist()
        for row, name, report, number in zip(missing.tolist(), names, made, numbers, strict=True):
            self._made[row] = account_of(self._recalled.knowledge, report, name=name, seen=self._seen, number=number)

    def forget(self) -> None:
        """Let go of all records."""
        self._made.clear()

    def quantities(self) -> tuple[Columns, list[Quantity]]:
        """Lay out what the reports count.

        Returns:
            Columns `row`, `quantity` (a place in the list), `low` and `high`, -1 where a bound is not stated, one line for each figure
            that states any; and what is counted.
        """
        knowledge = self._recalled.knowledge
        figures, target = self.lines["figures"], self.lines["target"]
        rows = np.flatnonzero(figures != 0)
        _, first, which = np.unique(mixed(figures[rows], target[rows]), return_index=True, return_inverse=True)
        counted, attacked = self._recalled.figures(figures[rows][first]), self._recalled.sides(target[rows][first])
        names, listed = Numbered[Quantity](), []
        for at, (stated, parties) in enumerate(zip(counted, attacked, strict=True)):
            for one in stated:
                if one.low is not None or one.high is not None:
                    number = names.of((one.what, side_counted(knowledge, parties, one)))
                    listed.append((at, number, -1 if one.low is None else one.low, -1 if one.high is None else one.high))
        table = np.array(listed, np.int64).reshape(-1, 4)
        sizes = np.bincount(table[:, 0], minlength=len(first))
        line, place = spread(np.cumsum(sizes) - sizes, sizes, which)
        return {
            "row": rows[line],
            **{name: table[place, column] for column, name in enumerate(("quantity", "low", "high"), 1)},
        }, names.things

    def _told(self, times: Times) -> Told:
        lines = self.lines
        sides, places = self._sides(np.concatenate([lines[name] for name in ("initiator", "target", "where")]))
        low, high, stated, lasting = self._days(times)
        figures, count, sums = self._figures(lasting)
        initiator, target, where = np.split(places, 3)
        return Told(
            document=lines["document"],
            type=lines["type"],
            mode=np.unique(np.append(lines["mode"], np.uint64(0)), return_inverse=True)[1][:-1],
            status=lines["status"],
            alone=lines["recurrent"] | (lines["status"] == HYPOTHETICAL),
            sums=sums,
            dated=lines["dated"],
            low=low,
            high=high,
            first=times.first[times.place],
            last=times.last[times.place],
            stated=stated,
            initiator=initiator,
            target=target,
            where=where,
            count=count,
            sides=sides,
            figures=figures,
        )

    def _sides(self, codes: Numbers) -> tuple[list[Side], Numbers]:
        """Say who stands behind sides, those first that are nobody's; and which each code means."""
        different, place = np.unique(codes, return_inverse=True)
        parties: list[tuple[Party, ...]] = self._recalled.sides(different)
        known = Numbered[Side](())
        number = np.array([known.of(somebodies(self._recalled.knowledge, side, self._seen)) for side in parties], np.int64)
        return known.things, number[place]

    def _days(self, times: Times) -> tuple[Numbers, Numbers, Numbers, Numbers]:
        """Give first and last days, stated or supposed, a number for each time as written, and whether it lasts."""
        lines, place = self.lines, times.place
        codes = np.zeros(len(times.low), np.uint64)
        codes[place] = lines["time"]
        read = self._recalled.times(codes)
        written = Numbered[str | None](None)
        stated = np.array([written.of(None if one is None else one.edtf) for one in read], np.int64)
        lasting = np.array([is_lasting(one) for one in read], bool)
        low, high = times.low[place], times.high[place]
        vague, seen = np.flatnonzero(~lines["dated"]), dict[tuple[int, str | None], Span | None]()
        published = self._corpus.papers()["published"]
        for row, time, document in zip(vague.tolist(), place[vague].tolist(), lines["document"][vague].tolist(), strict=True):
            key = time, published[document]
            if key not in seen:
                seen[key] = supposed_span(read[time], published=published[document])
            if (days := seen[key]) is not None:
                low[row], high[row] = days
        return low, high, stated[place], lasting[place]

    def _figures(self, lasting: Numbers) -> tuple[list[tuple[Figure, ...]], Numbers, Numbers]:
        """Say which reports give the same figures, and which of them sum several happenings."""
        codes, place = np.unique(self.lines["figures"], return_inverse=True)
        read = self._recalled.figures(codes)
        counting = np.array([counts_happenings(one) for one in read], bool)
        stated = np.array([bool(one) for one in read], bool)
        sums = counting[place] | (stated[place] & lasting)
        known, found = Numbered[Hashable](()), dict[int, tuple[Figure, ...]]({0: ()})
        numbers = np.zeros((len(read), 2), np.int64)
        for at, one in enumerate(read):
            for summed in (False, True):
                number = known.of(same_figures(one, sums=summed))
                numbers[at, int(summed)] = number
                found.setdefault(number, one)
        return list(found.values()), numbers[place, sums.astype(np.int64)], sums
