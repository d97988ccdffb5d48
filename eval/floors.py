"""The floors: figures below which the demonstration may not fall, and the digest of the corpus that they hold for."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from eval.key import Row

ALWAYS = {"grounded": 1.0}
"""Floors that no update lowers: a quotation stands at its offsets or it is not in the release."""


@dataclass(frozen=True, slots=True)
class Floors:
    """What was reached before; `history` tells which floors were lowered and why."""

    corpus: str = ""
    floors: Mapping[str, float] = field(default_factory=dict)
    history: tuple[Row, ...] = ()


def guarded(figures: Row) -> dict[str, float]:
    """Pick the figures that have floors; in all of them higher is better.

    Args:
        figures: What the scorer counted.

    Returns:
        Figure by name, rounded as the scorer does.
    """
    ratios = {
        "structural": figures["claims"]["structural"],
        "claims": figures["claims"]["all"],
        "events": figures["events"]["found"],
        "alias_links": figures["entities"]["alias_links"],
        "disputes": figures["disputes"],
    }
    out = {f"{name}_{part}": float(row[part]) for name, row in ratios.items() for part in ("p", "r", "f1")}
    out["claim_attribution"] = float(figures["claims"].get("on_matched", {}).get("attribution", 0.0))
    out["event_attribution"] = float(figures["events"].get("attribution_on_matched", 0.0))
    out["corroborations_found"] = float(figures["corroborations"]["found"])
    out["traps_avoided"] = float(figures["traps"]["set"] - len(figures["traps"]["fallen"]))
    out["grounded"] = float(figures["grounded"])
    return out


def below(measured: Mapping[str, float], floors: Floors) -> list[str]:
    """List the figures that lie below their floors.

    Args:
        measured: Figures as `guarded` names them.
        floors: The floors to hold.

    Returns:
        One line for each; empty if all hold. A figure that has a floor but was not measured counts as 0.
    """
    held = {**floors.floors, **ALWAYS}
    return [
        f"{name}: {measured.get(name, 0.0)} is below its floor of {floor}"
        for name, floor in held.items()
        if measured.get(name, 0.0) < floor
    ]


def raised(measured: Mapping[str, float], floors: Floors, *, corpus: str) -> Floors:
    """Return floors raised to what was measured; none is lowered.

    Args:
        measured: Figures as `guarded` names them.
        floors: The floors so far.
        corpus: Digest of the corpus that was measured.

    Returns:
        New floors for this corpus.
    """
    names = sorted({*measured, *floors.floors})
    return Floors(corpus, {name: max(measured.get(name, 0.0), floors.floors.get(name, 0.0)) for name in names}, floors.history)


def lowered(measured: Mapping[str, float], floors: Floors, *, corpus: str, reason: str) -> Floors:
    """Return floors set to what was measured, with a note of those that went down.

    Args:
        measured: Figures as `guarded` names them.
        floors: The floors so far.
        corpus: Digest of the corpus that was measured.
        reason: Why lower figures are right; kept beside them.

    Returns:
        New floors for this corpus.
    """
    down = {name: [floor, measured.get(name, 0.0)] for name, floor in floors.floors.items() if measured.get(name, 0.0) < floor}
    note: tuple[Row, ...] = ({"reason": reason, "lowered": down},) if down else ()
    return Floors(corpus, dict(sorted(measured.items())), floors.history + note)


def load_floors(path: Path) -> Floors:
    """Read floors from their file.

    Args:
        path: JSON as `save_floors` writes it.

    Returns:
        The floors; none at all if the file does not exist.
    """
    if not path.exists():
        return Floors()
    content: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return Floors(content["corpus"], content["floors"], tuple(content.get("history", [])))


def save_floors(floors: Floors, path: Path) -> None:
    """Write floors to their file.

    Args:
        floors: The floors.
        path: Where to; overwritten.
    """
    content = {"corpus": floors.corpus, "floors": dict(floors.floors), "history": list(floors.history)}
    path.write_text(json.dumps(content, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


def digest(paths: Iterable[Path]) -> str:
    """Return one SHA-256 over the names and bytes of files.

    Args:
        paths: Files and folders; of a folder every file directly in it.

    Returns:
        64 hexadecimal digits, whatever the order of the arguments.
    """
    files = {file for path in paths for file in (path.iterdir() if path.is_dir() else [path]) if file.is_file()}
    total = hashlib.sha256()
    for file in sorted(files, key=lambda f: f.name):
        total.update(f"{file.name}\0{hashlib.sha256(file.read_bytes()).hexdigest()}\n".encode())
    return total.hexdigest()
