"""Capturing: the whole way of a file, from its bytes to the document with its publication data and its boilerplate marked."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from testimonia.capture.boilerplate import mark_boilerplate
from testimonia.capture.formats import READERS, STREAMED, Caught, Reader, ending_of, unsupported
from testimonia.capture.language import name_language
from testimonia.capture.options import CaptureOptions
from testimonia.capture.piece import Draft, Facts, Piece, Register
from testimonia.capture.publication import read_publication
from testimonia.capture.titles import is_convincing
from testimonia.capture.trouble import empty, too_large, trouble, unreadable
from testimonia.capture.walk import walk
from testimonia.model.captured import Captured
from testimonia.model.document import DateBasis, Document, Source
from testimonia.model.known_group import KnownGroup
from testimonia.model.problem import Problem

_INHERITED = ("publisher", "original_publisher", "author", "language")
"""What a sidecar states of a container and holds for its members too; a title or a date belongs to one document."""


@dataclass(slots=True)
class _Run:
    """What has been seen so far in one call: sidecar facts by origin, publishers by name, and the documents' hashes."""

    options: CaptureOptions
    named: frozenset[str]
    stated: dict[str, Facts] = field(default_factory=dict)
    sources: dict[str, Source] = field(default_factory=dict)
    groups: dict[str, KnownGroup] = field(default_factory=dict)
    origins: dict[str, str] = field(default_factory=dict)
    visited: set[str] = field(default_factory=set)


def capture_paths(paths: Iterable[Path], options: CaptureOptions | None = None) -> Iterator[Captured]:
    """Capture documents from files and folders, one in memory at a time.

    A broken file, member or row becomes a problem and the next one is read. The same content under two names is one document; the second
    name is reported. Nothing here decides what a document is about or whether it is true.

    Args:
        paths: Files and folders in any order; `Path("-")` stands for `options.stdin`.
        options: Limits, columns and the bytes of standard input; None for the defaults.

    Yields:
        Documents, problems and the sources and groups that a `sources.yaml` registers, in the order of the files' names.
    """
    wanted = list(paths)
    run = _Run(CaptureOptions() if options is None else options, frozenset(path.as_posix() for path in wanted))
    for item in walk(wanted, run.options):
        yield from _take(item, run)


def _take(item: Caught, run: _Run) -> Iterator[Captured]:
    if isinstance(item, Problem):
        yield item
    elif isinstance(item, Register):
        yield from _register(item, run)
    elif isinstance(item, Draft):
        yield from _finish(item, run)
    elif item.depth > 0 or item.origin not in run.visited:
        run.visited.add(item.origin)
        yield from _read(item, run)


def _register(register: Register, run: _Run) -> Iterator[Captured]:
    """Keep what a sidecar states; a nearer sidecar comes later and is laid over an outer one."""
    for origin, facts in register.facts.items():
        run.stated[origin] = facts.over(run.stated.get(origin, Facts()))
    for source in register.sources:
        known = run.sources.setdefault(source.name, source)
        if known is source:
            yield source
        elif known != source:
            yield _told_twice("publisher", source.name)
    for group in register.groups:
        earlier = run.groups.setdefault(group.id, group)
        if earlier is group:
            yield group
        elif earlier != group:
            yield _told_twice("group", group.id)


def _told_twice(what: str, name: str) -> Problem:
    message = f"Two sidecars describe the {what} {name!r} differently; the first one counts."
    return trouble(name, "sidecar", message, remedy="Make the two entries the same, or keep one.", fatal=False)


def _read(piece: Piece, run: _Run) -> Iterator[Captured]:
    ending = ending_of(piece.name)
    reader = READERS.get(ending)
    if reader is None:
        problem = unsupported(piece.origin, piece.name)
        yield trouble(piece.origin, "unsupported", problem.what, remedy=problem.remedy) if piece.origin in run.named else problem
        return
    if piece.depth > run.options.archive.nesting:
        what = f"It lies within {piece.depth} archives or messages; {run.options.archive.nesting} levels are read."
        yield trouble(piece.origin, "nesting", what, remedy="Save it by itself and capture it.")
        return
    for item in _guarded(reader, piece, run.options, streamed=ending in STREAMED):
        yield from _take(item, run)


def _guarded(reader: Reader, piece: Piece, options: CaptureOptions, *, streamed: bool) -> Iterator[Caught]:
    """Run a reader; whatever a hostile or damaged file makes its library raise becomes a problem. Only the reader's own steps are
    guarded."""
    try:
        size = piece.size()
    except OSError as error:
        yield unreadable(piece.origin, error.strerror or str(error))
        return
    if size == 0:
        yield empty(piece.origin)
        return
    if size > options.max_bytes and not streamed:
        yield too_large(piece.origin, size=size, limit=options.max_bytes)
        return
    items = iter(reader(piece, options))
    while True:
        try:
            item = next(items)
        except StopIteration:
            return
        except Exception as error:
            reason = error.strerror if isinstance(error, OSError) and error.strerror else f"{type(error).__name__}: {error}".strip(": ")
            yield unreadable(piece.origin, reason)
            return
        yield item


def _finish(draft: Draft, run: _Run) -> Iterator[Captured]:
    """Turn a draft into a document: sidecar over format over text, then language and boilerplate."""
    if not draft.text.strip():
        yield empty(draft.origin)
        return
    first = run.origins.setdefault(draft.sha256, draft.origin)
    if first != draft.origin:
        what = f"Its content is the same as that of {first}; the two are one document."
        remedy = "Nothing to do; remove one of the two, or state different sources in sidecars of different texts."
        yield trouble(draft.origin, "duplicate", what, remedy=remedy, fatal=False)
        return
    yield _document(draft, _stated_of(draft.origin, run))


def _stated_of(origin: str, run: _Run) -> Facts:
    facts = run.stated.get(origin, Facts())
    around = origin
    while "!" in around:
        around = around.rpartition("!")[0]
        outer = run.stated.get(around)
        if outer is not None:
            facts = facts.over(Facts(**{name: getattr(outer, name) for name in _INHERITED}))
    return facts


def _document(draft: Draft, stated: Facts) -> Document:
    held = draft.facts
    if held.title and not is_convincing(held.title):
        held = replace(held, title=None)
    known = stated.over(held)
    reading = read_publication(draft.text, known=known)
    facts = known.over(reading)
    published, basis = _published(stated, held, reading)
    original = facts.original_publisher or None
    return Document(
        id=f"d-{draft.sha256[:16]}",
        origin=draft.origin,
        sha256=draft.sha256,
        format=draft.format,
        text=draft.text,
        title=facts.title or None,
        publisher=facts.publisher or None,
        original_publisher=None if original == facts.publisher else original,
        author=facts.author or None,
        published=published,
        published_basis=basis,
        language=facts.language or name_language(draft.text),
        url=facts.url or None,
        encoding=draft.encoding,
        marked=mark_boilerplate(draft.text, author=facts.author or None, publisher=facts.publisher or None),
    )


def _published(stated: Facts, held: Facts, reading: Facts) -> tuple[str | None, DateBasis]:
    """Choose the date; the open interval of a crawl (`../day`) gives way to any date in the text."""
    if stated.published is not None:
        return stated.published or None, "sidecar"
    crawled = held.published is not None and held.published.startswith("../")
    if held.published and not (crawled and reading.published):
        return held.published, "metadata"
    return (reading.published, "text") if reading.published else (None, "unknown")
