"""`testimonia export RELEASE --as FORMAT --out FILE`: a release in the formats that others work with."""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from testimonia.cli.lens_options import HoldingAt, KnownOn, LensOption, SaidBefore

if TYPE_CHECKING:
    from testimonia.model.lens import Lens


def export(
    source: Annotated[Path, typer.Argument(metavar="RELEASE|KB", help="Folder of a release, or of a knowledge base.", show_default=False)],
    as_: Annotated[
        list[str] | None, typer.Option("--as", metavar="FORMAT", help="A format, or all; may be given again. Without it, they are listed.")
    ] = None,
    out: Annotated[Path | None, typer.Option("--out", metavar="FILE|DIR", help="File to write; for several, a folder.")] = None,
    lens: LensOption = None,
    said_before: SaidBefore = None,
    holding_at: HoldingAt = None,
    known_on: KnownOn = None,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Print nothing but errors.")] = False,
) -> None:
    """Write a release for FollowTheMoney, Gephi, QGIS, Zotero, RDF and others.

    Beside each file stands what its format cannot hold, how often and why. Of a knowledge base a release is made first.

    Args:
        source: Folder of a release, or of a knowledge base.
        as_: Formats; none to list them.
        out: File or folder to write.
        lens: Whose word to take of a knowledge base.
        said_before: Only what was published before this day.
        holding_at: Only what is about this time.
        known_on: As the knowledge base stood at the end of this day.
        quiet: Print nothing but errors.
    """
    from testimonia import releasing
    from testimonia.cli.output import write_line, write_table
    from testimonia.errors import SettingsError
    from testimonia.publish.exports import FORMATS

    if not as_:
        write_table(("Format", "File", ""), [(held.name, held.file, held.what) for held in FORMATS], title="Formats for --as")
        return
    if out is None:
        raise SettingsError("say where to: --out FILE, or --out DIR for several formats")
    options = {"said_before": said_before, "holding_at": holding_at, "known_on": known_on}
    asked = lens is not None or any(option is not None for option in options.values())
    done = releasing.export(source, out, formats=as_, lens=_lens(source, lens, options) if asked else None)
    if quiet:
        return
    rows = [(one.format, str(one.file), _held(one.written), f"{one.left_out:,}", f"{one.flattened:,}") for one in done]
    write_table(("Format", "File", "Holds", "Left out", "Flattened"), rows, title=f"Exported from {source}")
    write_line(f"Open next: {done[0].report} (what the format does not hold, and why)")


def _lens(source: Path, lens: str | None, options: dict[str, Any]) -> "Lens":
    from testimonia.cli.lens_options import chosen_lens
    from testimonia.model.lens import Lens
    from testimonia.publish.released import MANIFEST
    from testimonia.store import open_store

    if (source / MANIFEST).is_file():
        return Lens()  # refused with a reason where the export begins
    with open_store(source, create=False) as store:
        return chosen_lens(store, lens, **options)


def _held(written: Mapping[str, int]) -> str:
    return ", ".join(f"{number:,} {what}" for what, number in written.items())
