"""The whole way on one screen: capture, read, resolve, weigh; and publish.

    paths -> Document -> Reading -> Judgement, Entity -> Event, Corroboration, Dispute -> release

Stages hand records on through here and never call one another. Only this module opens the store. Every step can be killed at any moment
and run again: documents and readings are added once, everything derived is put in one transaction.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from importlib.metadata import version
from pathlib import Path

from testimonia.capture import CaptureOptions, capture_paths
from testimonia.model.captured import Captured
from testimonia.model.document import Document
from testimonia.model.judgement import Judgement
from testimonia.model.knowledge import Findings, Knowledge
from testimonia.model.lens import Lens
from testimonia.model.problem import Problem
from testimonia.model.reading import Reading
from testimonia.model.referent import Referent
from testimonia.model.stemma import Stemma
from testimonia.publish import (
    Manifest,
    actor_report,
    catalogue_of,
    report_as_html,
    report_as_markdown,
    stemma_as_graphml,
    stemma_as_svg,
    write_release,
)
from testimonia.read import ReadOptions, read_document
from testimonia.read.parser.session import load_parser
from testimonia.registry import CLAIM_RULES, EVENT_RULES, READER
from testimonia.resolve import resolve_referents
from testimonia.resolve.gazetteer import settlement_test
from testimonia.resolve.places import locate_places
from testimonia.store import Store, open_store
from testimonia.weigh import enough_witnesses, lens_as_data, seen_through, weigh_knowledge

CONTEXT = 120
"""Code points on each side of a place's name that may tell which of several it is ("the village of X, south of Y")."""
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


@dataclass(frozen=True, slots=True)
class Seen:
    """A knowledge base through a lens: the claims and reports that it leaves, and their findings."""

    lens: Lens
    knowledge: Knowledge
    findings: Findings


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
    options, tell = options or BuildOptions(), progress or _say_nothing
    with open_store(kb) as store:
        problems: list[Problem] = []
        before = store.counts()["documents"]
        store.add_captured(_captured(capture_paths(paths, options.capture), problems, tell))
        problems += _read_all(store, tell)
        _resolve(store, tell)
        _weigh(store, tell)
        store.stamp(_versions())
        counts = store.counts()
        return RunReport(counts, counts["documents"] - before, tuple(problems))


def release(kb: Path, out: Path, *, lens: Lens | None = None) -> Manifest:
    """Publish a knowledge base as a folder of JSON Lines with a manifest.

    Args:
        kb: Folder of the knowledge base.
        out: Folder of the release; must be empty, absent or an earlier release.
        lens: Whose word is taken; None for everybody's.

    Returns:
        The manifest as written.

    Raises:
        StoreError: There is no knowledge base.
        RecordError: A record breaks a rule that no release may break.
    """
    lens = lens or Lens()
    with open_store(kb, create=False) as store:
        seen, then = look(store, lens), store.as_of(lens.known_on)
        return write_release(
            out,
            seen.knowledge,
            seen.findings,
            problems=tuple(then.problems()),
            judgements=tuple(then.judgements()),
            roles=_roles(then.referents(), seen.knowledge.entity_of),
            meta=_versions() if lens.known_on is None else _versions() | _read_by(then),
            lens=lens_as_data(seen.lens),
        )


def look(store: Store, lens: Lens) -> Seen:
    """See a knowledge base through a lens.

    Args:
        store: The open knowledge base.
        lens: Whose word is taken.

    Returns:
        What the lens leaves, and what agrees and clashes in that; of everything that is known now the findings as the last build weighed
        them, of what was known on an earlier day the findings as this version weighs them.
    """
    everything = store.as_of(lens.known_on).knowledge(texts=True)
    if replace(lens, known_on=None).takes_everything:
        return Seen(lens, everything, store.findings() if lens.known_on is None else weigh_knowledge(everything))
    left = seen_through(everything, lens)
    findings = weigh_knowledge(left, background=everything, best_of=lens.best_of)
    if lens.witnesses > 1:
        left = enough_witnesses(left, findings, least=lens.witnesses)
        findings = weigh_knowledge(left, background=everything, best_of=lens.best_of)
    return Seen(lens, left, findings)


def report_on(store: Store, entity: str, lens: Lens, *, as_html: bool = False) -> str:
    """Write the report on an actor as a lens shows it.

    Args:
        store: The open knowledge base.
        entity: The actor's id.
        lens: Whose word is taken.
        as_html: A page of HTML instead of Markdown.

    Returns:
        The report.

    Raises:
        RecordError: There is no such entity.
    """
    seen = look(store, lens)
    made = actor_report(catalogue_of(seen.knowledge, seen.findings), entity, lens=lens.name)
    return report_as_html(made) if as_html else report_as_markdown(made)


def draw_stemma(stemma: Stemma, documents: Mapping[str, Document], *, as_svg: bool = False) -> bytes:
    """Write who has it from whom as a file.

    Args:
        stemma: Witnesses and what joins them.
        documents: The documents by id, for titles and dates.
        as_svg: A picture instead of a graph for programs.

    Returns:
        SVG or GraphML.
    """
    return stemma_as_svg(stemma, documents) if as_svg else stemma_as_graphml(stemma, documents)


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
        _resolve(store, _say_nothing)
        _weigh(store, _say_nothing)
        return judgements


def _say_nothing(step: str, done: int, total: int | None) -> None:
    """For those who want to hear of no progress."""


def _roles(referents: Iterable[Referent], entity_of: Mapping[str, str]) -> dict[str, str]:
    """Give the public role that the text states beside the name of each person who is an entity."""
    return {entity_of[r.id]: r.role for r in referents if r.role is not None and r.id in entity_of}


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


def reader_name() -> str:
    """Name the built-in reader with its version and its model.

    Returns:
        Such as `grammar-0.1.0/8c1f…`; two readings are by the same reader only if these agree.
    """
    return f"{READER}-{version('testimonia')}/{load_parser().fingerprint[:12]}"


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
    """Find what agrees and what cannot all hold."""
    tell("weigh", 0, 1)
    store.replace_findings(weigh_knowledge(store.knowledge(texts=True)))
    tell("weigh", 1, 1)


def _read_by(then: Store) -> dict[str, str]:
    """Say by which reader the documents were read that were known on a day."""
    return {key: value for key, value in then.meta().items() if key in ("reader", "model_sha256")}


def _versions() -> dict[str, str]:
    return {"software": version("testimonia"), "codebook": "2", "reader": reader_name(), "model_sha256": load_parser().fingerprint}
