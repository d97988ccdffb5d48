"""Writing: the files of a site, all of them or none, the same bytes from the same release."""

import gc
import json
import multiprocessing
import shutil
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from jinja2 import Environment

from testimonia.errors import StoreError
from testimonia.publish.folders import Marker, new_folder
from testimonia.publish.pages.environment import environment, render
from testimonia.publish.pages.frame import NAVIGATION, Frame, NavItem, offered
from testimonia.publish.released import Released
from testimonia.publish.site.assets import assets, missing_vendor
from testimonia.publish.site.book import Book, SiteOptions, open_book
from testimonia.publish.site.data import data_files
from testimonia.publish.site.finding import shards
from testimonia.publish.site.links import LISTS, SiteLinks
from testimonia.publish.site.pages import Sheet, made, sheets_of

TEMPLATES = Path(__file__).parent / "templates"
SITE = Marker("site.json", "testimonia-site/1", "site")
EXTRA = NavItem("Data", "/data")
"""What a site has that the workbench has not."""
CHUNK = 200
"""Pages that a process writes before it says so."""
WORTH_IT = 1_000
"""Pages from which on a second process saves more than it costs."""
Tell = Callable[[str, int, int | None], None]
"""Called with the step's name, how many pages are done, and how many there are."""


@dataclass(frozen=True, slots=True)
class SiteWritten:
    """What was written: the number of pages, of all files, and their size in bytes."""

    pages: int
    files: int
    size: int


def _say_nothing(step: str, done: int, total: int | None) -> None:
    """For those who want to hear of no progress."""


def write_site(released: Released, out: Path, *, options: SiteOptions, tell: Tell | None = None) -> SiteWritten:
    """Write a release as a site of files.

    Args:
        released: The release; it is held in memory as a whole.
        out: Folder of the site; an earlier site there is replaced, anything else refused.
        options: What it is called, and how it is made.
        tell: Told how far it is.

    Returns:
        How much was written.

    Raises:
        RecordError: A row cannot be read.
        StoreError: The folder holds something that is no site, or cannot be written.
    """
    try:
        with new_folder(out, marker=SITE) as folder:
            with _no_collection():
                book = open_book(released, options, missing=missing_vendor())
                sheets = tuple(sheets_of(book))
            _write_files(book, folder)
            for name in sorted({sheet.file.rpartition("/")[0] for sheet in sheets}):
                (folder / name).mkdir(exist_ok=True)
            _write_pages(Press(book, folder), sheets, tell or _say_nothing)
            files = [file for file in folder.rglob("*") if file.is_file()]
            written = SiteWritten(len(sheets), len(files), sum(file.stat().st_size for file in files))
    except OSError as error:
        raise StoreError(f"the site cannot be written to {out}: {error}") from error
    return written


@contextmanager
def _no_collection() -> Iterator[None]:
    """Look for no garbage while much is made that stays: it would be gone through again and again, and nothing found."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


class Press:
    """Renders pages into a folder."""

    def __init__(self, book: Book, folder: Path) -> None:
        """Prepare.

        Args:
            book: The release.
            folder: The top of the site.
        """
        self._book = book
        self._folder = folder
        self.processes = book.options.processes
        self._templates: Environment = environment(TEMPLATES)
        paths = frozenset(f"/{name}" for name in LISTS if name != "data" or book.options.data)
        groups = [*NAVIGATION[:-1], (*NAVIGATION[-1], EXTRA)]
        self._navigation = offered(groups, paths)

    def write(self, sheet: Sheet) -> None:
        """Write one page.

        Args:
            sheet: The file.
        """
        page = made(self._book, sheet)
        options = self._book.options
        frame = Frame(
            knowledge_base=options.name,
            section=page.section,
            here=sheet.file,
            navigation=self._navigation,
            lens=options.lens,
            version=options.version,
            missing=self._book.missing,
            is_site=True,
        )
        links = SiteLinks("../" * sheet.file.count("/"), page.paths, self._book.families, self._book.stemmas.pages)
        text = render(self._templates, page.template, page.page, frame=frame, links=links)
        (self._folder / sheet.file).write_bytes(text.encode("utf-8", "replace"))


def _write_files(book: Book, folder: Path) -> None:
    """Write everything but the pages: assets, what the search looks through, and the tables to take away."""
    mark = {"format": SITE.format, "release": book.released.manifest.get("inputs", "")}
    (folder / SITE.file).write_bytes(json.dumps(mark, indent=1).encode() + b"\n")
    for name, content in assets():
        _put(folder / "assets" / name, content)
    for name, script in shards(book):
        _put(folder / "search" / f"{name}.js", script.encode("utf-8", "replace"))
    for file, _ in data_files(book.released) if book.options.data else ():
        _put(folder / "data" / file.relative_to(book.released.folder), None)
        shutil.copyfile(file, folder / "data" / file.relative_to(book.released.folder))


def _put(file: Path, content: bytes | None) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    if content is not None:
        file.write_bytes(content)


def _write_pages(press: Press, sheets: Sequence[Sheet], tell: Tell) -> None:
    chunks = [sheets[at : at + CHUNK] for at in range(0, len(sheets), CHUNK)]
    done = 0
    for number in _written(press, chunks, len(sheets)):
        done += number
        tell("pages", done, len(sheets))


def _written(press: Press, chunks: Sequence[Sequence[Sheet]], pages: int) -> Iterator[int]:
    """Write chunk after chunk. Processes share what was read only where they can be forked off, which threads would make unsafe."""
    processes = press.processes
    may_fork = "fork" in multiprocessing.get_all_start_methods() and sys.platform != "darwin" and threading.active_count() == 1
    if processes < 2 or pages < WORTH_IT or not may_fork:
        yield from (_write_chunk(chunk, press) for chunk in chunks)
        return
    global _press
    _press = press
    gc.freeze()  # what is shared stays shared: nothing of it is counted anew
    try:
        with multiprocessing.get_context("fork").Pool(processes) as pool:
            yield from pool.imap_unordered(_write_chunk, chunks)
            pool.close()
            pool.join()
    finally:
        _press = None
        gc.unfreeze()


_press: Press | None = None
"""What forked processes find: it holds the whole release, and is never sent to them."""


def _write_chunk(chunk: Sequence[Sheet], press: Press | None = None) -> int:
    writer = press or _press
    assert writer is not None, "a process without its press"
    for sheet in chunk:
        writer.write(sheet)
    return len(chunk)
