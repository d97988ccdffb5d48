"""What a lens leaves of a part: its core, what stands beside it, and the findings that touch them; page by page."""

from collections.abc import Iterator
from dataclasses import replace

from testimonia.model.claim import Claim
from testimonia.model.event import EventReport
from testimonia.model.knowledge import Findings, Knowledge
from testimonia.store.page_cursors import cursor, key_of
from testimonia.store.page_records import About, Part

_UNDATED = 0


def beside(findings: Findings) -> dict[str, None]:
    """Name the claims and reports that share an event or a dispute.

    Args:
        findings: Findings that touch a core.

    Returns:
        Identifiers, in the findings' order; claims that merely agree are counted on a page and not shown with their words.
    """
    return dict.fromkeys(
        (*(report for event in findings.events for report in event.reports), *(one for made in findings.disputes for one in made.claims))
    )


def part_seen(part: Part, left: Knowledge, findings: Findings, *, about: About) -> Part:
    """Restrict what a lens left of a part with its background to the part again.

    Args:
        part: A part with its background.
        left: What the lens leaves of its knowledge.
        findings: What weighing that gives.
        about: Which page of the part.

    Returns:
        The part as the lens shows it.
    """
    records: dict[str, Claim | EventReport] = {claim.id: claim for claim in left.claims}
    records.update((report.id, report) for report in left.reports)
    core = tuple(name for name in part.core if name in records and wanted(records[name], about))
    (start,) = key_of(about.after, kinds=(int,)) or (0,)
    end = len(core) if about.limit is None else start + about.limit
    shown = set(core[start:end])
    events = tuple(event for event in findings.events if not shown.isdisjoint(event.reports))
    disputes = tuple(made for made in findings.disputes if not shown.isdisjoint(made.claims))
    kept = shown | beside(Findings(events, (), disputes)).keys()
    return Part(
        replace(
            left,
            claims=tuple(record for name, record in records.items() if name in kept and isinstance(record, Claim)),
            reports=tuple(record for name, record in records.items() if name in kept and isinstance(record, EventReport)),
        ),
        Findings(
            events,
            tuple(made for made in findings.corroborations if not kept.isdisjoint(made.claims)),
            tuple(made for made in findings.disputes if not kept.isdisjoint(made.claims)),
        ),
        core[start:end],
        cursor((end,)) if end < len(core) else None,
    )


def wanted(record: Claim | EventReport, about: About) -> bool:
    """Say whether a claim or report that is about the right thing is on the page asked for.

    Args:
        record: A claim or an event report.
        about: What of it is asked for.

    Returns:
        Whether its predicate or type, its kind and its year are.
    """
    what = record.predicate if isinstance(record, Claim) else record.type
    if about.only is not None and (about.only == "claims") is not isinstance(record, Claim):
        return False
    if (about.what is not None and what != about.what) or (about.whats and what not in about.whats):
        return False
    return about.year is None or about.year in _years(record)


def _years(record: Claim | EventReport) -> Iterator[int]:
    when = record.when
    day = None if when is None else when.lo or when.hi
    yield _UNDATED if day is None else day.year
