"""From training paragraphs to batches: windows of whole sentences, grouped by length, numbered for the network."""

import json
import random
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
from treebanks import Sentence

from testimonia.read.parser.lemma import lemma_rule
from testimonia.read.parser.shape import word_shape
from testimonia.read.parser.wordpiece import WordPieces

NAMES = ["O", "B-PER", "I-PER", "B-ORG", "I-ORG", "B-LOC", "I-LOC"]
UNKNOWN = -100  # a target the loss passes over
DASHES = ("–", "—")
SPACED_HYPHENS = ("-", "--")
LONGEST_INPUT = 500  # word pieces; the encoder knows 512 places

Window = list[Sentence]
Array = np.ndarray[Any, np.dtype[np.int64]]


def load(path: Path) -> list[list[Sentence]]:
    """Read paragraphs written by prepare.py.

    Args:
        path: The JSON-lines file.

    Returns:
        The paragraphs.
    """
    return [json.loads(line) for line in path.open(encoding="utf-8")]


def count_classes(paragraphs: list[list[Sentence]], least: dict[str, int]) -> dict[str, list[str]]:
    """Choose the classes of each head.

    Args:
        paragraphs: The training paragraphs.
        least: How often a class must occur ("vocabulary" in config.yaml).

    Returns:
        The classes, most frequent first.
    """
    counts: dict[str, Counter[str]] = {key: Counter() for key in ("upos", "feats", "rules", "deps", "shapes")}
    for paragraph in paragraphs:
        for sentence in paragraph:
            counts["shapes"].update(map(word_shape, sentence["w"]))
            if sentence["h"] is not None:
                counts["upos"].update(sentence["p"])
                counts["feats"].update(sentence["f"])
                counts["deps"].update(sentence["d"])
                counts["rules"].update(map(lemma_rule, sentence["w"], sentence["l"]))
    chosen = {key: [name for name, n in found.most_common() if n >= least.get(key, 1)] for key, found in counts.items()}
    return {**chosen, "names": NAMES}


def disguise(window: Window, chance: random.Random, options: dict[str, Any]) -> Window:
    """Show a window as our texts might have it: with dashes, or in capitals as headlines are.

    Args:
        window: Its sentences.
        chance: The source of chance.
        options: The "training" part of config.yaml.

    Returns:
        The same window, or a changed copy.
    """
    shouted = chance.random() < options["capitals"]
    if not shouted and not any(word in SPACED_HYPHENS for sentence in window for word in sentence["w"]):
        return window
    changed = []
    for sentence in window:
        words = list(sentence["w"])
        for place, word in enumerate(words):
            if word in SPACED_HYPHENS and _stands_free(sentence, place) and chance.random() < options["dashes"]:
                words[place] = chance.choice(DASHES)
        if shouted:
            words = [word.upper() for word in words]
        changed.append({**sentence, "w": words})
    return changed


def _stands_free(sentence: Sentence, place: int) -> bool:
    """Whether a hyphen has white space on both sides, so that a dash could stand there."""
    spaces = sentence["s"]
    return spaces is not None and place > 0 and bool(spaces[place - 1]) and bool(spaces[place])


class Batcher:
    """Makes inputs and targets for the network."""

    def __init__(self, classes: dict[str, list[str]], pieces: WordPieces, options: dict[str, Any]) -> None:
        """Index the classes.

        Args:
            classes: From `count_classes`.
            pieces: The word-piece splitter.
            options: The "training" part of config.yaml.
        """
        self.index = {key: {name: number for number, name in enumerate(names)} for key, names in classes.items()}
        self.pieces, self.options = pieces, options

    def windows(self, paragraph: list[Sentence], most_words: int) -> Iterator[Window]:
        """Cut a paragraph into windows of whole sentences.

        Args:
            paragraph: Its sentences.
            most_words: Words a window may have, unless one sentence is longer.

        Yields:
            Windows.
        """
        current: Window = []
        words = size = 0
        for sentence in paragraph:
            count, length = len(sentence["w"]), sum(len(self.pieces.pieces(word)) for word in sentence["w"])
            if current and (words + count > most_words or size + length > self.options["longest_window"]):
                yield current
                current, words, size = [], 0, 0
            current.append(sentence)
            words, size = words + count, size + length
        if current:
            yield current

    def length(self, window: Window) -> int:
        """Count the word pieces of a window, with its two borders.

        Args:
            window: Its sentences.

        Returns:
            The number of pieces.
        """
        return 2 + sum(len(self.pieces.pieces(word)) for sentence in window for word in sentence["w"])

    def epoch(self, paragraphs: list[list[Sentence]], chance: random.Random) -> list[list[Window]]:
        """Lay out one epoch: new windows each time, alike in length within a batch, batches in random order.

        Args:
            paragraphs: The training paragraphs.
            chance: The source of chance.

        Returns:
            Batches of windows.
        """
        sizes = [size for size, _ in self.options["words_per_window"]]
        shares = [share for _, share in self.options["words_per_window"]]
        windows = []
        for paragraph in paragraphs:
            for window in self.windows(paragraph, chance.choices(sizes, shares)[0]):
                shown = disguise(window, chance, self.options)
                windows.append((self.length(shown), chance.random(), shown))
        windows = [window for window in windows if window[0] <= LONGEST_INPUT]
        windows.sort(key=lambda window: (window[0] // 8, window[1]))
        batches: list[list[Window]] = []
        current: list[Window] = []
        longest = 0
        for length, _, window in windows:
            if current and max(longest, length) * (len(current) + 1) > self.options["pieces_per_batch"]:
                batches.append(current)
                current, longest = [], 0
            current.append(window)
            longest = max(longest, length)
        batches.append(current)
        chance.shuffle(batches)
        return batches

    def inputs(self, windows: list[Window]) -> tuple[Array, Array, Array, Array]:
        """Number the words of some windows for the network.

        Args:
            windows: The batch.

        Returns:
            Pieces, outlines, mask, first pieces.
        """
        rows = [self._row([word for sentence in window for word in sentence["w"]]) for window in windows]
        longest, most = max(len(row[0]) for row in rows), max(len(row[2]) for row in rows)
        pieces, shapes, mask = (np.zeros((len(rows), longest), np.int64) for _ in range(3))
        first = np.zeros((len(rows), most), np.int64)
        for number, (its_pieces, its_shapes, its_first) in enumerate(rows):
            pieces[number, : len(its_pieces)] = its_pieces
            shapes[number, : len(its_shapes)] = its_shapes
            mask[number, : len(its_pieces)] = 1
            first[number, : len(its_first)] = its_first
        return pieces, shapes, mask, first

    def _row(self, words: list[str]) -> tuple[list[int], list[int], list[int]]:
        numbers, shapes, first = [self.pieces.start], [0], []
        for word in words:
            cut, shape = self.pieces.pieces(word), self.index["shapes"].get(word_shape(word), -1) + 1
            first.append(len(numbers))
            numbers += cut
            shapes += [shape] * len(cut)
        return [*numbers, self.pieces.end], [*shapes, 0], first

    def targets(self, windows: list[Window], most: int) -> tuple[dict[str, Array], Array]:
        """Number what the network should say.

        Args:
            windows: The batch.
            most: Words of the longest window.

        Returns:
            Targets by head, `UNKNOWN` where nothing is known; and the number of each word's sentence, from 1.
        """
        shape = (len(windows), most)
        targets = {key: np.full(shape, UNKNOWN, np.int64) for key in ("upos", "feats", "rules", "deps", "names", "arcs", "starts")}
        sentence_of = np.zeros(shape, np.int64)
        for row, window in enumerate(windows):
            offset = 0
            for number, sentence in enumerate(window):
                place = (row, slice(offset, offset + len(sentence["w"])))
                sentence_of[place] = number + 1
                if sentence["h"] is not None:
                    self._tree_targets(targets, place, sentence, offset)
                if sentence["n"] is not None:
                    targets["names"][place] = [self.index["names"].get(name, 0) for name in sentence["n"]]
                offset += len(sentence["w"])
        return targets, sentence_of

    def _tree_targets(self, targets: dict[str, Array], place: tuple[int, slice], sentence: Sentence, offset: int) -> None:
        rules = map(lemma_rule, sentence["w"], sentence["l"])
        named: dict[str, tuple[str, Any]] = {"upos": ("upos", sentence["p"]), "feats": ("feats", sentence["f"])}
        named |= {"rules": ("rules", rules), "deps": ("deps", sentence["d"])}
        for key, (classes, values) in named.items():
            targets[key][place] = [self.index[classes].get(value, UNKNOWN) for value in values]
        targets["arcs"][place] = [head + offset if head else 0 for head in sentence["h"]]
        targets["starts"][place] = 0
        targets["starts"][place[0], offset] = 1
