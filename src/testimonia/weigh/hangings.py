"""Hangings: what the witnesses of all claims hang on, as numbers, so that independence is counted for all groups at once.

It is what `independence` says of one witness after another; witnesses of one document always hang together, so a group's documents are
counted and no chain of voices is spelt out.
"""

import json
from collections.abc import Mapping

import numpy as np

from testimonia.model.document import Source
from testimonia.text.names import fold_name
from testimonia.weigh.columns import Columns, code_of
from testimonia.weigh.corpus import NOTHING, Corpus
from testimonia.weigh.numbers import Numbers, blocks_by, components, looked_up, mixed, spread
from testimonia.weigh.sides import Sides
from testimonia.weigh.times import EARLIEST, LATEST

OUTLET, BODY, WORDS, TEXT = 1, 2, 3, 4
"""What kinds of hubs there are, besides the document itself."""

AT_ONCE = 400_000
"""Members whose hubs are laid out at once; it bounds the memory taken."""


class Hangings:
    """Counts independent witnesses among the lines of a corpus."""

    def __init__(self, corpus: Corpus, sides: Sides, names: Mapping[int, str]) -> None:
        """Look up what documents and publishers hang on; `names` are ids of entities by code, of all that speak for somebody."""
        self._corpus, self._sides = corpus, sides
        self._names = {code: name for code, name in names.items() if sides.speaks(name)}
        self._speaking = np.array(list(self._names), np.uint64)
        copies = corpus.tables.table("copies", ("document", "group"))
        order = np.argsort(copies["document"])
        group = np.array([code_of(one) for one in copies["group"][order].tolist()], np.uint64)
        self._text = looked_up(corpus.documents["document"], copies["document"][order], group)
        publishers = corpus.documents["publisher"].tolist()
        codes = {name: code_of(name) for name in set(publishers)}
        self._publisher = np.array([codes[name] for name in publishers], np.uint64)
        bodies = [(code_of(source.name), self._side(source)) for source in sources_of(corpus).values() if source.side is not None]
        self._registered = np.array(sorted(bodies), np.uint64).reshape(-1, 2)

    def counted(self, lines: Columns, group: Numbers, member: Numbers, *, groups: int) -> Numbers:
        """Count the independent witnesses of groups.

        Args:
            lines: Claims or reports, with `first` and `last`, the days that they tell of.
            group: The group of each member, sorted.
            member: Lines.
            groups: How many groups there are.

        Returns:
            One number a group.
        """
        counts = np.minimum(np.bincount(group, minlength=groups), 1)
        start = 0
        while start < len(group):
            end = min(start + AT_ONCE, len(group))
            end = int(np.searchsorted(group, group[end - 1], "right"))
            known, parts = self._parts(lines, group[start:end], member[start:end])
            counts[known] = parts
            start = end
        return counts

    def _parts(self, lines: Columns, group: Numbers, member: Numbers) -> tuple[Numbers, Numbers]:
        """Count the parts into which the documents of known publisher fall, for the groups that have any."""
        known = self.publishers(lines, member)[0] != NOTHING
        group, member = group[known], member[known]
        size = len(self._corpus.documents["document"]) + 1
        pairs, node = np.unique(group * size + lines["document"][member], return_inverse=True)
        owner = pairs // size
        several = np.bincount(owner, minlength=int(group.max(initial=0)) + 1)[group] > 1
        if not several.any():
            return np.unique(owner, return_counts=True)
        line, hub = self.hubs(lines, member[several])
        label = components(node[several][line], mixed(hub, group[several][line]), len(pairs))
        return np.unique(owner[label == np.arange(len(pairs))], return_counts=True)

    def hubs(self, lines: Columns, member: Numbers) -> tuple[Numbers, Numbers]:
        """Say what some lines hang on, but for their documents.

        Args:
            lines: Claims or reports.
            member: Which of them.

        Returns:
            Places in `member` and hubs, pair by pair.
        """
        exact, outlet = self.publishers(lines, member)
        document = lines["document"][member]
        credited, text = self._corpus.documents["credited"][document], self._text[document]
        side = looked_up(exact, self._registered[:, 0], self._registered[:, 1])
        found = [
            _told(OUTLET, np.arange(len(member)), outlet),
            _told(OUTLET, np.arange(len(member)), credited),
            _told(TEXT, np.arange(len(member)), text),
            (np.flatnonzero(side != NOTHING), side[side != NOTHING]),
            *self._voices(lines, member),
        ]
        return np.concatenate([line for line, _ in found]), np.concatenate([hub for _, hub in found])

    def publishers(self, lines: Columns, member: Numbers) -> tuple[Numbers, Numbers]:
        """Name the publishers, as the document's record has them or else the chain's first voice.

        Args:
            lines: Claims or reports.
            member: Which of them.

        Returns:
            Codes of the exact and of the folded names, `NOTHING` where nobody knows.
        """
        document, chain = lines["document"][member], lines["chain"][member]
        exact = self._publisher[document]
        stated = exact != NOTHING
        chains = self._corpus.voices
        folded = np.where(stated, self._corpus.documents["outlet"][document], chains["folded"][chain])
        return np.where(stated, exact, chains["outlet"][chain]), folded

    def _voices(self, lines: Columns, member: Numbers) -> list[tuple[Numbers, Numbers]]:
        chains, voice = self._corpus.voices, self._corpus.voice
        line, place = spread(chains["starts"], chains["sizes"], lines["chain"][member])
        entity = voice["entity"][place]
        named = entity != NOTHING
        described = (entity == NOTHING) & voice["innermost"][place] & (voice["place"][place] > 0)
        found = [_told(BODY, line[named], entity[named]), _told(WORDS, line[described], voice["words"][place][described])]
        return [*found, *self._mouths(lines, member, line[named], entity[named])]

    def _mouths(self, lines: Columns, member: Numbers, line: Numbers, entity: Numbers) -> list[tuple[Numbers, Numbers]]:
        """Link voices to the bodies that they speak for, each at its time."""
        found = []
        speaking = np.isin(entity, self._speaking)
        line, entity = line[speaking], entity[speaking]
        for one in blocks_of(entity):
            name = self._names[int(entity[one[0]])]
            turns = self._sides.turns(name)
            if not turns:
                found += [_each(line[one], self._bodies(name, None))]
                continue
            first, last = spoken_during(self._corpus, lines, member[line[one]])
            meets = np.stack([(first <= high) & (low <= last) for low, high in turns], axis=1)
            _, places, which = np.unique(meets, axis=0, return_index=True, return_inverse=True)
            for number, place in enumerate(places.tolist()):
                bodies = self._bodies(name, (int(first[place]), int(last[place])))
                found.append(_each(line[one][which.reshape(-1) == number], bodies))
        return found

    def _bodies(self, name: str, during: tuple[int, int] | None) -> list[int]:
        above = self._sides.of(name) if during is None else self._sides.of(name, during=during)
        return [_hub(BODY, code_of(body)) for body in above if body != name]

    def _side(self, source: Source) -> int:
        side = source.side or ""
        body = self._sides.body_named(side)
        return _hub(BODY, code_of(body or fold_name(side)))


def blocks_of(keys: Numbers) -> list[Numbers]:
    """Put places with equal keys together.

    Args:
        keys: Keys.

    Returns:
        Places, for each key.
    """
    blocks = blocks_by(keys)
    return np.split(blocks.rows, blocks.starts[1:]) if len(keys) else []


def spoken_during(corpus: Corpus, lines: Columns, member: Numbers) -> tuple[Numbers, Numbers]:
    """Give the days on which voices may have spoken, as `independence.spoken_during` does for one.

    Args:
        corpus: The corpus, for the days of publication.
        lines: Claims or reports, with `dated`, `first` and `last`.
        member: Which of them.

    Returns:
        First and last days.
    """
    document = lines["document"][member]
    begin, end = (corpus.documents[name][document].astype(np.int64) for name in ("first_said", "last_said"))
    dated, first, last = (lines[name][member] for name in ("dated", "first", "last"))
    start = np.where(begin == EARLIEST, first, np.minimum(first, begin))
    until = np.maximum(np.where(last < LATEST, last, EARLIEST), end)
    return np.where(dated, start, begin), np.where(dated, until, end)


def sources_of(corpus: Corpus) -> dict[str, Source]:
    """Read the register of sources.

    Args:
        corpus: The corpus.

    Returns:
        Its entries by name.
    """
    read = [Source(*json.loads(note)) for note in corpus.tables.table("sources", ("note",))["note"].tolist()]
    return {source.name: source for source in read}


def _hub(kind: int, code: int) -> int:
    return int(mixed(np.array([code], np.uint64), kind)[0])


def _told(kind: int, line: Numbers, code: Numbers) -> tuple[Numbers, Numbers]:
    there = code != NOTHING
    return line[there], mixed(code[there], kind)


def _each(line: Numbers, hubs: list[int]) -> tuple[Numbers, Numbers]:
    return np.repeat(line, len(hubs)), np.tile(np.array(hubs, np.uint64), len(line))
