"""The whole way on one screen: capture, read, resolve, weigh.

    paths -> Document -> Reading -> Judgement, Entity -> Event, Corroboration, Dispute

From there `looking` sees through a lens, `releasing` publishes, and people review what was proposed, which comes back here to be resolved
and weighed again. Stages hand records on through these modules and never call one another. Every step can be killed at any moment
and run again: documents and readings are added once, everything derived is put in one transaction.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cache
from importlib.metadata import version
from itertools import chain
from pathlib import Path

from testimonia.capture import CaptureOptions, capture_paths
from testimonia.model.captured import Captured
from testimonia.model.document import Document
from testimonia.model.judgement import Judgement
from testimonia.model.knowledge import Knowledge
from testimonia.model.problem import Problem
from testimonia.model.reading import Reading
from testimonia.model.referent import Referent
from testimonia.model.reweighed import Reweighed
from testimonia.publish import digest_of_rules
from testimonia.read import ReadOptions, read_document
from testimonia.read.parser.session import load_parser
from testimonia.registry import CLAIM_RULES, EVENT_RULES, READER
from testimonia.resolve import resolve_referents
from testimonia.resolve.gazetteer import settlement_test
from testimonia.resolve.places import locate_places
from testimonia.review import Decider, urgencies
from testimonia.review.codings.base import base_of
from testimonia.review.codings.formats import CoderFile, Format, sheet_of
from testimonia.review.codings.importing import Plan, plan_import
from testimonia.review.queue import doubted_rules
from testimonia.store import CopyOf, Store, open_store
from testimonia.weigh import Weighing, columns_of, identity_columns
from testimonia.weigh.copies import Copy, copies_of
from testimonia.weigh.held import Held
from testimonia.weigh.kept_texts import kept_copies, text_columns
from testimonia.weigh.reweighed import reweigh

CONTEXT = 120
"""Code points on each side of a place's name that may tell which of several it is ("the village of X, south of Y")."""
HELD = 5_000
"""Claims and event reports up to which columns are made anew in memory; with more, to read them all again costs more than keeping them."""
Progress = Callable[[str, int, int | None], None]
"""Called with the step's name, how much is done, and how much there is (None where unknown)."""


@dataclass(frozen=True, slots=True)
class BuildOptions:
    """How to build: what capture may take in, and whether documents without a new reading are read again."""

    capture: CaptureOptions = field(default_factory=CaptureOptions)


@dataclass(frozen=True, slots=True)
class RunReport:
    """What a build did: records in the knowledge base, what this run added, and the problems that this run met."""

    counts: dict[str, int]
    added: int
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Preview:
    """One document read on its own: its reading, and its referents resolved within it, so that claims can be put into words."""

    document: Document
    reading: Reading
    known: Knowledge


def build(paths: Sequence[Path], kb: Path, *, options: BuildOptions | None = None, progress: Progress | None = None) -> RunReport:
    """Take documents all the way to weighed claims.

    Args:
        paths: Files and folders; `-` for the bytes given in the options.
        kb: Folder of the knowledge base; made if it is not there, added to if it is.
        options: How to capture.
        progress: Told of every document.

    Returns:
        Counts over the knowledge base, and the problems of this run.

    Raises:
        StoreError: The knowledge base cannot be opened or written.
    """
    options, tell = options or BuildOptions(), progress or say_nothing
    with open_store(kb) as store:
        problems: list[Problem] = []
        before = store.counts()["documents"]
        store.add_captured(_captured(capture_paths(paths, options.capture), problems, tell))
        problems += _read_all(store, tell)
        if not _fits_in_memory(store):
            load_parser.cache_clear()  # the model takes more room than all that is weighed at once
        _resolve(store, tell)
        _weigh(store, tell)
        store.stamp(versions())
        counts = store.counts()
        return RunReport(counts, counts["documents"] - before, tuple(problems))


def decide(kb: Path, choose: Callable[[Store], Sequence[Judgement]]) -> tuple[Judgement, ...]:
    """Append a person's decision on identity and work out what follows from it.

    Args:
        kb: Folder of the knowledge base.
        choose: Gives the judgements to append, from what the knowledge base holds.

    Returns:
        The judgements appended; entities and findings are those that they give.

    Raises:
        StoreError: There is no knowledge base.
        DecisionError: It cannot be decided so; nothing is changed.
    """
    with open_store(kb, create=False) as store:
        judgements = tuple(choose(store))
        store.add_judgements(judgements)
        _resolve(store, say_nothing)
        _weigh(store, say_nothing)
        return judgements


def weigh_again(store: Store, *, anyway: bool = False, progress: Progress | None = None) -> bool:
    """Work out what follows from what people decided since the last weighing: who is who, what agrees, what clashes, what waits.

    Args:
        store: The open knowledge base.
        anyway: Do it also where no claim or report was decided on: after decisions on identity, or on the register.
        progress: Told of each step.

    Returns:
        Whether there was anything to work out.
    """
    if not anyway and not store.stale():
        return False
    tell = progress or say_nothing
    _resolve(store, tell)
    _weigh(store, tell)
    return True


def import_codings(kb: Path, file: CoderFile, *, by: str, form: Format = "auto", dry_run: bool = False) -> Plan:
    """Put what a coder's file says on record as decisions of that coder, and work out what follows.

    Args:
        kb: Folder of the knowledge base.
        file: The file.
        by: Whose coding it is.
        form: The file's format; `auto` finds out.
        dry_run: Only say what would come of it.

    Returns:
        What came of it: all that is right went in in one transaction, all that is wrong is among the problems.

    Raises:
        StoreError: There is no knowledge base.
        DecisionError: Nobody is named, or somebody decided on the same records meanwhile; nothing is changed.
    """
    decider = Decider(by, datetime.now(UTC).isoformat(timespec="microseconds"))
    with open_store(kb, create=False) as store:
        _read_all(store, say_nothing)  # what was captured and not read yet could hold no claims
        plan = plan_import(sheet_of(file, form), base_of(store), decider)
        if not dry_run and (plan.decisions or plan.judgements):
            store.decide_all(plan.decisions, plan.judgements)
            _resolve(store, say_nothing)
            _weigh(store, say_nothing)
        return plan


def say_nothing(step: str, done: int, total: int | None) -> None:
    """Take in how far something is, for those who want to hear nothing of it.

    Args:
        step: The step's name.
        done: How much is done.
        total: How much there is, None where unknown.
    """


def _captured(items: Iterable[Captured], problems: list[Problem], tell: Progress) -> Iterator[Captured]:
    """Pass captured items on, noting problems."""
    for number, item in enumerate(items, 1):
        if isinstance(item, Problem):
            problems.append(item)
        tell("capture", number, None)
        yield item


def _read_all(store: Store, tell: Progress) -> list[Problem]:
    """Read every document that this reader has not read, and give the problems met."""
    counts = store.counts()
    problems: list[Problem] = []
    for number, document in enumerate(store.unread(reader_name()), 1):
        reading = _read_or_tell(document)
        problems += reading.problems
        store.add_reading(reading)
        tell("read", number, max(counts["documents"] - counts["read"], number))
    return problems


def _read_or_tell(document: Document) -> Reading:
    """Read one document; a defect of a rule costs that document and never the run."""
    try:
        return read(document)
    except Exception as error:
        what = f"reading broke off: {type(error).__name__}: {error}"
        remedy = "the document is kept; please report this with the document, and build again with the mended version"
        problem = Problem(document.origin, "read", "read.defect", what, remedy, document=document.id, fatal=False)
        return Reading(document.id, reader_name(), problems=(problem,))


def read(document: Document) -> Reading:
    """Read one document with the built-in reader.

    Args:
        document: The captured document.

    Returns:
        Its reading.
    """
    options = ReadOptions(reader_name(), CLAIM_RULES, EVENT_RULES, settlement_test())
    return read_document(document, parser=load_parser(), options=options)


def preview(paths: Sequence[Path], *, options: BuildOptions | None = None) -> Iterator[Preview | Problem]:
    """Read documents on their own and keep nothing: what `testimonia read` shows.

    Args:
        paths: Files and folders; `-` for the bytes given in the options.
        options: How to capture.

    Yields:
        One preview a document, and problems of capture, in the order of the files.
    """
    for item in capture_paths(paths, (options or BuildOptions()).capture):
        if isinstance(item, Problem):
            yield item
        elif isinstance(item, Document):
            reading = _read_or_tell(item)
            entities = resolve_referents(list(reading.referents), list(reading.claims), documents={item.id: item}).entities
            entity_of = {referent: entity.id for entity in entities for referent in entity.referents}
            by_id = {entity.id: entity for entity in entities}
            yield Preview(item, reading, Knowledge({item.id: item}, {}, by_id, entity_of, reading.claims, reading.reports))


@cache
def reader_name() -> str:
    """Name the built-in reader with its version and its model.

    Returns:
        Such as `grammar-0.1.0/8c1f…`; two readings are by the same reader only if these agree.
    """
    return f"{READER}-{version('testimonia')}/{_fingerprint()[:12]}"


@cache
def _fingerprint() -> str:
    """Give the model's hash; it is asked for also when the model has been let go of."""
    return load_parser().fingerprint


def _resolve(store: Store, tell: Progress) -> None:
    """Decide which referents are one thing; people's decisions stand above the rules'."""
    tell("resolve", 0, 1)
    documents = {d.id: d for d in store.documents(texts=False)}
    referents = list(store.referents())
    resolution = resolve_referents(
        referents,
        list(store.claims()),
        documents=documents,
        reports=list(store.reports()),
        earlier=list(store.judgements()),
        known=list(store.entities()),
        register=list(store.known_groups()),
        sources={s.name: s for s in store.sources()},
        locate=lambda places: locate_places(places, _contexts(store, places)),
    )
    store.replace_rule_judgements(resolution.judgements)
    store.replace_entities(resolution.entities)
    tell("resolve", 1, 1)


def _contexts(store: Store, places: Sequence[Referent]) -> dict[str, list[str]]:
    """Give the words around each mention of a place, by which same-named places are told apart."""
    wanted = {place.id for place in places}
    found: dict[str, list[str]] = {}
    for document in store.documents():
        for mention in store.mentions(document=document.id):
            if mention.referent in wanted:
                low, high = max(0, mention.start - CONTEXT), mention.end + CONTEXT
                found.setdefault(mention.referent, []).append(document.text[low:high])
    return found


def _weigh(store: Store, tell: Progress) -> None:
    """Find what agrees and what cannot all hold, wherever anything has changed since it was found last."""
    tell("weigh", 0, 1)
    decided = store.newest_decision()
    while not store.put_reweighed(reweighed(store), decided=decided):
        pass  # another process weighed meanwhile, so that what stands is not what stood
    _rank(store)
    tell("weigh", 1, 1)


def _fits_in_memory(store: Store) -> bool:
    """Say whether there are so few records that all of them may be held at once."""
    counts = store.counts()
    return counts["claims"] + counts["reports"] <= HELD


def reweighed(store: Store) -> Reweighed:
    """Weigh what has changed: in columns, in memory where there are few records, else over the snapshot beside the knowledge base.

    Args:
        store: The open knowledge base.

    Returns:
        What to put into it.
    """
    if _fits_in_memory(store):
        known = store.knowledge(texts=True)
        tables = Held(columns_of(known) | identity_columns(known, _copies(store, known.documents)))
        return reweigh(Weighing(tables), store.units())
    with store.columns() as snapshot:
        for part, known in store.unwritten():
            snapshot.add(columns_of(known) | text_columns(known.documents.values()), part=part)
        store.settle(snapshot)
        copies = kept_copies(snapshot, [document.id for document in store.documents(texts=False)])
        store.replace_copies(_as_kept(copies))
        snapshot.replace(identity_columns(store.identity(), copies))
        return reweigh(Weighing(snapshot), store.units())


def _copies(store: Store, documents: Mapping[str, Document]) -> dict[str, Copy]:
    """Find the copies among all documents, and keep them."""
    copies = copies_of(documents)
    store.replace_copies(_as_kept(copies))
    return copies


def _as_kept(copies: Mapping[str, Copy]) -> Iterator[CopyOf]:
    return (CopyOf(name, copy.group, copy.of, copy.share) for name, copy in copies.items())


def _rank(store: Store) -> None:
    """Put what was read or found anew in its place among what waits for a decision."""
    decided = store.decided_by_rule()
    doubted = doubted_rules(decided)
    parts = store.to_rank(doubted)
    store.rank(chain.from_iterable(urgencies(known, findings, decided=decided) for known, findings in parts), doubted)


def versions() -> dict[str, str]:
    """Name what a knowledge base is made by.

    Returns:
        The versions of the software and the codebook, the reader, and the model's hash.
    """
    return {
        "software": version("testimonia"),
        "codebook": "2",
        "reader": reader_name(),
        "model_sha256": _fingerprint(),
        "rules_sha256": digest_of_rules(),
    }
