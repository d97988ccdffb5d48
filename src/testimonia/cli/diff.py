"""`testimonia diff A B`: what a release has, lacks or says otherwise than an earlier one, and why."""

from collections import Counter
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from testimonia.publish.diff import Difference


class Form(StrEnum):
    """How differences are written."""

    TEXT = "text"
    MARKDOWN = "markdown"
    JSON = "json"


def diff(
    earlier: Annotated[Path, typer.Argument(metavar="A", help="Folder of the earlier release.", show_default=False)],
    later: Annotated[Path, typer.Argument(metavar="B", help="Folder of the later release.", show_default=False)],
    form: Annotated[Form, typer.Option("--as", help="How to write it.")] = Form.TEXT,
    as_json: Annotated[bool, typer.Option("--json", help="The same as --as json: one difference a line.")] = False,
    limit: Annotated[int, typer.Option(min=0, help="The most differences of a kind to show in text and Markdown, 0 for all.")] = 20,
) -> None:
    """Compare two releases: what was added, withdrawn, changed, and by which cause.

    Causes: document (one was added or is gone), decision (somebody's review or judgement), rule, model, lens; other follows from the rest.

    Args:
        earlier: Folder of the earlier release.
        later: Folder of the later release.
        form: How to write it.
        as_json: One difference a line, as JSON.
        limit: The most differences of a kind to show in text and Markdown.
    """
    from dataclasses import asdict

    from testimonia.cli.output import write_line, write_row
    from testimonia.publish.diff import diff_releases

    differences = diff_releases(earlier, later)
    if as_json or form is Form.JSON:
        for one in differences:
            write_row(asdict(one) | {"why": one.why})
        return
    for line in _lines(differences, title=f"{earlier} → {later}", markdown=form is Form.MARKDOWN, limit=limit):
        write_line(line)


def _lines(differences: "Iterator[Difference]", *, title: str, markdown: bool, limit: int) -> Iterator[str]:
    from itertools import groupby

    heading, item = ("## ", "- ") if markdown else ("\n", "  ")
    yield f"# What changed: {title}\n" if markdown else f"What changed: {title}"
    nothing = True
    for kind, group in groupby(differences, key=lambda one: one.kind):
        nothing, number = False, 0
        shown: list[str] = []
        counts: dict[str, Counter[str]] = {}
        for number, one in enumerate(group, 1):
            if not limit or number <= limit:
                fields = f" [{', '.join(one.fields)}]" if one.fields else ""
                identifier = f"`{one.id}`" if markdown else one.id
                shown.append(f"{item}{one.change} {identifier} {' '.join(one.says.split())}{fields} – {one.why}")
            for cause in one.causes:
                counts.setdefault(one.change, Counter())[cause] += 1
        yield heading + kind.replace("_", " ").capitalize()
        yield from _totals(counts, item)
        yield ""
        yield from shown
        if number > len(shown):
            yield f"{item}… and {number - len(shown):,} more; --limit 0 shows all"
        yield ""
    if nothing:
        yield "Nothing: the releases say the same."


def _totals(counts: dict[str, Counter[str]], item: str) -> Iterator[str]:
    for change, causes in counts.items():
        yield f"{item}{change}: {', '.join(f'{cause} {number:,}' for cause, number in causes.items())}"
