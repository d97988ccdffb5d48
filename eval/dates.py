"""Dates: value and extent F1 on the TimeBank documents kept for it, TIMEX3 of type DATE.

`python -m eval.dates [--misses] [--part dev|train]`. The documents are split in two by a hash of their names; rules are written while
looking at the one half (train), and the figure is that of the other (dev). What is compared:

- A key item is a TIMEX3 of type DATE whose value is a calendar one. `PRESENT_REF`, `PAST_REF` and `FUTURE_REF` ("now", "recently"), and
  what the key takes for a time of day, a duration or a set, are left out of both sides: neither asked for nor held against a reading
  there.
- A reading's EDTF is put in TIMEX3's way of writing: an interval open at one end is its one end (TIMEX3 leaves "since" to links), two
  ends of a closed one are two items, a week, weekend, quarter or half-year is one. Approximation is left out, as in the value of
  TIMEX3.
- Items are paired one to one where their spans overlap, in text order. *Found* counts pairs; *value* pairs with equal values; *extent*
  pairs whose spans are equal once prepositions and articles before them are cut from both.

A date that we leave without a year ("on 4 May" in a text that names no year: codebook, section 3) counts as a wrong value.
"""

import argparse
import hashlib
import json
import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from eval.row import DataMissingError, Row, shared

from testimonia.text.date_parts import find_date_parts
from testimonia.text.dates import DateReader, StatedDate
from testimonia.text.wordlists import word_list

_REACH = 0.75
_OTHERS = "HeidelTime about 0.78 for all types on TempEval-3 (from memory)"
_SEASONS = {"21": "SP", "22": "SU", "23": "FA", "24": "WI"}
_QUARTERS = {("01", "03"): "Q1", ("04", "06"): "Q2", ("07", "09"): "Q3", ("10", "12"): "Q4", ("01", "06"): "H1", ("07", "12"): "H2"}
_CALENDAR = re.compile(r"[0-9X]{1,4}(?:-[0-9A-Z]{1,3}){0,2}(?:T.*)?$")


@dataclass(frozen=True, slots=True)
class Item:
    """A date at half-open offsets with its value as TIMEX3 writes it."""

    start: int
    end: int
    value: str


@dataclass(frozen=True, slots=True)
class Paired:
    """One document compared: pairs of key and reading, key items without a reading, readings without a key item."""

    text: str
    pairs: tuple[tuple[Item, Item], ...]
    missed: tuple[Item, ...]
    extra: tuple[Item, ...]


def timex_values(edtf: str) -> tuple[str, ...]:
    """Write an EDTF expression as TIMEX3 values.

    Args:
        edtf: What a `StatedDate` carries.

    Returns:
        One value; two for an interval that is no week, weekend, quarter or half-year. A value that TIMEX3 cannot write stays as it is.

    Example:
        >>> timex_values("1996-07/1996-09"), timex_values("../1994"), timex_values("199X~")
        (('1996-Q3',), ('1994',), ('199',))
    """
    plain = re.sub(r"[~?%]", "", edtf)
    left, slash, right = plain.partition("/")
    if not slash or plain[0] in "[{":
        return (_value(plain),)
    if ".." in (left, right):
        return (_value(right if left == ".." else left),)
    if len(left) == len(right) == 10 and "X" not in plain:
        first = date.fromisoformat(left)
        if first.weekday() == 0 and date.fromisoformat(right) == first + timedelta(days=6):
            year, week, _ = first.isocalendar()
            return (f"{year}-W{week:02d}",)
        if first.weekday() == 5 and date.fromisoformat(right) == first + timedelta(days=1):
            year, week, _ = first.isocalendar()
            return (f"{year}-W{week:02d}-WE",)
    if len(left) == len(right) == 7 and left[:4] == right[:4] and (left[5:], right[5:]) in _QUARTERS:
        return (f"{left[:4]}-{_QUARTERS[left[5:], right[5:]]}",)
    return _value(left), _value(right)


def _value(edtf: str) -> str:
    if edtf[5:] in _SEASONS:
        return f"{edtf[:5]}{_SEASONS[edtf[5:]]}"
    return edtf.rstrip("X") if re.fullmatch(r"[0-9]{2,3}X{1,2}", edtf) else edtf


def pair_items(text: str, *, key: Sequence[Item], left_out: Sequence[tuple[int, int]], read: Sequence[Item]) -> Paired:
    """Pair the dates of a key with those read, one to one where they overlap.

    Args:
        text: The document's text.
        key: The key's items.
        left_out: Spans of expressions that are no matter of comparison.
        read: Items read.

    Returns:
        Pairs in text order, what was missed, and what was read beyond the key and beyond what is left out.
    """
    free = sorted(read, key=lambda item: item.start)
    pairs, missed = [], []
    for wanted in sorted(key, key=lambda item: item.start):
        found = next((item for item in free if item.start < wanted.end and wanted.start < item.end), None)
        if found is None:
            missed.append(wanted)
        else:
            free.remove(found)
            pairs.append((wanted, found))
    extra = tuple(item for item in free if not any(a < item.end and item.start < b for a, b in left_out))
    return Paired(text, tuple(pairs), tuple(missed), extra)


def scores(compared: Sequence[Paired]) -> dict[str, tuple[float, float, float]]:
    """Give precision, recall and F1 of finding, value and extent over documents.

    Args:
        compared: The documents.

    Returns:
        Three figures each under `found`, `value` and `extent`; zero where there is nothing to divide by.
    """
    pairs = [(one.text, *pair) for one in compared for pair in one.pairs]
    asked = len(pairs) + sum(len(one.missed) for one in compared)
    given = len(pairs) + sum(len(one.extra) for one in compared)
    right = {
        "found": len(pairs),
        "value": sum(wanted.value == found.value for _, wanted, found in pairs),
        "extent": sum(_bare(text, wanted) == _bare(text, found) for text, wanted, found in pairs),
    }
    return {
        name: (n / given if given else 0.0, n / asked if asked else 0.0, 2 * n / (given + asked) if given + asked else 0.0)
        for name, n in right.items()
    }


def _bare(text: str, item: Item) -> tuple[int, int]:
    """Cut prepositions and articles off the beginning of an item."""
    opening = _opening().match(text, item.start, item.end)
    return (item.start if opening is None else opening.end()), item.end


def _opening() -> re.Pattern[str]:
    relations = sorted({str(words) for entries in word_list("dates")["relations"].values() for words in entries}, key=lambda w: -len(w))
    return re.compile(rf"(?:(?:{'|'.join(map(re.escape, relations))}|from|between|in|on|of|over|for|at|the|a|an)\s+)+", re.IGNORECASE)


def is_dev(docid: str) -> bool:
    """Say to which half a document belongs, by its name alone.

    Args:
        docid: The document's name.

    Returns:
        True for the half that is measured, False for the half that rules may be written with.
    """
    return int(hashlib.sha256(docid.encode()).hexdigest(), 16) % 2 == 0


def compare(document: dict[str, Any]) -> Paired:
    """Read the dates of one document and compare them with its key.

    Args:
        document: `text`, `dct` and `timex` with offsets, types and values.

    Returns:
        The comparison.
    """
    key, left_out = [], []
    for timex in document["timex"]:
        value = timex["value"]
        if timex["type"] == "DATE" and _CALENDAR.match(value):
            key.append(Item(timex["start"], timex["end"], _value(value)))
        else:
            left_out.append((timex["start"], timex["end"]))
    found = DateReader(document["dct"][:10]).read(document["text"], 0, len(document["text"]))
    return pair_items(document["text"], key=key, left_out=left_out, read=[i for stated in found for i in _items(document["text"], stated)])


def _items(text: str, stated: StatedDate) -> Iterator[Item]:
    values = timex_values(stated.edtf)
    parts = find_date_parts(text, stated.start, stated.end)
    if len(values) == 2 and len(parts) > 1:
        yield Item(stated.start, parts[0].end, values[0])
        yield Item(parts[-1].start, stated.end, values[1])
    elif len(values) == 2 and parts and parts[0].kind in ("days", "years"):
        middle = re.search(r"[-–—/]|\b(?:to|and)\b", text[stated.start : stated.end])
        at = stated.start + (middle.start() if middle else 1)
        yield Item(stated.start, at, values[0])
        yield Item(at + 1, stated.end, values[1])
    else:
        yield Item(stated.start, stated.end, "/".join(values))


def _compared(part: str) -> list[Paired]:
    lines = shared("data", "temporal", "timebank.jsonl").read_text("utf-8").strip().split("\n")
    documents = [json.loads(line) for line in lines]
    return [compare(document) for document in documents if is_dev(document["docid"]) == (part == "dev")]


def measure() -> tuple[Row, ...]:
    """Measure the dates of the TimeBank half kept for it.

    Returns:
        Rows of value, extent and finding.

    Raises:
        DataMissingError: TimeBank is not beside the repository.
    """
    compared = _compared("dev")
    asked = sum(len(one.pairs) + len(one.missed) for one in compared)
    found = scores(compared)
    data = f"TimeBank, {len(compared)} documents by a hash of their names"
    return (
        Row(data, "value F1 of dates", found["value"][2], asked, _OTHERS, _REACH, "type DATE with a calendar value"),
        Row(data, "extent F1 of dates", found["extent"][2], asked, note="prepositions and articles before it cut"),
        Row(data, "F1 of dates found, spans overlapping", found["found"][2], asked),
    )


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the figures on one half of TimeBank.

    Args:
        arguments: Those of the command line; None for the process's own.

    Returns:
        The exit code: 0 measured or nothing to measure.
    """
    parser = argparse.ArgumentParser(prog="python -m eval.dates", description="Measure how well dates are read.")
    parser.add_argument("--misses", action="store_true", help="list what was missed, misread or read beyond the key")
    parser.add_argument("--part", choices=("dev", "train"), default="dev", help="the half to measure; misses are for the train half")
    options = parser.parse_args(arguments)
    try:
        compared = _compared(options.part)
    except DataMissingError as error:
        print(f"dates: not measured. {error}")
        return 0
    for name, (precision, recall, f1) in scores(compared).items():
        print(f"{name:7} precision {precision:.3f}  recall {recall:.3f}  F1 {f1:.3f}")
    pairs = [pair for one in compared for pair in one.pairs]
    print(f"values without a year: {sum(found.value.startswith('XXXX') for _, found in pairs)} of {len(pairs)} found")
    if options.misses:
        for line in _told(compared):
            print(line)
    return 0


def _told(compared: Sequence[Paired]) -> Iterator[str]:
    for one in compared:
        for wanted in one.missed:
            yield f"missed  {wanted.value:12} {_shown(one.text, wanted)}"
        for wanted, found in one.pairs:
            if wanted.value != found.value:
                yield f"misread {wanted.value:12} as {found.value:12} {_shown(one.text, found)}"
        for item in one.extra:
            yield f"beyond  {item.value:12} {_shown(one.text, item)}"


def _shown(text: str, item: Item) -> str:
    before, words, after = text[max(0, item.start - 40) : item.start], text[item.start : item.end], text[item.end : item.end + 30]
    return " ".join(f"{before}[{words}]{after}".split())


if __name__ == "__main__":
    sys.exit(main())
