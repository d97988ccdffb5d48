"""Names: whether the names of armed groups, persons and places in plain sentences are cut and typed rightly.

`python -m eval.group_names [--misses] [--half dev|test]`. The names come from public lists for measuring only, which are no part of this
repository; the sentences are our own. Names are split by hash: rules are made looking at the one half and its sentences, and the other
half is put into other sentences, which nobody looks at. In the list of actors, the entries of international networks without any alias
are left out: they are mostly individuals and repeated spellings.
"""

import argparse
import csv
import hashlib
import json
import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from eval.row import ROOT, DataMissingError, Row, shared

from testimonia.model.document import Document
from testimonia.model.reading import Reading
from testimonia.pipeline import read

Half = Literal["dev", "test"]
Kind = Literal["org", "person", "place"]

REACH = 0.90
CONTEXTS_A_NAME = 3
"""Of the sentences for its kind, in how many a name is put; chosen by the name's hash."""
_TEXTS = ROOT / "eval" / "gold"
_SMALL = frozenset(
    ["of", "the", "for", "and", "in", "on", "against", "to", "de", "la", "del", "los", "las", "di", "et", "du", "e", "y", "fi", "wa", "-"]
)
_ARTICLE_HEADS = re.compile(
    r"\b(?:of|for|against)\b|(?:s|army|front|movement|party|force|group|organi[sz]ation|union|brigade|league)$", re.I
)
_HYPHENED = re.compile(r"^(al|ul|el|ad|an|as|ash|us|ud|e|i|wal)-(.+)$", re.I)
_BRACKETS = re.compile(r"\s*\([^)]*\)|\s*,.*$|\s*/.*$")


@dataclass(frozen=True, slots=True)
class Trial:
    """A name in a sentence: where it stands there, and what it is."""

    context: str
    kind: Kind
    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Outcome:
    """What was read of a trial: the span exactly, the class rightly, and the words and classes of what was found there."""

    trial: Trial
    span: bool
    cls: bool
    found: tuple[str, ...]


def measure() -> tuple[Row, ...]:
    """Read the half of the names that no rule has seen, in sentences that no rule has seen.

    Returns:
        For groups, span and class; for persons and places, the class.

    Raises:
        DataMissingError: The lists are not beside the repository.
    """
    outcomes = _read_all("test")
    groups = [o for o in outcomes if o.trial.kind == "org"]
    others = [o for o in outcomes if o.trial.kind != "org"]
    data = "names of armed groups nobody here has looked at, in plain sentences"
    rows = [
        Row(data, "span exact", _share([o.span for o in groups]), len(groups), reach=REACH),
        Row(data, "class organisation", _share([o.cls for o in groups]), len(groups), reach=REACH),
    ]
    for context in dict.fromkeys(o.trial.context for o in groups):
        mine = [o for o in groups if o.trial.context == context]
        rows.append(Row(data, f"span and class, {context}", _share([o.span and o.cls for o in mine]), len(mine)))
    return (*rows, Row("persons and places in plain sentences", "class right", _share([o.cls for o in others]), len(others)))


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the shares of each kind of sentence.

    Args:
        arguments: Those of the command line; None for the process's own.

    Returns:
        The exit code: 0 measured or nothing to measure.
    """
    parser = argparse.ArgumentParser(prog="python -m eval.group_names", description="Measure how names are cut and typed.")
    parser.add_argument("--misses", action="store_true", help="list what went wrong; only the half that rules were made on is listed")
    parser.add_argument("--half", choices=("dev", "test"), default="test", help="which half of the names to read")
    options = parser.parse_args(arguments)
    try:
        outcomes = _read_all("dev" if options.misses else options.half)
    except DataMissingError as error:
        print(f"names: not measured. {error}")
        return 0
    for line in _told(outcomes, misses=options.misses):
        print(line)
    return 0


def _told(outcomes: Sequence[Outcome], *, misses: bool) -> Iterator[str]:
    for kind in ("org", "person", "place"):
        mine = [o for o in outcomes if o.trial.kind == kind]
        yield f"{kind}: span {_share([o.span for o in mine]):.3f} class {_share([o.cls for o in mine]):.3f} of {len(mine)}"
        for context in dict.fromkeys(o.trial.context for o in mine):
            own = [o for o in mine if o.trial.context == context]
            yield f"  {context:<14} span {_share([o.span for o in own]):.3f} class {_share([o.cls for o in own]):.3f} of {len(own)}"
    if misses:
        for o in outcomes:
            if not (o.span and o.cls) and (o.trial.kind == "org" or not o.cls):
                wrong = "".join(("" if o.span else "S", "" if o.cls else "C"))
                yield f"{wrong:<2} {o.trial.context:<12} {o.trial.text} -> {'; '.join(o.found)}"


def _share(right: Sequence[bool]) -> float:
    return sum(right) / len(right) if right else 0.0


def _read_all(half: Half) -> list[Outcome]:
    return [read_trial(trial) for trial in trials(half)]


def trials(half: Half) -> list[Trial]:
    """Put every name of a half into sentences of that half.

    Args:
        half: Which names and which sentences.

    Returns:
        Trials in the order of the names.

    Raises:
        DataMissingError: The lists are not beside the repository.
    """
    contexts = json.loads((_TEXTS / "name_contexts.json").read_text("utf-8"))
    others = json.loads((_TEXTS / "name_others.json").read_text("utf-8"))
    found = [trial for name in _groups() if _half(name) == half for trial in _trials_of(name, "org", contexts["org"][half])]
    for name in others["person"]:
        found += [trial for trial in _trials_of(name, "person", contexts["person"][half]) if _half(name) == half]
    for name in others["place"]:
        found += [trial for trial in _trials_of(name, "place", contexts["place"][half]) if _half(name) == half]
    return found


def _trials_of(name: str, kind: Kind, contexts: dict[str, str]) -> Iterator[Trial]:
    ranked = sorted(contexts, key=lambda context: _hash(f"{name}|{context}"))
    for context in ranked[:CONTEXTS_A_NAME]:
        article = "the " if kind == "org" and _ARTICLE_HEADS.search(name) and not name.lower().startswith("the ") else ""
        acronym = "".join(word[0] for word in re.split(r"[\s-]+", name) if word[:1].isupper())
        if "{acronym}" in contexts[context] and not 2 < len(acronym) < 7:
            continue
        before, after = contexts[context].replace("{acronym}", acronym).split("{name}")
        lead = before + article
        lead = lead[:1].upper() + lead[1:]
        yield Trial(context, kind, lead + name + after, len(lead), len(lead) + len(name))


def read_trial(trial: Trial) -> Outcome:
    """Read the sentence of a trial and compare what was found where the name stands.

    Args:
        trial: A name in a sentence.

    Returns:
        Whether span and class are right; a person may be no referent at all.
    """
    reading = read(Document("d-names", "names", "0", "text/plain", trial.text))
    classes = {referent.id: referent.cls for referent in reading.referents}
    found = [m for m in reading.mentions if m.start < trial.end and trial.start < m.end and m.how != "pronoun"]
    span = any(_is_exact(trial, m.start, m.end) for m in found)
    fullest = max(found, key=lambda m: m.end - m.start, default=None)
    cls = None if fullest is None else classes[fullest.referent]
    right = cls == trial.kind or (trial.kind == "person" and cls is None)  # most persons are no referents at all
    return Outcome(trial, span, right, _shown(reading, found_at=[m.start for m in found]))


def _is_exact(trial: Trial, start: int, end: int) -> bool:
    """Say whether a span is the name's, with or without its article."""
    return end == trial.end and start <= trial.start and trial.text[start : trial.start].strip().lower() in ("", "the")


def _shown(reading: Reading, *, found_at: Sequence[int]) -> tuple[str, ...]:
    classes = {referent.id: referent.cls for referent in reading.referents}
    return tuple(f"{m.quote} ({classes[m.referent]})" for m in reading.mentions if m.start in found_at)


def _groups() -> list[str]:
    actors = [json.loads(line) for line in shared("data", "actors", "milnonstate_actors.jsonl").read_text("utf-8").splitlines()]
    shouted = [a["name"] for a in actors if a["aliases"] or not any(c["code"].startswith("IMG") for c in a["codes"])]
    acronyms = _acronyms(shouted)
    names = [_as_written(_bare(name), acronyms) for name in shouted]
    with shared("data", "actors", "eu_listed_organisations.csv").open(encoding="utf-8", newline="") as file:
        names += [_bare(row["name"]) for row in csv.DictReader(file)]
    return sorted({name for name in names if len(name) > 2})


def _bare(name: str) -> str:
    """Leave out what a list adds to a name: acronyms and countries in brackets, second spellings, an article."""
    return re.sub(r"^the\s+", "", _BRACKETS.sub("", name).strip(), flags=re.I)


def _acronyms(shouted: Sequence[str]) -> frozenset[str]:
    """Give the words that a list in capitals uses as acronyms: in brackets, or without a vowel."""
    bracketed = {word for name in shouted for word in re.findall(r"\(([A-Z]{2,8})\)", name)}
    counted = Counter(word for name in shouted for word in name.split())
    return frozenset(bracketed | {w for w in counted if w.isalpha() and not re.search(r"[AEIOUY]", w)} | {"IRA", "II"})


def _as_written(name: str, acronyms: frozenset[str]) -> str:
    """Write a name of a list in capitals as a newspaper would."""
    words = []
    for word in name.split():
        lower = word.lower()
        if word in acronyms or any(c.isdigit() for c in word):
            words.append(lower if re.match(r"\d+(?:st|nd|rd|th)$", lower) else word)
        elif lower in _SMALL and words:
            words.append(lower)
        elif (match := _HYPHENED.match(lower)) is not None:
            lead = match.group(1) if words else match.group(1).capitalize()
            words.append(f"{lead}-{_capitalised(match.group(2))}")
        else:
            words.append(_capitalised(lower))
    return " ".join(words)


def _capitalised(word: str) -> str:
    parts = word.split("-")
    return "-".join(p if p in ("e", "i", "ul", "al", "ud") and n else p[:1].upper() + p[1:] for n, p in enumerate(parts))


def _half(name: str) -> Half:
    return "dev" if _hash(name) % 2 == 0 else "test"


def _hash(text: str) -> int:
    return int(hashlib.sha256(text.encode("utf-8")).hexdigest()[:12], 16)


if __name__ == "__main__":
    sys.exit(main())
