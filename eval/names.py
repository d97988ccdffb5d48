"""Names: whether two names of armed groups and their bodies are judged to be one body's, from the names alone.

`python -m eval.names [--misses] [--half tune|test]`. The pairs (`eval/names/pairs.jsonl`) are compiled from published facts, each with its
reason. They are parted by body: a body's pairs all lie in one half, and a pair of two bodies of different halves lies in the half that is
tuned on. What only a document can tell (a rename, an acronym of another language) counts as a true pair all the same; UNSURE is then right
and DIFFERENT is wrong.
"""

import argparse
import hashlib
import json
import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from functools import cache
from typing import Literal

from eval import seeds
from eval.row import ROOT, DataMissingError, Row, shared
from rapidfuzz.fuzz import token_set_ratio

from testimonia.model.kinds import Verdict
from testimonia.resolve.pairs import judge_names
from testimonia.text.names import fold_name

Half = Literal["tune", "test"]

PAIRS = ROOT / "eval" / "names" / "pairs.jsonl"
REACH = 0.60
"""True pairs that are to be found by name alone."""
ANCHORS_RIGHT = 12 / 15
_TEST_BUCKETS = 4
"""Of ten buckets of bodies, those that are kept for the test."""
_STEP = 0.5
_LOGIC_FOUND = "nomenklatura 4.17 logic-v2 at 0.70 (make names-others): 0.23"
_LOGIC_MERGED = "logic-v2: 23"
_ANCHORS = re.compile(r"^\| (?P<left>[^|/]+) / (?P<right>[^|]+?) \| (?P<truth>same|DIFF) \|", re.M)


@dataclass(frozen=True, slots=True)
class NamePair:
    """Two names, whether they are one body's, and why we say so."""

    left: str
    right: str
    same: bool
    reason: str
    conflict: str
    half: Half


@dataclass(frozen=True, slots=True)
class Counts:
    """Verdicts on true and on false pairs."""

    true: Counter[str]
    false: Counter[str]

    @property
    def found(self) -> float:
        """The share of true pairs judged SAME."""
        return self.true["SAME"] / max(1, self.true.total())

    @property
    def open(self) -> float:
        """The share of true pairs that are SAME or left open."""
        return 1 - self.true["DIFFERENT"] / max(1, self.true.total())

    @property
    def apart(self) -> float:
        """The share of false pairs that are not merged."""
        return 1 - self.false["SAME"] / max(1, self.false.total())


def read_pairs() -> tuple[NamePair, ...]:
    """Read the labelled pairs.

    Returns:
        All pairs in the file's order.
    """
    lines = [json.loads(line) for line in PAIRS.read_text("utf-8").splitlines()]
    bodies = {one["clusters"][0] for one in lines}
    return tuple(
        NamePair(one["left"], one["right"], one["same"], one["reason"], one["conflict"], _half_of(one["clusters"], bodies)) for one in lines
    )


def measure() -> tuple[Row, ...]:
    """Judge the half of the pairs that nothing is tuned on.

    Returns:
        Pairs found, pairs left open and false pairs kept apart, with the figures of a string matcher on the same half.
    """
    pairs = read_pairs()
    kept = [pair for pair in pairs if pair.half == "test"]
    counts = count_verdicts(kept)
    threshold = _threshold([pair for pair in pairs if pair.half == "tune"])
    fuzzy = _fuzzy_counts(kept, threshold)
    data = f"{len(pairs):,} pairs of names, test half"
    others = f"rapidfuzz token_set at {threshold:g}, the lowest without a false merge when tuned: {fuzzy.found:.2f}"
    others += f"; {_LOGIC_FOUND}"
    merged = f"rapidfuzz: {fuzzy.false['SAME']} false merges; {_LOGIC_MERGED}"
    return (
        Row(data, "true pairs judged SAME", counts.found, counts.true.total(), others, REACH),
        Row(data, "true pairs SAME or left open", counts.open, counts.true.total(), "", 1.0),
        Row(data, "false pairs not merged", counts.apart, counts.false.total(), merged, 1.0),
        *_anchors(),
    )


def count_verdicts(pairs: Sequence[NamePair]) -> Counts:
    """Judge pairs by their names alone.

    Args:
        pairs: Labelled pairs.

    Returns:
        How often each verdict was given.
    """
    true: Counter[str] = Counter()
    false: Counter[str] = Counter()
    for pair in pairs:
        (true if pair.same else false)[judge_names(pair.left, pair.right).verdict] += 1
    return Counts(true, false)


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the verdicts on each half; with `--misses` those of the tuned half that are not as labelled.

    Args:
        arguments: Those of the command line; None for the process's own.

    Returns:
        The exit code: 0.
    """
    parser = argparse.ArgumentParser(prog="python -m eval.names", description=__doc__)
    parser.add_argument("--misses", action="store_true", help="list what is not as labelled in the half that is tuned on")
    options = parser.parse_args(arguments)
    pairs = read_pairs()
    for half in ("tune", "test"):
        counts = count_verdicts([pair for pair in pairs if pair.half == half])
        print(f"{half}: true pairs {dict(counts.true)}, false pairs {dict(counts.false)}; found {counts.found:.3f}")
    for row in measure():
        print(f"{row.data}: {row.metric} {row.value:.3f} (of {row.of}; {row.others})")
    for line in _misses(pairs) if options.misses else ():
        print(line)
    return 0


def _misses(pairs: Sequence[NamePair]) -> Iterator[str]:
    right: dict[bool, Verdict] = {True: "SAME", False: "DIFFERENT"}
    for pair in pairs:
        found = judge_names(pair.left, pair.right)
        if pair.half == "tune" and found.verdict != right[pair.same]:
            label = "same" if pair.same else "two"
            yield f"{label:5} {found.verdict:9} {found.score:.2f} {pair.left} / {pair.right} [{pair.reason}] {'; '.join(found.reasons)}"


def _half_of(clusters: Sequence[str], bodies: Set[str]) -> Half:
    """Test where all bodies of the pair that have further pairs are kept for the test."""
    return "test" if all(_is_kept(cluster) for cluster in bodies & set(clusters)) else "tune"


def _is_kept(cluster: str) -> bool:
    return int(hashlib.sha256(cluster.encode()).hexdigest(), 16) % 10 < _TEST_BUCKETS


def _threshold(pairs: Sequence[NamePair]) -> float:
    """The lowest threshold at which the string matcher merges no false pair."""
    highest = max(token_set_ratio(pair.left.casefold(), pair.right.casefold()) for pair in pairs if not pair.same)
    return min(100.0, highest + _STEP)


def _fuzzy_counts(pairs: Sequence[NamePair], threshold: float) -> Counts:
    true: Counter[str] = Counter()
    false: Counter[str] = Counter()
    for pair in pairs:
        same = token_set_ratio(pair.left.casefold(), pair.right.casefold()) >= threshold
        (true if pair.same else false)["SAME" if same else "UNSURE"] += 1
    return Counts(true, false)


def _anchors() -> Iterator[Row]:
    """The fifteen pairs on which existing matchers were measured; no row where they are not beside this repository."""
    try:
        text = shared("anchors", "claim_models.md").read_text("utf-8")
    except DataMissingError:
        return
    pairs = [(found["left"].strip(), found["right"].strip(), found["truth"] == "same") for found in _ANCHORS.finditer(text)]
    alone = {(left, right): judge_names(left, right).verdict == "SAME" for left, right, _ in pairs}
    told = alone | {pair: one for pair in alone if (one := _in_documents(*pair)) is not None}
    others = "nomenklatura logic-v2 at 0.70: 8 of 15, 2 false merges; rapidfuzz token_set: 9, 3"
    for metric, joined, reach in (
        ("right by name alone", alone, None),
        ("right, with the documents that name both", told, ANCHORS_RIGHT),
    ):
        right = sum(joined[left, right] == same for left, right, same in pairs)
        merged = sum(joined[left, right] and not same for left, right, same in pairs)
        yield Row("15 pairs of names", f"{metric}, {merged} false merges", right / len(pairs), len(pairs), others, reach)


def _in_documents(left: str, right: str) -> bool | None:
    """Whether a release of the four documents beside this repository makes one body of two names; None where it does not have both."""
    owners = _owners()
    ours, theirs = owners.get(fold_name(left)), owners.get(fold_name(right))
    return None if ours is None or theirs is None else not ours.isdisjoint(theirs)


@cache
def _owners() -> dict[str, set[str]]:
    release, _ = seeds.SET.scored()
    found: dict[str, set[str]] = {}
    for entity in release.entities.values():
        for name in (entity["name"], *(one["text"] for one in entity["names"])):
            found.setdefault(fold_name(name), set()).add(entity["id"])
    return found


if __name__ == "__main__":
    sys.exit(main())
