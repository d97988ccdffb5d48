"""Ties: whether reports of one happening are tied to one event, and of two happenings to two.

`python -m eval.ties [--misses] [--reports-only]`. Two sets, both written for this project, in `eval/ties/`:

- `cases.jsonl`: happenings told by two to four documents as reports, in the notation of `tests/weigh/conftest.py`, with near misses.
- `texts.jsonl`: the same in sentences, which go through capture, reading and resolution first, so that what is weighed is as incomplete
  as it is in practice. Only sentences from which the reader took a report count.

Every other case is kept for the test. All cases of one half are weighed in one knowledge base. The figures are B-cubed: for each report the
share of its event that belongs with it (precision), and the share of what belongs with it that is in its event (recall), averaged.
`--misses` lists those of the half that is tuned on, alone.
"""

import argparse
import json
import sys
import tempfile
from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

import yaml
from eval.row import ROOT, Row
from tests.weigh.conftest import Builder

from testimonia.looking import look
from testimonia.model.event import Event, EventReport
from testimonia.model.knowledge import Knowledge
from testimonia.model.lens import Lens
from testimonia.pipeline import build
from testimonia.store import open_store
from testimonia.weigh import weigh_knowledge

Half = Literal["dev", "test"]
HALVES: tuple[Half, ...] = ("dev", "test")
FOLDER = ROOT / "eval" / "ties"
REACH = 0.80
_SHOWN = 90


@dataclass(frozen=True, slots=True)
class Tied:
    """The events found and, for each report that counts, the happening that it belongs to."""

    knowledge: Knowledge
    events: tuple[Event, ...]
    gold: Mapping[str, str]

    @property
    def found(self) -> dict[str, str]:
        """The event of each report that counts."""
        return {report: event.id for event in self.events for report in event.reports if report in self.gold}


@dataclass(frozen=True, slots=True)
class Figures:
    """B-cubed precision and recall over `reports`, and how many happenings told by several documents were `tied` of how many `told`."""

    precision: float
    recall: float
    reports: int
    tied: int
    told: int

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        return 2 * self.precision * self.recall / max(1e-9, self.precision + self.recall)


def measure() -> tuple[Row, ...]:
    """Tie both sets.

    Returns:
        Three rows a set, for the half that nothing was set on.
    """
    rows: list[Row] = []
    for data, tied in (
        ("events told as reports, kept half", tie_cases("test")),
        ("events told in sentences, kept half", tie_texts("test")),
    ):
        figures = figures_of(tied)
        note = f"{figures.tied} of {figures.told} happenings are tied across documents"
        reach = REACH if "reports" in data else None
        rows.append(Row(data, "B-cubed F1", figures.f1, figures.reports, "", reach, note))
        rows.append(Row(data, "B-cubed precision", figures.precision, figures.reports))
        rows.append(Row(data, "B-cubed recall", figures.recall, figures.reports))
    return tuple(rows)


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the figures of both sets and halves.

    Args:
        arguments: Those of the command line; None for the process's own.

    Returns:
        The exit code 0.
    """
    parser = argparse.ArgumentParser(prog="python -m eval.ties", description="Measure how well reports of one happening are tied.")
    parser.add_argument("--misses", action="store_true", help="list what is tied wrongly or not at all in the half that is tuned on")
    parser.add_argument("--reports-only", action="store_true", help="leave out the set that is read from sentences, which takes a minute")
    options = parser.parse_args(arguments)
    sets = {"reports": tie_cases} if options.reports_only else {"reports": tie_cases, "sentences": tie_texts}
    for name, tie in sets.items():
        for half in HALVES:
            tied = tie(half)
            figures = figures_of(tied)
            b_cubed_figures = f"P {figures.precision:.3f} R {figures.recall:.3f} F1 {figures.f1:.3f} of {figures.reports} reports"
            print(f"{name}, {half}: B-cubed {b_cubed_figures}; {figures.tied} of {figures.told} happenings tied across documents")
            for line in _misses(tied) if options.misses and half == "dev" else ():
                print(line)
    return 0


def tie_cases(half: Half) -> Tied:
    """Weigh the cases told as reports.

    Args:
        half: `dev` or `test`.

    Returns:
        Their events beside the key.
    """
    whole: dict[str, Any] = {"documents": {}, "reports": [], "kinds": {}, "places": {}}
    labels: list[str] = []
    for case in _lines("cases.jsonl", half):
        for key, line in case["documents"].items():
            whole["documents"][f"{case['label']}/{key}"] = line
        whole["reports"] += [f"{case['label']}/{line}" for line in case["reports"]]
        whole["kinds"] |= case["kinds"]
        whole["places"] |= case["places"]
        labels += [f"{case['label']}: {label}" for label in case["expect"]]
    knowledge = Builder(whole).knowledge()
    gold = {report.id: label for report, label in zip(knowledge.reports, labels, strict=True)}
    return Tied(knowledge, weigh_knowledge(knowledge).events, gold)


def tie_texts(half: Half) -> Tied:
    """Read the cases told in sentences and weigh what was read.

    Args:
        half: `dev` or `test`.

    Returns:
        Their events beside the key.
    """
    cases = list(_lines("texts.jsonl", half))
    with tempfile.TemporaryDirectory() as folder:
        _write_documents(Path(folder) / "documents", cases)
        build([Path(folder) / "documents"], Path(folder) / "kb")
        with open_store(Path(folder) / "kb", create=False) as store:
            seen = look(store, Lens())
    gold = {}
    stretches = {_file(case, key): (case, document) for case in cases for key, document in case["documents"].items()}
    for report in seen.knowledge.reports:
        case, document = stretches[Path(seen.knowledge.documents[report.document].origin).name]
        label = _label(report, seen.knowledge.documents[report.document].text, document["sentences"])
        if label is not None:
            gold[report.id] = f"{case['label']}: {label}"
    return Tied(seen.knowledge, seen.findings.events, gold)


def figures_of(tied: Tied) -> Figures:
    """Compare events with the key.

    Args:
        tied: Events beside the key.

    Returns:
        The figures.
    """
    precision, recall = b_cubed(tied.found, tied.gold)
    documents = {report.id: report.document for report in tied.knowledge.reports}
    told: dict[str, set[str]] = {}
    across: dict[tuple[str, str], set[str]] = {}
    for report, label in tied.gold.items():
        told.setdefault(label, set()).add(documents[report])
        across.setdefault((label, tied.found[report]), set()).add(documents[report])
    several = {label for label, where in told.items() if len(where) > 1}
    return Figures(precision, recall, len(tied.gold), len({label for (label, _), where in across.items() if len(where) > 1}), len(several))


def b_cubed(found: Mapping[str, Hashable], gold: Mapping[str, Hashable]) -> tuple[float, float]:
    """Compare two partitions of the same items.

    Args:
        found: The group of each item as found.
        gold: The group of each item as the key has it.

    Returns:
        B-cubed precision and recall; 1 where there is nothing to compare.

    Example:
        >>> b_cubed({"a": 1, "b": 1}, {"a": 1, "b": 2})
        (0.5, 1.0)
    """
    ours, theirs = Counter(found.values()), Counter(gold.values())
    both = Counter((found[item], gold[item]) for item in gold)
    total = max(1, len(gold))
    precision = sum(count * count / ours[one] for (one, _), count in both.items()) / total
    recall = sum(count * count / theirs[two] for (_, two), count in both.items()) / total
    return (precision, recall) if gold else (1.0, 1.0)


def _lines(name: str, half: Half) -> Iterator[dict[str, Any]]:
    for line in (FOLDER / name).read_text("utf-8").splitlines():
        case = json.loads(line)
        if case["half"] == half:
            yield case


def _write_documents(folder: Path, cases: Iterable[Mapping[str, Any]]) -> None:
    folder.mkdir()
    sources = {}
    for case in cases:
        for key, document in case["documents"].items():
            (folder / _file(case, key)).write_text("\n".join(sentence for _, sentence in document["sentences"]) + "\n", "utf-8")
            sources[_file(case, key)] = {"publisher": document["publisher"], "published": document["published"]}
    (folder / "sources.yaml").write_text(yaml.safe_dump({"documents": sources}, allow_unicode=True), "utf-8")


def _file(case: Mapping[str, Any], key: str) -> str:
    return f"{case['label'].replace(' ', '_')}_{key}.txt"


def _label(report: EventReport, text: str, sentences: Sequence[tuple[str, str]]) -> str | None:
    """Name the happening of the sentence in which a report ends: `A`, or `A/ASSAULT B/RETREAT` where it tells of two types."""
    for labels, sentence in sentences:
        at = text.find(sentence)
        if at <= report.evidence[0].end - 1 < at + len(sentence):
            named = {kind: happening for happening, _, kind in (label.partition("/") for label in labels.split())}
            return named.get(report.type, named.get(""))
    return None


def _misses(tied: Tied) -> Iterator[str]:
    """Tell of every happening and event that is not the other one whole."""
    by_id = {report.id: report for report in tied.knowledge.reports}
    parts: dict[str, dict[str, list[str]]] = {}
    for report, label in tied.gold.items():
        parts.setdefault(label, {}).setdefault(tied.found[report], []).append(report)
    for label, events in parts.items():
        if len(events) > 1:
            yield f"apart: {label}"
            yield from (f"    {number}  {_told(tied, by_id[report])}" for number, event in enumerate(events) for report in events[event])
    for event in tied.events:
        labels = {tied.gold[report] for report in event.reports if report in tied.gold}
        if len(labels) > 1:
            yield f"together: {event.why}"
            yield from (f"    {tied.gold[report]}  {_told(tied, by_id[report])}" for report in event.reports if report in tied.gold)


def _told(tied: Tied, report: EventReport) -> str:
    def named(parties: Iterable[Any]) -> str:
        return " & ".join(tied.knowledge.name_of(tied.knowledge.who(party)) for party in parties)

    figures = ", ".join(f"{figure.what} {figure.low}-{figure.high}" for figure in report.figures)
    sides = f"{named(report.initiator)} -> {named(report.target)}"
    when = "" if report.when is None else report.when.edtf
    told = f"{report.type} {report.mode or ''} | {sides} | {named(report.where)} | {when} | {figures} | {report.status}"
    return f"{told}  {report.evidence[0].quote[:_SHOWN]}"


if __name__ == "__main__":
    sys.exit(main())
