"""Data: the files of the release that a site offers to take away."""

from collections.abc import Iterator
from pathlib import Path

from testimonia.publish.released import FILES, MANIFEST, Released
from testimonia.publish.site.records import DataFile, DataPage

README = "README.txt"
_WHAT = {
    MANIFEST: "what the release was made from and by, with the hash of every file",
    README: "what is where, and how to cite it",
}
_KINDS = {
    "documents": "where each document comes from",
    "entities": "bodies, people in public roles and places, with their names",
    "claims": "claims with their words, voices and time",
    "event_reports": "what each document reports of an event",
    "happenings": "events with their tolls and the reports behind them",
    "disputes": "what cannot all hold",
    "corroborations": "what agrees, and how many independent witnesses",
    "judgements": "decisions on which names are one",
    "problems": "what could not be read",
}


def data_files(released: Released) -> Iterator[tuple[Path, str]]:
    """List the files of a release that a site offers: its rows as JSON Lines and CSV, and what says where they come from.

    Args:
        released: The release.

    Yields:
        File and what is in it; never the texts of documents.
    """
    for name, what in _WHAT.items():
        if (released.folder / name).is_file():
            yield released.folder / name, what
    for kind, what in _KINDS.items():
        for name in (FILES[kind], f"csv/{kind}.csv"):
            if (released.folder / name).is_file():
                yield released.folder / name, what


def data_page(released: Released) -> DataPage:
    """List what a release offers to take away.

    Args:
        released: The release.

    Returns:
        The page.
    """
    manifest = released.manifest
    hashes = {str(name): str(value) for name, value in manifest["sha256"].items()}
    files = []
    for file, what in data_files(released):
        name = file.relative_to(released.folder).as_posix()
        files.append(DataFile(f"data/{name}", what, file.stat().st_size, hashes.get(name, "")))
    withheld = {str(reason): int(number) for reason, number in manifest.get("withheld", {}).items()}
    return DataPage(tuple(files), withheld, str(manifest.get("inputs", "")))
