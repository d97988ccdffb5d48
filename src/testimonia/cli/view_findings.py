"""Events and disputes: the passages that they are derived from, side by side. Neither says who is right."""

from collections.abc import Sequence
from typing import Any

from testimonia.cli.testimony import number_range
from testimonia.cli.view import Shelf, Table, View, lines_table
from testimonia.model.event import Event, Toll
from testimonia.model.finding import Corroboration, Dispute


def event_names(shelf: Shelf) -> dict[str, list[str]]:
    """Give the names by which each event may be asked for.

    Args:
        shelf: An open knowledge base.

    Returns:
        Event identifier to its type and the names of who took part and where, as any of its reports has them.
    """
    known = shelf.known
    named = {}
    for report in shelf.reports():
        parties = (*report.initiator, *report.target, *report.where)
        named[report.id] = [name for party in parties for name in (known.name_of(known.who(party)), party.words)]
    return {
        event.id: [event.type, *(name for report in event.reports for name in named.get(report, ()))] for event in shelf.findings.events
    }


def event_list(shelf: Shelf, events: Sequence[Event]) -> View:
    """Show many events.

    Args:
        shelf: An open knowledge base.
        events: Those to show.

    Returns:
        A table with the first report of each, its words and its voices.
    """
    shown, more = shelf.cut(events)
    lines = shelf.lines([report for event in shown for report in event.reports[:1]])
    rows, data = [], []
    for event in shown:
        first = lines.get(event.reports[0]) if event.reports else None
        what, quote, voices = ("", "", "") if first is None else (first.statement, f"“{first.quote}”", first.voices)
        rows.append((what or event.type, quote, voices, str(len(event.reports)), event.id))
        data.append({"id": event.id, "type": event.type, "reports": list(event.reports), "first": None if first is None else first.data})
    return View(
        "Events", data, tables=(Table(f"Events ({len(events)})", ("What", "Words", "Voices", "Reports", "Identifier"), tuple(rows), more),)
    )


def event_view(shelf: Shelf, event: Event) -> View:
    """Show one event with all its reports.

    Args:
        shelf: An open knowledge base.
        event: A happening.

    Returns:
        Why its reports are held to tell of one happening, derived figures, and the reports.
    """
    lines = list(shelf.lines(event.reports).values())
    tolls = tuple(_toll_row(toll, shelf) for toll in event.tolls)
    data = {
        "id": event.id,
        "type": event.type,
        "why": event.why,
        "tolls": [
            {"what": toll.what, "of": toll.of, **{name: None if bound is None else bound.value for name, bound in _bounds(toll).items()}}
            for toll in event.tolls
        ],
        "reports": [line.data for line in lines],
        "disputes": [dispute.id for dispute in shelf.findings.disputes if set(dispute.claims) & set(event.reports)],
    }
    return View(
        f"{event.type}, told by {len(lines)} {'passage' if len(lines) == 1 else 'passages'}",
        data,
        (("identifier", event.id), ("why one event", event.why)),
        (Table("Figures", ("What", "Of", "Low", "Best", "High"), tolls), lines_table("Reports", lines, shelf=shelf)),
    )


def dispute_list(shelf: Shelf, disputes: Sequence[Dispute]) -> View:
    """Show many disputes.

    Args:
        shelf: An open knowledge base.
        disputes: Those to show.

    Returns:
        A table with a row for each position, its first words and voices.
    """
    shown, more = shelf.cut(disputes)
    lines = shelf.lines([claim for dispute in shown for side in dispute.positions for claim in side.claims[:1]])
    rows = []
    for dispute in shown:
        for place, side in enumerate(dispute.positions):
            first = lines.get(side.claims[0]) if side.claims else None
            quote, voices = ("", "") if first is None else (f"“{first.quote}”", first.voices)
            about = (dispute.about, dispute.id) if place == 0 else ("", "")
            rows.append((about[0], side.holds, quote, voices, about[1]))
    table = Table(f"Disputes ({len(disputes)})", ("About", "Position", "Words", "Voices", "Identifier"), tuple(rows), more)
    return View("Disputes", [_dispute_data(dispute) for dispute in shown], tables=(table,))


def dispute_view(shelf: Shelf, dispute: Dispute) -> View:
    """Show one dispute, position by position.

    Args:
        shelf: An open knowledge base.
        dispute: Claims or event reports that cannot all hold.

    Returns:
        Why they cannot, and the claims of each position.
    """
    lines = shelf.lines(dispute.claims)
    sides = [(side, [lines[claim] for claim in side.claims if claim in lines]) for side in dispute.positions]
    return View(
        dispute.about,
        {
            **_dispute_data(dispute),
            "positions": [{"holds": side.holds, "witnesses": side.witnesses, "claims": [line.data for line in own]} for side, own in sides],
        },
        (("identifier", dispute.id), ("certainty", dispute.certainty), ("why", dispute.why), ("rule", dispute.rule)),
        tuple(lines_table(f"{side.holds}; independent witnesses: {side.witnesses}", own, shelf=shelf) for side, own in sides),
    )


def corroboration_rows(shelf: Shelf, claim: str) -> tuple[list[Corroboration], tuple[tuple[str, ...], ...]]:
    """Say with what a claim agrees.

    Args:
        shelf: An open knowledge base.
        claim: A claim or an event report, by identifier.

    Returns:
        The corroborations that it is part of, and rows for a table of them.
    """
    found = [agreed for agreed in shelf.findings.corroborations if claim in agreed.claims]
    independent = {True: "independent", False: "not independent"}
    return found, tuple((agreed.about, independent[agreed.independent], str(agreed.witnesses), agreed.why, agreed.id) for agreed in found)


def _toll_row(toll: Toll, shelf: Shelf) -> tuple[str, ...]:
    whose = "all" if toll.of is None else shelf.known.name_of(toll.of)
    return (toll.what, whose, *("" if bound is None else number_range(bound.value, bound.value) for bound in _bounds(toll).values()))


def _bounds(toll: Toll) -> dict[str, Any]:
    return {"low": toll.low, "best": toll.best, "high": toll.high}


def _dispute_data(dispute: Dispute) -> dict[str, Any]:
    positions = [{"holds": side.holds, "witnesses": side.witnesses, "claims": list(side.claims)} for side in dispute.positions]
    known = {"id": dispute.id, "about": dispute.about, "certainty": dispute.certainty, "rule": dispute.rule, "why": dispute.why}
    return {**known, "positions": positions}
