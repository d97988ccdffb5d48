"""Deadly events as a table with the columns of the UCDP Georeferenced Event Dataset.

A row is an event that at least one voice says happened, with force and with at least one death. What a release cannot know (UCDP's own
identifiers, conflicts, grid cells) is empty, and so is a number of deaths that nobody states: empty is not zero.

Follows: the column names and codes of the UCDP GED codebook; the counts are derived as `deaths` says.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import BinaryIO

from testimonia.publish.exports.dates import Span
from testimonia.publish.exports.happenings import TARGET_SIDE, Happening, Side, fullest, happenings, places, sort_of, span, two_sides
from testimonia.publish.exports.lookup import Lookup, country_name, export_data
from testimonia.publish.exports.losses import Loss, Losses
from testimonia.publish.exports.tables import Cell, write_table
from testimonia.publish.exports.writing import one_line
from testimonia.publish.released import Released
from testimonia.publish.rows import Row

WHERE_PREC = {"settlement": 1, "district": 3, "region": 4, "country": 6}
"""How exactly a place is known, in UCDP's codes; 2 (near a place), 5 (a stretch) and 7 (sea or air) are never known to a release."""
DATE_PREC = ((1, 1), (6, 2), (7, 3), (31, 4), (366, 5))
"""The most days that each of UCDP's codes allows."""
MAPPING = {
    "happening": "a row, if a report of it says that force was used and it counts at least one death; `id` and `relid` are its id",
    "initiator, target": "`side_a`, `side_b`, `dyad_name`; a state's side is `side_a` where the other is none",
    "kinds of the sides": "`type_of_violence`: 1 state and group, 2 two groups, 3 one side against civilians; else empty",
    "tolls of killed": "`low`, `best`, `high` and the four counts of deaths, as said below",
    "when": "`date_start`, `date_end` (first and last day allowed), `date_prec` 1 to 5, `year` where it is one",
    "where": "`latitude`, `longitude`, `where_prec` 1 settlement, 3 district, 4 region, 6 country; names in `where_description`",
    "corroborations": "`number_of_sources`: the most *independent* witnesses that agree, which may be fewer than the articles",
    "documents": "`source_article`, `source_office`, `source_date`, `source_headline`, parted by semicolons",
    "chain of voices": "`source_original`: the innermost voice of each report",
    "recurrent": "`event_clarity`: 2 for what is told as happening again and again, else 1",
}
LOSSES = (
    Loss("no_death", "left out", "events of force without a stated death", "the dataset begins at one death"),
    Loss("no_force", "left out", "events without armed force", "the dataset counts organised violence only"),
    Loss("not_happened", "left out", "events that nobody says happened", "the table cannot say denied, planned or supposed"),
    Loss("accounts", "flattened", "events told by several reports", "a row holds one account; `tm_reports` leads to the others"),
    Loss("open_high", "flattened", "tolls without an upper bound (at least 500)", "`high` is empty, as nobody states one"),
    Loss(
        "overlap",
        "flattened",
        "counts of people in several words (women, children, villagers)",
        "the largest is taken, since they may overlap",
    ),
    Loss("no_type", "flattened", "events whose sides' kinds are not known", "`type_of_violence` is empty"),
    Loss("long", "flattened", "events of a year or more, or with an open time", "`date_prec` has no code for it"),
    Loss("sides", "flattened", "clashes of more than two parties", "the parties of a side stand together in one cell"),
    Loss("places", "flattened", "events at several places", "the most exactly located is taken; `where_description` names all"),
    Loss("denied", "flattened", "events that some report denies", "`tm_disputed` is true"),
    Loss(
        "theirs",
        "left out",
        "UCDP's ids of conflicts, dyads and actors, Gleditsch-Ward numbers, grid cells",
        "a release does not know them",
    ),
)


@dataclass(frozen=True, slots=True)
class Count:
    """Low, best and high of a number of deaths; None is not stated."""

    low: int | None = None
    best: int | None = None
    high: int | None = None


def write_ucdp(released: Released, file: BinaryIO, losses: Losses) -> None:
    """Write the deadly events of a release as a table.

    Args:
        released: The release.
        file: Where to.
        losses: Where what is left out is counted.
    """
    lookup = Lookup(released)
    columns = export_data("ucdp")
    losses.wrote("events", write_table(file, (*columns["columns"], *columns["ours"]), _rows(lookup, losses)))


def _rows(lookup: Lookup, losses: Losses) -> Iterator[dict[str, Cell]]:
    for happening in happenings(lookup):
        forced = [report for report in happening.told if report["type"] == "ASSAULT"]
        killed = [toll for toll in happening.row["tolls"] if toll["what"] == "killed" and _most(toll) > 0]
        if not any(report["type"] == "ASSAULT" for report in happening.reports):
            losses.lose("no_force")
        elif not forced or happening.account is None:
            losses.lose("not_happened")
        elif not killed:
            losses.lose("no_death")
        else:
            losses.lose("theirs")
            yield _row(lookup, happening, killed, losses)


def _most(toll: Row) -> int:
    return max((toll[end]["value"] for end in ("low", "best", "high") if toll[end] is not None), default=0)


def _row(lookup: Lookup, happening: Happening, killed: list[Row], losses: Losses) -> dict[str, Cell]:
    account = fullest(lookup, (report for report in happening.told if report["type"] == "ASSAULT")) or happening.reports[0]
    begun, met = two_sides(lookup, account)
    a, b = (met, begun) if met.sort == "state" and begun.sort != "state" else (begun, met)
    violence = type_of_violence(a, b)
    counts = deaths(lookup, killed, a=a, b=b, target=met, losses=losses)
    total = counts["total"]
    losses.lose("no_type", violence is None)
    losses.lose("accounts", len(happening.reports) > 1)
    losses.lose("sides", len(a.references) > 1 or len(b.references) > 1)
    losses.lose("open_high", total.high is None)
    losses.lose("denied", len(happening.told) < len(happening.reports))
    return {
        "id": happening.row["id"],
        "relid": happening.row["id"],
        "type_of_violence": violence,
        "dyad_name": f"{a.label} - {b.label}" if a.label and b.label else None,
        "side_a": a.label or None,
        "side_b": b.label or None,
        "number_of_sources": happening.witnesses,
        **_sources(lookup, happening),
        **_where(lookup, account, happening, losses),
        **_when(span(happening, account), losses),
        "event_clarity": 2 if account["recurrent"] else 1,
        "deaths_a": counts["a"].best,
        "deaths_b": counts["b"].best,
        "deaths_civilians": counts["civilians"].best,
        "deaths_unknown": counts["unknown"].best,
        "best": total.best,
        "high": total.high,
        "low": total.low,
        "tm_reports": " ".join(report["id"] for report in happening.reports),
        "tm_disputed": bool(happening.disputes) or len(happening.told) < len(happening.reports),
        "tm_disputes": " ".join(happening.disputes),
        "tm_responsibility": ", ".join(dict.fromkeys(lookup.label(n) for r in happening.told for n in r["responsibility"])) or None,
        "tm_quotation": one_line(account["evidence"][0]["quote"]) if account["evidence"] else None,
    }


def type_of_violence(a: Side, b: Side) -> int | None:
    """Say of which of UCDP's three types an event is.

    Args:
        a: One side.
        b: The other side.

    Returns:
        1 for a state against a group or a state, 2 for two groups, 3 for a state or group against civilians, None where it is not known.
    """
    sorts = {a.sort, b.sort}
    if None in sorts:
        return None
    if "civilians" in sorts:
        return 3 if sorts != {"civilians"} else None
    return 1 if "state" in sorts else 2


def deaths(lookup: Lookup, killed: list[Row], *, a: Side, b: Side, target: Side, losses: Losses) -> Mapping[str, Count]:
    """Divide an event's tolls of killed among its sides.

    Within a side the largest count is taken, since two descriptions may be of the same people; the sides are added up. A total that is
    stated, or a count of people whose side is not known, stands for the sum where it is larger; what it exceeds the sides by is unknown.

    Args:
        lookup: The release.
        killed: The tolls.
        a: The first side.
        b: The second side.
        target: Which of them was attacked.
        losses: Where overlaps are counted.

    Returns:
        Counts of `a`, `b`, `civilians`, `unknown` and `total`.
    """
    gathered: dict[str, list[Row]] = {"a": [], "b": [], "civilians": [], "unknown": []}
    for toll in killed:
        gathered[_side_of(lookup, toll["of"], a=a, b=b, target=target)].append(toll)
    losses.lose("overlap", any(len({toll["of"] for toll in tolls}) > 1 for tolls in gathered.values()))
    largest = {name: _largest(tolls) for name, tolls in gathered.items()}
    known = [largest[name] for name in ("a", "b", "civilians") if gathered[name]]
    ends: dict[str, int | None] = {}
    for end in ("low", "best", "high"):
        parts = [getattr(count, end) for count in known]
        added = None if not parts or (None in parts and end == "high") else sum(part or 0 for part in parts)
        stated = [number for number in (added, getattr(largest["unknown"], end)) if number is not None]
        ends[end] = max(stated) if stated and not (end == "high" and gathered["unknown"] and largest["unknown"].high is None) else None
    total = _in_order(Count(ends["low"], ends["best"], ends["high"]))
    sides = sum(count.best or 0 for count in known)
    spare = None if total.best is None or total.best <= sides else total.best - sides
    return {**{name: largest[name] for name in ("a", "b", "civilians")}, "unknown": Count(best=spare), "total": total}


def _in_order(count: Count) -> Count:
    """Low, best and high in that order; a best that nobody states is the lower bound, as in a count of at least so many."""
    best = count.best if count.best is not None else count.low
    low = count.low if count.low is not None and (best is None or count.low <= best) else best
    high = None if count.high is None else max(number for number in (count.high, best) if number is not None)
    return Count(low, best, high)


def _side_of(lookup: Lookup, of: str | None, *, a: Side, b: Side, target: Side) -> str:
    if of is None:
        return "unknown"
    if of == TARGET_SIDE:
        # Where it is not known what the attacked are, they may be the civilians of another count: no side, so that nobody counts twice.
        return "civilians" if target.sort == "civilians" else "unknown" if target.sort is None else "a" if target is a else "b"
    for name, side in (("a", a), ("b", b)):
        if of in side.references:
            return "civilians" if side.sort == "civilians" else name
    sort = sort_of(lookup, of)
    if sort == "civilians":
        return "civilians"
    sides = [name for name, side in (("a", a), ("b", b)) if sort is not None and side.sort == sort]
    return sides[0] if len(sides) == 1 else "unknown"


def _largest(tolls: list[Row]) -> Count:
    def most(end: str) -> int | None:
        held = [_bound(toll, end) for toll in tolls]
        stated = [number for number in held if number is not None]
        return max(stated) if stated and not (end == "high" and None in held) else None

    return Count(most("low"), most("best"), most("high"))


def _bound(toll: Row, end: str) -> int | None:
    """A bound of a toll; for at least so many, the best that is stated is that many."""
    held = toll["low"] if end == "best" and toll["best"] is None else toll[end]
    return None if held is None else int(held["value"])


def _sources(lookup: Lookup, happening: Happening) -> dict[str, Cell]:
    documents = {row["id"]: row for row in (lookup.document_of(report) for report in happening.reports)}
    held = [[one_line(row.get(name) or "") for name in ("publisher", "published", "title")] for row in documents.values()]
    return {
        "source_article": ";".join(",".join(filter(None, parts)) for parts in held),
        "source_office": ";".join(parts[0] for parts in held),
        "source_date": ";".join(parts[1] for parts in held),
        "source_headline": ";".join(parts[2] for parts in held),
        "source_original": ";".join(dict.fromkeys(lookup.voices(report)[-1] for report in happening.told if report["attribution"])),
        "tm_documents": " ".join(documents),
    }


def _where(lookup: Lookup, account: Row, happening: Happening, losses: Losses) -> dict[str, Cell]:
    found = places(lookup, account) or next((held for held in (places(lookup, report) for report in happening.told) if held), [])
    losses.lose("places", len(found) > 1)
    described = "; ".join(one_line(place["name"]) for place in found) or None
    if not found or found[0]["latitude"] is None:
        return {"where_description": described}
    best = found[0]
    return {
        "where_prec": WHERE_PREC.get(best["precision"]),
        "where_coordinates": one_line(best["name"]),
        "where_description": described,
        "latitude": best["latitude"],
        "longitude": best["longitude"],
        "geom_wkt": f"POINT ({best['longitude']} {best['latitude']})",
        "country": country_name(best["country"]),
        "tm_country": best["country"],
    }


def _when(days: Span, losses: Losses) -> dict[str, Cell]:
    precision = None if days.days is None else next((code for most, code in DATE_PREC if days.days <= most), None)
    losses.lose("long", precision is None)
    return {
        "date_start": None if days.lo is None else days.lo.isoformat(),
        "date_end": None if days.hi is None else days.hi.isoformat(),
        "date_prec": precision,
        "year": days.lo.year if days.lo is not None and days.hi is not None and days.lo.year == days.hi.year else None,
        "tm_time": days.edtf,
    }
