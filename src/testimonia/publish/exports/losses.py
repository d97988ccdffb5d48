"""Losses: what a format cannot hold, counted while it is written and said beside the file.

A format declares its losses; nothing can be left out under a name that is not declared, and what did not come up is listed as zero, so that
a reader sees what was looked for.
"""

import json
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

Happens = Literal["left out", "flattened"]


@dataclass(frozen=True, slots=True)
class Loss:
    """One way in which a format holds less than a release: what is lost, whether wholly or in part, and why."""

    code: str
    happens: Happens
    what: str
    why: str


class Losses:
    """The losses of one export, counted as it is written."""

    def __init__(self, declared: tuple[Loss, ...]) -> None:
        """Begin with nothing lost.

        Args:
            declared: Every way in which the format can lose something.
        """
        self.declared = declared
        self._known = {loss.code for loss in declared}
        self.lost: Counter[str] = Counter()
        self.written: Counter[str] = Counter()

    def lose(self, code: str, number: int = 1) -> None:
        """Count something that the format cannot hold.

        Args:
            code: A declared loss.
            number: How often.

        Raises:
            KeyError: The format does not declare it.
        """
        if code not in self._known:
            raise KeyError(code)
        self.lost[code] += number

    def wrote(self, what: str, number: int = 1) -> None:
        """Count something that was written.

        Args:
            what: What it is, in the plural.
            number: How many.
        """
        self.written[what] += number

    def as_row(self, name: str, manifest: Mapping[str, Any]) -> dict[str, Any]:
        """Give the report as data.

        Args:
            name: The format.
            manifest: The release's manifest.

        Returns:
            Which release, what was written, and each declared loss with its number.
        """
        losses = [
            {"code": loss.code, "happens": loss.happens, "number": self.lost[loss.code], "what": loss.what, "why": loss.why}
            for loss in self.declared
        ]
        release = {"inputs": manifest.get("inputs"), "lens": manifest.get("lens"), "meta": manifest.get("meta")}
        return {"format": name, "release": release, "written": dict(sorted(self.written.items())), "losses": losses}


def write_losses(out: Path, row: Mapping[str, Any]) -> tuple[Path, Path]:
    """Write the report of losses beside an export.

    Args:
        out: The exported file.
        row: What `Losses.as_row` gave.

    Returns:
        The Markdown file and the JSON file, named after the export.
    """
    page, data = out.with_name(f"{out.name}.losses.md"), out.with_name(f"{out.name}.losses.json")
    page.write_text(losses_as_markdown(out.name, row), "utf-8", newline="\n")
    data.write_text(json.dumps(row, ensure_ascii=True, indent=1) + "\n", "utf-8", newline="\n")
    return page, data


def losses_as_markdown(file: str, row: Mapping[str, Any]) -> str:
    """Put a report of losses into words.

    Args:
        file: The exported file's name.
        row: What `Losses.as_row` gave.

    Returns:
        Markdown: what was written, then what was left out or flattened, how often and why.
    """
    written = ", ".join(f"{number:,} {what}" for what, number in row["written"].items()) or "nothing"
    lines = [f"# What {file.replace('`', '')} does not hold", "", f"Format: {row['format']}. Written: {written}.", ""]
    met = [loss for loss in row["losses"] if loss["number"]]
    lines += ["| number | | what | why |", "| ---: | --- | --- | --- |"] if met else ["Nothing was left out or flattened."]
    lines += [f"| {loss['number']:,} | {loss['happens']} | {loss['what']} | {loss['why']} |" for loss in met]
    spared = [loss["what"] for loss in row["losses"] if not loss["number"]]
    if spared:
        lines += ["", "What the format could not hold either, but did not come up:", "", *[f"- {what}" for what in spared]]
    return "\n".join(lines) + "\n"
