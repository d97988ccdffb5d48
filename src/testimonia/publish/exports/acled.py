"""Events as a table with the columns of an ACLED export, by a documented crosswalk.

Our event types and modes do not decide all of ACLED's: whether a fight was a battle or violence against civilians depends on who stood on
each side. Where that is not known the type says `undetermined`; it is never guessed. Changes in groups come from claims, since no event
type has them.

Follows: the column names and types of the ACLED codebook; the crosswalk is ours, in `data/acled.yml`.
"""

from collections.abc import Iterator
from typing import BinaryIO

from testimonia.publish.exports.dates import Span, span_of
from testimonia.publish.exports.happenings import Happening, Side, happenings, places, span, two_sides
from testimonia.publish.exports.lookup import ORGANISATIONS, Lookup, country_name, export_data, is_denied
from testimonia.publish.exports.losses import Loss, Losses
from testimonia.publish.exports.tables import Cell, write_table
from testimonia.publish.exports.writing import one_line
from testimonia.publish.released import Released
from testimonia.publish.rows import Row

UNDETERMINED = "undetermined"
Kind = tuple[str, str]
"""An event type and a sub-event type."""
TIME_PRECISION = ((1, 1), (7, 2), (31, 3))
"""The most days that each of ACLED's codes allows; it has none beyond a month."""
GEO_PRECISION = {"settlement": 1, "district": 2, "region": 3}
INTER = {"state": "State forces", "civilians": "Civilians"}
"""What a side is; whether a group is a rebel group or a militia is a judgement that a release does not hold."""
CODED = ("State forces", "Rioters", "Protesters", "Civilians")
"""The sorts of actor that are known here, in the order of ACLED's codes 1, 5, 6 and 7: the lower one stands first in `interaction`."""
MAPPING = {
    "happening": "a row, if a report says that it happened and its type has a counterpart; its id in `event_id_cnty`",
    "type, mode": "`event_type`, `sub_event_type` by the crosswalk below; ours in `tm_code`",
    "claims founded, dissolved, renamed, split_from, merged_into": "rows of Strategic developments, Change to group/activity, if dated",
    "initiator, target": "`actor1`, `actor2`, further ones in `assoc_actor_1`, `assoc_actor_2`",
    "kinds of the sides": "`inter1`, `inter2`: State forces, Civilians, Protesters, Rioters; else undetermined",
    "both sides' kinds": "`interaction`: as `State forces-Civilians` or `State forces only`; undetermined where one of the kinds is",
    "when": "`event_date` (first day) and `time_precision` 1 to 3; empty beyond a month; days allowed in `tm_first_day`, `tm_last_day`",
    "where": "`location`, `latitude`, `longitude`, `geo_precision` 1 to 3; empty for a whole country",
    "tolls of killed": "`fatalities`: the lowest total that is stated, as ACLED takes it; `tm_fatalities_best`, `tm_fatalities_high`",
    "reports": "`source`: publishers; `notes`: the words of each, with its voices",
}
LOSSES = (
    Loss("no_type", "left out", "events of types that ACLED does not have", "statements, threats, talks and most measures of coercion"),
    Loss("not_happened", "left out", "events that nobody says happened", "the table cannot say denied, planned or supposed"),
    Loss(
        "undetermined",
        "flattened",
        "events whose type depends on sides that are not known",
        "`undetermined` stands for what is not guessed",
    ),
    Loss("inter", "flattened", "groups that are no state's", "rebel group or militia is not decided: `undetermined`"),
    Loss("date", "flattened", "events without a date within a month", "`event_date` is empty; `tm_time` keeps the EDTF"),
    Loss("place", "flattened", "events without a point below the level of a country", "the columns of the point are empty"),
    Loss("accounts", "flattened", "events told by several reports", "one account gives the row; `notes` quotes all"),
    Loss("toll", "flattened", "tolls with several bounds", "`fatalities` is one number"),
    Loss("undated_change", "left out", "changes in groups without a date", "an event needs one"),
    Loss("denied_change", "left out", "denied changes in groups", "the table cannot say denied"),
    Loss("theirs", "left out", "numbers of countries, regions, administrative units and timestamps", "a release does not know them"),
)


def write_acled(released: Released, file: BinaryIO, losses: Losses) -> None:
    """Write the events of a release as a table.

    Args:
        released: The release.
        file: Where to.
        losses: Where what is left out is counted.
    """
    lookup, columns = Lookup(released), export_data("acled")

    def rows() -> Iterator[dict[str, Cell]]:
        yield from _events(lookup, losses)
        yield from _changes(lookup, losses)

    losses.wrote("events", write_table(file, (*columns["columns"], *columns["ours"]), rows()))


def _events(lookup: Lookup, losses: Losses) -> Iterator[dict[str, Cell]]:
    for happening in happenings(lookup):
        if happening.account is None:
            losses.lose("not_happened")
            continue
        a, b = two_sides(lookup, happening.account)
        kind = kind_of(lookup, happening, a=a, b=b)
        if kind is None:
            losses.lose("no_type")
            continue
        losses.lose("undetermined", UNDETERMINED in kind)
        losses.lose("accounts", len(happening.reports) > 1)
        losses.lose("theirs")
        yield _row(lookup, happening, kind, (a, b), losses)


def kind_of(lookup: Lookup, happening: Happening, *, a: Side, b: Side) -> Kind | None:
    """Say of which of ACLED's types an event is.

    Args:
        lookup: The release.
        happening: An event of which a report says that it happened.
        a: Who began.
        b: Who was met.

    Returns:
        Event and sub-event type, `undetermined` where the sides do not decide; None where ACLED has no such event.
    """
    account = happening.account or happening.reports[0]
    listed = export_data("acled")["events"]
    found = listed.get(f"{account['type']}.{account['mode']}" if account["mode"] else account["type"])
    if found is None:
        return None
    if found == "rule fight":
        return _fight(a, b)
    if found == "rule taking":
        return _taking(lookup, account, a)
    if found == "rule crowd":
        return _crowd(happening, account)
    if account["type"] == "RETREAT" and account["mode"] == "withdraw" and not places(lookup, account):
        return "Strategic developments", UNDETERMINED
    return found[0], found[1]


def _fight(a: Side, b: Side) -> Kind:
    sorts = {a.sort, b.sort}
    if "civilians" in sorts:
        return "Violence against civilians", "Attack"
    return ("Battles", "Armed clash") if sorts <= {"state", "group"} else (UNDETERMINED, UNDETERMINED)


def _taking(lookup: Lookup, account: Row, a: Side) -> Kind:
    taken = [lookup.kind(name) for name in account["target"]]
    if "place" in taken:
        gained = {"state": "Government regains territory", "group": "Non-state actor overtakes territory"}
        return "Battles", gained.get(a.sort or "", UNDETERMINED)
    if any(figure["what"] == "weapons" for figure in account["figures"]):
        return "Strategic developments", "Disrupted weapons use"
    return "Strategic developments", "Looting/property destruction" if account["target"] else UNDETERMINED


def _crowd(happening: Happening, account: Row) -> Kind:
    """A protest; with others' force against it where another report of the same event tells so."""
    met = {(report["type"], report["mode"]) for report in happening.told}
    if met & {("COERCE", "arrest"), ("COERCE", "restrict"), ("ASSAULT", "crowd-control")}:
        return "Protests", "Protest with intervention"
    if any(kind == "ASSAULT" for kind, _ in met):
        return "Protests", "Excessive force against protesters"
    return "Protests", "Peaceful protest" if account["mode"] is not None else UNDETERMINED


def _row(lookup: Lookup, happening: Happening, kind: Kind, sides: tuple[Side, Side], losses: Losses) -> dict[str, Cell]:
    account = happening.account or happening.reports[0]
    a, b = sides
    killed = [toll for toll in happening.row["tolls"] if toll["what"] == "killed"]
    fatal = {end: max((toll[end]["value"] for toll in killed if toll[end] is not None), default=None) for end in ("low", "best", "high")}
    losses.lose("toll", len(killed) > 1 or fatal["low"] != fatal["high"])
    losses.lose("inter", "group" in (a.sort, b.sort))
    crowd = {"Protests": "Protesters", "Riots": "Rioters"}.get(kind[0])
    return {
        "event_id_cnty": happening.row["id"],
        **_kind(kind),
        **_actors(lookup, a, 1, crowd),
        **_actors(lookup, b, 2, None),
        "interaction": interaction(_inter(a, crowd), _inter(b, None)),
        "civilian_targeting": "Civilian targeting" if b.sort == "civilians" and kind[0] not in ("Protests", "Riots") else None,
        **_when(span(happening, account), losses),
        **_where(lookup, account, losses),
        "source": "; ".join(dict.fromkeys(filter(None, (lookup.document_of(report).get("publisher") for report in happening.reports)))),
        "notes": " ".join(_note(lookup, report) for report in happening.reports),
        "fatalities": fatal["low"],
        "tm_fatalities_best": fatal["best"],
        "tm_fatalities_high": fatal["high"],
        "tm_code": " ".join(filter(None, (account["type"], account["mode"]))),
        "tm_witnesses": happening.witnesses,
        "tm_disputed": bool(happening.disputes) or len(happening.told) < len(happening.reports),
        "tm_records": " ".join(report["id"] for report in happening.reports),
    }


def _kind(kind: Kind) -> dict[str, Cell]:
    return {"disorder_type": export_data("acled")["disorder"][kind[0]], "event_type": kind[0], "sub_event_type": kind[1]}


def _actors(lookup: Lookup, side: Side, number: int, crowd: str | None) -> dict[str, Cell]:
    names = [lookup.label(name) for name in side.references]
    return {
        f"actor{number}": names[0] if names else None,
        f"assoc_actor_{number}": "; ".join(names[1:]) or None,
        f"inter{number}": _inter(side, crowd),
    }


def _inter(side: Side, crowd: str | None) -> str | None:
    return crowd or (INTER.get(side.sort or "", UNDETERMINED) if side.references else None)


def interaction(inter1: str | None, inter2: str | None) -> str | None:
    """Say which sorts of actor met, as ACLED's codebook of 2024 words its codes.

    Args:
        inter1: The sort of the first actor, `undetermined` where it is not known; None where there is none.
        inter2: That of the second one.

    Returns:
        Both, that with the lower code first; one with `only` where nobody is met; None where there is nobody at all.

    Example:
        >>> interaction("Rioters", "State forces"), interaction("Protesters", None), interaction("undetermined", "Civilians")
        ('State forces-Rioters', 'Protesters only', 'undetermined')
    """
    if inter1 is None and inter2 is None:
        return None
    if inter1 is None or UNDETERMINED in (inter1, inter2):
        return UNDETERMINED  # somebody acts who is not named: ACLED codes an unidentified actor there
    return f"{inter1} only" if inter2 is None else "-".join(sorted((inter1, inter2), key=CODED.index))


def _when(days: Span, losses: Losses) -> dict[str, Cell]:
    precision = None if days.days is None else next((code for most, code in TIME_PRECISION if days.days <= most), None)
    losses.lose("date", precision is None)
    first, last = (None if day is None else day.isoformat() for day in (days.lo, days.hi))
    one_year = days.lo is not None and days.hi is not None and days.lo.year == days.hi.year
    return {
        "event_date": first if precision is not None else None,
        "year": days.lo.year if days.lo is not None and one_year else None,
        "time_precision": precision,
        "tm_time": days.edtf,
        "tm_first_day": first,
        "tm_last_day": last,
    }


def _where(lookup: Lookup, account: Row, losses: Losses) -> dict[str, Cell]:
    found = places(lookup, account)
    precision = GEO_PRECISION.get(found[0]["precision"]) if found else None
    losses.lose("place", precision is None)
    if not found:
        return {}
    place = found[0]
    named: dict[str, Cell] = {
        "location": one_line(place["name"]),
        "country": country_name(place["country"]),
        "tm_country": place["country"],
    }
    if precision is None:
        return named
    return {**named, "latitude": place["latitude"], "longitude": place["longitude"], "geo_precision": precision}


def _note(lookup: Lookup, row: Row) -> str:
    quote = one_line(row["evidence"][0]["quote"]) if row["evidence"] else ""
    held = "" if row.get("status", "happened") == "happened" else f" ({row['status']})"
    return f"{', quoting '.join(lookup.voices(row))}: “{quote}”{held}."


def _changes(lookup: Lookup, losses: Losses) -> Iterator[dict[str, Cell]]:
    for claim in lookup.released.claims_of(frozenset(export_data("acled")["changes"])):
        if lookup.kind(claim["subject"]) not in ORGANISATIONS:
            continue
        if is_denied(claim):
            losses.lose("denied_change")
        elif claim["when"] is None:
            losses.lose("undated_change")
        else:
            losses.lose("inter")
            losses.lose("place")
            losses.lose("theirs")
            yield {
                "event_id_cnty": claim["id"],
                **_kind(("Strategic developments", "Change to group/activity")),
                "actor1": lookup.label(claim["subject"]),
                "inter1": UNDETERMINED,
                "interaction": UNDETERMINED,
                "assoc_actor_1": None if claim["object"] is None else lookup.label(claim["object"]),
                **_when(span_of(claim), losses),
                "source": lookup.document_of(claim).get("publisher"),
                "notes": f"{lookup.statement(claim)}. {_note(lookup, claim)}",
                "tm_code": claim["predicate"],
                "tm_witnesses": lookup.witnesses([claim["id"]]),
                "tm_disputed": bool(lookup.disputes([claim["id"]])),
                "tm_records": claim["id"],
            }
