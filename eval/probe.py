"""Probe: sixty sentences whose events were coded before the rules read them; a sentence is right if it gives exactly those events.

`python -m eval.probe [--misses]`. The sentences and what a coder expects of each stand in `gold/probe.jsonl`, one a line: voices, negation,
modality, passives, nominal events, light verbs, clashes, several events, exercises, films, figures of speech, tolls. The thirteen marked
`anchor` are those that PETRARCH-2 was probed with.

A sentence is right if reports and expected events pair one to one: no event too few, none too many. Of an event its type, status, stance,
chain of voices and recurrence are always compared; initiator, target, where, when, figures, responsibility and mode where the line states
them, an empty list meaning that there is none. `A|B` accepts either; a party written `?A` may be left out; an event marked `optional` too.
A party is matched by any of its names, one that is only described by words that are part of its description.
"""

import argparse
import json
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from eval.row import ROOT, Row

from testimonia.model.document import Document
from testimonia.model.event import EventReport, Figure
from testimonia.model.party import Party
from testimonia.model.reading import Reading
from testimonia.pipeline import read

GOLD = ROOT / "eval" / "gold" / "probe.jsonl"
_REACH = 57 / 60
_OTHERS = "PETRARCH-2: about 4 of its 13, by hand-made parses (run for this project)"
_PARTIES = ("initiator", "target", "where", "responsibility")

Wanted = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Probed:
    """One sentence compared: what differs, in words; nothing where it is right."""

    case: Wanted
    wrong: tuple[str, ...]


def measure() -> tuple[Row, ...]:
    """Read the sentences and count those that are right.

    Returns:
        Two rows: all sentences, and those that PETRARCH-2 was probed with.
    """
    return _rows(_probe())


def _rows(probed: Sequence[Probed]) -> tuple[Row, ...]:
    anchors = [one for one in probed if one.case.get("anchor")]
    data = "sixty sentences coded beforehand"
    return (
        Row(data, "sentences all right", _share(probed), len(probed), reach=_REACH),
        Row(data, "of these, PETRARCH-2's thirteen", _share(anchors), len(anchors), _OTHERS),
    )


def _share(probed: Sequence[Probed]) -> float:
    return sum(not one.wrong for one in probed) / len(probed) if probed else 0.0


def _probe() -> list[Probed]:
    lines = GOLD.read_text("utf-8").splitlines()
    return [Probed(case, probe_case(case)) for case in map(json.loads, lines)]


def probe_case(case: Wanted) -> tuple[str, ...]:
    """Read one sentence with the built-in reader and compare.

    Args:
        case: A line of the probe.

    Returns:
        What differs.
    """
    text = case["text"]
    digest = sha256(text.encode()).hexdigest()
    document = Document(f"d-{digest[:16]}", "probe.txt", digest, "text/plain", text, language="en")
    return differences(read(document), case["expect"])


def differences(reading: Reading, expected: Sequence[Wanted]) -> tuple[str, ...]:
    """Pair reports with expected events one to one and say what is left over on either side.

    Args:
        reading: What was read of a sentence.
        expected: The coder's events.

    Returns:
        One line for every expected event without its report, and for every report without its event.
    """
    names = {r.id: {r.name, *r.names} for r in reading.referents}
    free = list(reading.reports)
    missed = []
    for wanted in expected:
        found = next((report for report in free if not report_faults(report, wanted, names)), None)
        if found is not None:
            free.remove(found)
        elif not wanted.get("optional"):
            missed.append(wanted)
    return tuple([f"missing: {json.dumps(wanted, ensure_ascii=False)}" for wanted in missed] + [f"read: {_shown(r, names)}" for r in free])


def report_faults(report: EventReport, wanted: Wanted, names: Mapping[str, set[str]]) -> list[str]:
    """List the slots of a report that are not as a coder has them.

    Args:
        report: What was read.
        wanted: One expected event.
        names: From the identifier of every referent to all its names.

    Returns:
        Names of the slots that differ; empty where all that is stated is right.
    """
    when = None if report.when is None else report.when.edtf
    right = {
        "type": report.type in wanted["event"].split("|"),
        "mode": "mode" not in wanted or report.mode == wanted["mode"],
        "status": report.status == wanted.get("status", "happened"),
        "recurrent": report.recurrent == wanted.get("recurrent", False),
        "stance": report.attribution.stance == wanted.get("stance", "asserted"),
        "voices": _in_order(report.attribution.voices, wanted.get("voices", ()), names),
        "when": "when" not in wanted or when == wanted["when"],
        "figures": "figures" not in wanted or _same_figures(report.figures, wanted["figures"]),
    }
    for slot in _PARTIES:
        right[slot] = slot not in wanted or _same_parties(getattr(report, slot), wanted[slot], names)
    return [slot for slot, is_right in right.items() if not is_right]


def _in_order(parties: Sequence[Party], wanted: Sequence[str], names: Mapping[str, set[str]]) -> bool:
    return len(parties) == len(wanted) and all(_is_called(p, w, names) for p, w in zip(parties, wanted, strict=True))


def _same_parties(parties: Iterable[Party], wanted: Iterable[str], names: Mapping[str, set[str]]) -> bool:
    left = list(parties)
    for words in wanted:
        found = next((p for p in left if _is_called(p, words.removeprefix("?"), names)), None)
        if found is not None:
            left.remove(found)
        elif not words.startswith("?"):
            return False
    return not left


def _is_called(party: Party, wanted: str, names: Mapping[str, set[str]]) -> bool:
    if party.referent is None:
        return any(_plain(one) in _plain(party.words) for one in wanted.split("|"))
    called = {_plain(name) for name in (*names.get(party.referent, ()), party.words)}
    return any(_plain(one) in called for one in wanted.split("|"))


def _plain(words: str) -> str:
    return " ".join(words.lower().split()).removeprefix("the ").removeprefix("a ")


def _same_figures(figures: Sequence[Figure], wanted: Sequence[Wanted]) -> bool:
    left = list(figures)
    for one in wanted:
        found = next((f for f in left if f.what in one["what"].split("|") and (f.low, f.high) == (one["low"], one["high"])), None)
        if found is None:
            return False
        left.remove(found)
    return not left


def _shown(report: EventReport, names: Mapping[str, set[str]]) -> str:
    def shown(parties: Iterable[Party]) -> str:
        return ", ".join(min(names.get(p.referent or "", {f"<{p.words}>"}), key=lambda n: (-len(n), n)) for p in parties)

    when = "" if report.when is None else f" @{report.when.edtf}"
    figures = "".join(f" [{f.what} {f.low}..{f.high}]" for f in report.figures)
    attribution = f"({shown(report.attribution.voices) or 'text'}; {report.attribution.stance}; {report.status})"
    recurrent = " recurrent" if report.recurrent else ""
    sides = f"{shown(report.initiator) or '?'} -> {shown(report.target) or '?'} in {shown(report.where) or '?'}"
    return f"{report.type} {report.mode or ''}: {sides}{when}{figures}{recurrent} {attribution}"


def main(arguments: Sequence[str] | None = None) -> int:
    """Probe and print how many sentences are right.

    Args:
        arguments: Those of the command line; None for the process's own.

    Returns:
        The exit code: 0, the probe is always there.
    """
    parser = argparse.ArgumentParser(prog="python -m eval.probe", description=__doc__)
    parser.add_argument("--misses", action="store_true", help="list what differs, sentence by sentence")
    asked = parser.parse_args(arguments)
    probed = _probe()
    if asked.misses:
        for one in probed:
            if one.wrong:
                print(f"{one.case['label']}: {one.case['text']}")
                print("".join(f"    {line}\n" for line in one.wrong), end="")
    for row in _rows(probed):
        print(f"{row.metric}: {round(row.value * row.of)}/{row.of}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
