"""Looking: a knowledge base, or a part of it, through a lens; and what people are shown of it outside of pages."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace

from testimonia.model.document import Document
from testimonia.model.knowledge import Findings, Knowledge
from testimonia.model.lens import Lens
from testimonia.model.stemma import Stemma
from testimonia.publish import (
    actor_report,
    catalogue_of,
    report_as_html,
    report_as_markdown,
    stemma_as_graphml,
    stemma_as_svg,
)
from testimonia.store import About, Part, Store, part_seen
from testimonia.weigh import background_of, enough_witnesses, seen_through, weigh_against, weigh_knowledge
from testimonia.weigh.copies import Copy

LOOKED_AT = 200
"""Claims of one predicate, or reports of one type, that are weighed for a page under a lens."""


@dataclass(frozen=True, slots=True)
class Seen:
    """A knowledge base through a lens: the claims and reports that it leaves, and their findings.

    Where only a part was asked for, `core` are the claims and reports that it is about, and `after` asks for the next page.
    """

    lens: Lens
    knowledge: Knowledge
    findings: Findings
    core: tuple[str, ...] = ()
    after: str | None = None


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
        as_built = lens.known_on is None and not store.stale()
        return Seen(lens, everything, store.findings() if as_built else weigh_knowledge(everything))
    return Seen(lens, *_weighed_through(everything, lens))


def look_at(store: Store, lens: Lens, *, about: About) -> Seen:
    """See a part of a knowledge base through a lens, as `look` would show it in the whole, and in time for a page.

    To weigh a part by itself takes a background, which `Store.part` adds: who stands above every voice and body in it (wings, parents,
    offices), what rules compare with its claims (others' parents and beginnings, other holders of an office), the register of sources with
    the bearers of its names, and which documents were found to be copies when everything was weighed.

    It differs from `look` in this: of an actor, the earliest `LOOKED_AT` claims of each predicate are weighed (`About.each` asks for more);
    of a bond between two bodies the first 4 claims count, and of all bonds above those in the part the nearest 600; of claims about others
    that rules compare with the part's (other bodies' parents and beginnings, other holders of an office) 300 count, and of documents that
    tell of it several times the 100 that do so most are compared whole; reports that
    everything together keeps in different events, and that nothing disputed joins, stay apart; a name of the register finds its bearer by
    case, accents and marks only.

    Args:
        store: The open knowledge base.
        lens: Whose word is taken. As known on an earlier day everything is looked at, and takes as long; `core` is empty then.
        about: What the part is about, and which page of it.

    Returns:
        What the lens leaves of the part, and what agrees and clashes in that.
    """
    if lens.known_on is not None:
        return look(store, lens)
    if lens.takes_everything:
        part = store.part(about)
        return Seen(lens, part.knowledge, part.findings, part.core, part.after)
    whole = replace(about, what=None, whats=(), only=None, year=None, limit=None, after=None, each=about.each or LOOKED_AT)
    part = store.part(whole, background=True)
    left, findings = _weighed_through(part.knowledge, lens, copies=copies_in(part), compared=part.compared)
    seen = part_seen(part, left, findings, about=about)
    return Seen(lens, seen.knowledge, seen.findings, seen.core, seen.after)


def copies_in(part: Part) -> dict[str, Copy]:
    """Say which documents of a part are copies, as was found when everything was weighed.

    Args:
        part: A part with its background.

    Returns:
        Copies by document, as weighing takes them.
    """
    return {name: Copy(copy.group, copy.of, copy.share) for name, copy in part.copies.items()}


def _weighed_through(
    everything: Knowledge, lens: Lens, *, copies: Mapping[str, Copy] | None = None, compared: Collection[str] | None = None
) -> tuple[Knowledge, Findings]:
    background = background_of(everything, copies=copies)
    only = None if compared is None else frozenset(compared)
    left = seen_through(everything, lens, assertions=background.assertions)
    if lens.witnesses > 1:
        left = enough_witnesses(left, weigh_against(left, background, best_of=lens.best_of), least=lens.witnesses)
    return left, weigh_against(left, background, best_of=lens.best_of, only=only)


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
    seen = look_at(store, lens, about=About(entity=entity))
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
