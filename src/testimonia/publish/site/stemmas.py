"""Stemmas: for what several witnesses tell, who has it from whom, as the release holds it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from testimonia.errors import RecordError
from testimonia.model.stemma import Stemma, Witness
from testimonia.publish.catalogue import Catalogue
from testimonia.publish.pages.shown import shown_claim
from testimonia.publish.pages.stemma_page import StemmaPage, stemma_page
from testimonia.publish.released import FILES, Released
from testimonia.publish.row_records import witness_of

MOST = 200
"""Claims or reports in one stemma, as on the workbench."""


@dataclass(frozen=True, slots=True)
class Stemmas:
    """Who bears what: `bearers` by claim or report; `pages` gives the page of each claim, report and event that several witnesses tell of,
    `told` what each page shows."""

    bearers: Mapping[str, Witness] = field(default_factory=dict)
    pages: Mapping[str, str] = field(default_factory=dict)
    told: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


def stemmas_of(released: Released, catalogue: Catalogue) -> Stemmas:
    """Find what several witnesses tell of.

    Args:
        released: The release; one without witnesses has no stemmas.
        catalogue: Where everything is.

    Returns:
        The stemmas. Claims of which the same witnesses tell share a page.
    """
    bearers: dict[str, Witness] = {}
    for row in released.witnesses():
        try:
            witness = witness_of(row)
            bearers.update(dict.fromkeys(row["claims"], witness))
        except (LookupError, TypeError, AttributeError) as error:
            raise RecordError(f"{FILES['witnesses']}: {row.get('id')}: cannot be read ({error}); make the release anew") from error
    order = {key: place for place, key in enumerate((*catalogue.claims, *catalogue.reports))} if bearers else {}
    pages: dict[str, str] = {}
    told: dict[str, tuple[str, ...]] = {}
    named: dict[tuple[str, ...], str] = {}
    events = ((event.id, event.reports) for event in catalogue.findings.events)
    agreed = ((key, _told(catalogue, key)) for key in dict.fromkeys((*catalogue.agreed, *catalogue.event_of)))
    for asked, keys in (*events, *agreed):
        held = tuple(sorted({key for key in keys[:MOST] if key in bearers and key in order}, key=order.__getitem__))
        if len({bearers[key].id for key in held}) > 1:
            pages[asked] = named.setdefault(held, asked)
            told[pages[asked]] = held
    return Stemmas(bearers, pages, told)


def stemma_of(catalogue: Catalogue, stemmas: Stemmas, page: str) -> StemmaPage:
    """Show who has something from whom.

    Args:
        catalogue: Where everything is.
        stemmas: Who bears what.
        page: A page of `Stemmas.told`.

    Returns:
        The page, as the workbench shows it.
    """
    keys = stemmas.told[page]
    first = catalogue.claims.get(keys[0]) or catalogue.reports[keys[0]]
    witnesses = {witness.id: witness for witness in _in_time(catalogue, (stemmas.bearers[key] for key in keys))}
    borne_by = {key: stemmas.bearers[key].id for key in keys}
    made = Stemma(shown_claim(catalogue, first).text, tuple(witnesses.values()), borne_by)
    return stemma_page(catalogue, made, asked=page)


def _told(catalogue: Catalogue, key: str) -> tuple[str, ...]:
    """A claim with those that agree with it, and the other reports of its event."""
    agreeing = (name for made in catalogue.agreed.get(key, ()) for name in made.claims)
    event = catalogue.event_of.get(key)
    return tuple(dict.fromkeys((key, *agreeing, *(() if event is None else catalogue.events[event].reports))))


def _in_time(catalogue: Catalogue, witnesses: Iterable[Witness]) -> list[Witness]:
    documents = catalogue.knowledge.documents
    return sorted(witnesses, key=lambda one: documents[one.document].published or "~" if one.document in documents else "~")
