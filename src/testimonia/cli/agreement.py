"""`testimonia review agreement KB --by A --by B`: how far two coders who coded the same documents coded the same."""

from pathlib import Path
from typing import Annotated

import typer


def agreement(
    kb: Annotated[Path, typer.Argument(metavar="KB", help="Folder of the knowledge base.", show_default=False)],
    by: Annotated[list[str], typer.Option("--by", metavar="CODER", help="A coder; name two.", show_default=False)],
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """Say how far two coders agree on what both coded: per cent and Krippendorff's alpha (nominal).

    Args:
        kb: Folder of the knowledge base.
        by: The two coders.
        as_json: Print JSON.
    """
    from dataclasses import asdict

    from testimonia.cli.output import write_json, write_line, write_table
    from testimonia.review.agreement import agreement as agreed
    from testimonia.review.agreement import coded_by
    from testimonia.store import open_store

    if len(set(by)) != 2:
        raise typer.BadParameter("name two coders: --by A --by B", param_hint="--by")
    with open_store(kb, create=False) as store:
        decisions = list(store.decisions())
        wanted = {one.record for one in decisions if one.by in by and not one.is_on_document}
        added = {one.record: one.made for one in decisions if one.adds and one.made is not None}
        originals = {name: said for name in wanted if (said := store.proposal(name) or added.get(name)) is not None}
        first, second = (coded_by(decisions, one, originals) for one in by[:2])
        found = agreed(first, second, same=store.entity_of())
    if as_json:
        write_json({"by": by[:2], **asdict(found)})
        return
    if not found.documents:
        write_line(f"{by[0]} and {by[1]} coded no document in common.")
        return
    covered = [(one.section, str(one.first), str(one.second), str(one.both)) for one in found.covered]
    write_table(("Section", by[0], by[1], "Both"), covered, title=f"Coded in {found.documents} documents")
    rows = [
        (one.section, one.on, str(one.units), f"{one.percent:.1%}", "–" if one.alpha is None else f"{one.alpha:.3f}")
        for one in found.agreed
    ]
    write_table(("Section", "On", "Units", "Alike", "Alpha"), rows, title="Agreement on what both coded")
