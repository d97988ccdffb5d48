"""`testimonia import KB FILE...`: coders' files as codings by a named coder; `testimonia template SECTION`: an empty table to fill in."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

if TYPE_CHECKING:
    from testimonia.review.codings.formats import CoderFile

WITH_PROBLEMS = 1


def import_codings(
    kb: Annotated[Path, typer.Argument(metavar="KB", help="Folder of the knowledge base.", show_default=False)],
    files: Annotated[list[Path], typer.Argument(metavar="FILE...", help="Coders' files; a folder is a release.", show_default=False)],
    by: Annotated[str, typer.Option("--by", metavar="CODER", help="Whose coding it is; kept with every record.", show_default=False)],
    form: Annotated[str, typer.Option("--format", help="auto, key, csv, annotations, doccano, inception or release.")] = "auto",
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only say what would come of it.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """Bring coders' files in as decisions of a named coder: what equals a proposal accepts it, the rest corrects or is added.

    Args:
        kb: Folder of the knowledge base.
        files: Coders' files.
        by: Whose coding it is.
        form: The format of the files.
        dry_run: Only say what would come of it.
        as_json: Print JSON.
    """
    from testimonia.cli.output import write_json
    from testimonia.pipeline import import_codings as bring_in
    from testimonia.review.codings.formats import FORMATS

    if form not in FORMATS:
        raise typer.BadParameter(f"{form!r} is no format; it can be {', '.join(FORMATS)}", param_hint="--format")
    data = []
    for file in [_read(path, form) for path in files]:
        plan = bring_in(kb, file, by=by, form=form, dry_run=dry_run)
        data.append(_data(file, plan, dry_run))
    if as_json:
        write_json(data)
    else:
        _show(data)
    if any(one["fatal"] for told in data for one in told["problems"]):
        raise typer.Exit(WITH_PROBLEMS)


def template(
    section: Annotated[str, typer.Argument(metavar="SECTION", help="names, relations, attributes, roles or events.", show_default=False)],
) -> None:
    """Write an empty table for a section of the codebook, with one example and the codes allowed as comments.

    Args:
        section: A section of the codebook.
    """
    import sys

    from testimonia.review.codings.tables import SECTIONS, template_of

    if section not in SECTIONS:
        raise typer.BadParameter(f"{section!r} has no template; there is one for {', '.join(SECTIONS)}", param_hint="SECTION")
    sys.stdout.write(template_of(section).replace("\r\n", "\n"))


def _read(path: Path, form: str) -> "CoderFile":
    from testimonia.errors import StoreError
    from testimonia.review.codings.formats import CoderFile

    if not path.is_dir():
        return CoderFile(path.name, {path.name: path.read_bytes()})
    found = {one.name: one.read_bytes() for one in sorted(path.glob("*.jsonl"))}
    if "claims.jsonl" not in found and "events.jsonl" not in found:
        raise StoreError(f"{path}: a folder is brought in only if it is a release, with claims.jsonl or events.jsonl")
    if form not in ("auto", "release"):
        raise StoreError(f"{path}: is a folder, and so a release and no {form}")
    return CoderFile(path.resolve().name, found)


def _data(file: "CoderFile", plan: Any, dry_run: bool) -> dict[str, Any]:
    from dataclasses import asdict

    return {
        "file": file.name,
        "sha256": file.sha256,
        "dry_run": dry_run,
        "counts": plan.counts,
        "records": [
            {"verdict": one.verdict, "record": one.record, "document": one.document, "comment": one.comment} for one, _ in plan.decisions
        ],
        "problems": [{"id": one.id, **asdict(one)} for one in plan.problems],
    }


def _show(data: list[dict[str, Any]]) -> None:
    from testimonia.cli.output import write_line, write_table

    for told in data:
        counts = told["counts"]
        did = ", ".join(f"{what}: {number}" for what, number in counts.items()) or "nothing"
        write_line(f"{told['file']}{' (nothing is written)' if told['dry_run'] else ''}: {did}")
    problems = [one for told in data for one in told["problems"]]
    if problems:
        rows = [
            (
                one["origin"] if one["place"] is None else f"{one['origin']}, {one['place']}",
                one["what"],
                one["remedy"],
                f"{one['rule']} ({'left out' if one['fatal'] else 'taken'})",
            )
            for one in problems
        ]
        left_out = sum(one["fatal"] for one in problems)
        write_table(("Where", "What", "Way out", "Rule"), rows, title=f"Problems: {len(problems)}; left out: {left_out}")
