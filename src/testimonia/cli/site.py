"""`testimonia site RELEASE --out WWW`: a release as pages that need no server."""

from pathlib import Path
from typing import Annotated

import typer


def site(
    source: Annotated[Path, typer.Argument(metavar="RELEASE", help="Folder of a release.", show_default=False)],
    out: Annotated[Path, typer.Option("--out", metavar="WWW", help="Folder to write; must not hold anything else.", show_default=False)],
    name: Annotated[str, typer.Option("--name", help="What the site is called; without it, as the release's folder.")] = "",
    data: Annotated[bool, typer.Option(help="Offer the release's tables on it.")] = True,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Print nothing but errors.")] = False,
) -> None:
    """Write a release as a site: pages that open from a disk or from any web host, without a server and without asking anybody.

    The documents' full texts are never part of it.

    Args:
        source: Folder of a release.
        out: Folder to write.
        name: What the site is called.
        data: Offer the release's tables on it.
        quiet: Print nothing but errors.
    """
    from inspect import getdoc

    from testimonia import releasing
    from testimonia.cli.output import write_line
    from testimonia.cli.progress import ProgressBar
    from testimonia.publish.site import SiteOptions
    from testimonia.registry import RULES

    named = ((f"{rule.__module__.rpartition('.')[2]}.{rule.__name__}", rule) for rule in RULES)  # as proposals name it
    reasons = {name: (getdoc(rule) or "").partition("\n\n")[0].replace("\n", " ") for name, rule in named}
    with ProgressBar(quiet=quiet) as bar:
        written = releasing.site(source, out, options=SiteOptions(name, reasons=reasons, data=data), progress=bar.report)
    if quiet:
        return
    write_line(f"{written.pages:,} pages in {written.files:,} files, {written.size / 1_000_000:,.1f} MB, in {out}")
    write_line(f"Open next: {out / 'index.html'} (a double click; or put the folder on any web host)")
