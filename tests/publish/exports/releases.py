"""Small releases written row by row, as `rows` writes them, so that a test says exactly what is in one."""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from testimonia.publish.manifest import FORMAT
from testimonia.publish.released import FILES, Released

Row = dict[str, Any]


def document(name: str = "d-1", **more: Any) -> Row:
    row = {"id": name, "path": f"texts/{name}.txt", "title": f"Title of {name}", "publisher": "The Davao Paper", "published": "2015-02-01"}
    row |= {"language": "en", "original_publisher": None, "sha256": "ab" * 32, "published_basis": "sidecar", "author": None}
    return {**row, "url": None, "format": "text/plain", "characters": 100, **more}


def entity(name: str, kind: str, shown: str, *names: Row, **more: Any) -> Row:
    row: Row = {"id": name, "kind": kind, "name": shown, "names": [named(shown), *names], "referents": [f"r-{name}"], "formerly": []}
    row |= {"same_as": [], "gazetteer": None, "latitude": None, "longitude": None, "country": None, "precision": None}
    return {**row, "divisions": [], "credit": None, **more}


def named(text: str, lang: str = "en", kind: str = "name") -> Row:
    return {"text": text, "lang": lang, "script": "Latn", "kind": kind, "since": None, "until": None, "carried_by": []}


def place(name: str, shown: str, precision: str | None, latitude: float | None, longitude: float | None, country: str = "PH") -> Row:
    where = {"latitude": latitude, "longitude": longitude, "precision": precision, "country": country}
    return entity(name, "place", shown, **where, gazetteer="geonames:1", credit="GeoNames, CC BY 4.0")


def when(edtf: str | None = None, lo: str | None = None, hi: str | None = None, mode: str = "within") -> Row:
    basis = None if edtf is None else "stated"
    return {"when": edtf, "when_lo": lo, "when_hi": hi, "when_mode": None if edtf is None else mode, "when_basis": basis}


def evidence(quote: str = "the words", in_: str = "d-1", start: int = 10) -> list[Row]:
    return [{"document": in_, "start": start, "end": start + len(quote), "quote": quote}]


def claim(name: str, subject: str, predicate: str, target: str | None = None, *, in_: str = "d-1", **more: Any) -> Row:
    row: Row = {"id": name, "subject": subject, "predicate": predicate, "object": target, "value": None, **when()}
    row |= {"attribution": ["n-paper"], "stance": "asserted", "evidence": evidence(f"words of {name}", in_), "polarity": "affirmed"}
    row |= {"rule": "naming.read", "reader": "grammar-1/abc", "how": {"subject": "name", "object": None}, "chain": ["The Davao Paper"]}
    return {**row, "review": "proposed", **more}


def report(name: str, event: str | None, type_: str = "ASSAULT", *, in_: str = "d-1", **more: Any) -> Row:
    row: Row = {"id": name, "event": event, "type": type_, "mode": None, "initiator": [], "target": [], "where": [], **when()}
    row |= {"figures": [], "responsibility": [], "status": "happened", "attribution": ["n-paper"], "stance": "asserted"}
    row |= {"evidence": evidence(f"words of {name}", in_), "recurrent": False, "rule": "events.read", "reader": "grammar-1/abc"}
    return {**row, "chain": ["The Davao Paper"], "review": "proposed", **more}


def happening(name: str, *reports: str, tolls: Iterable[Row] = (), type_: str = "ASSAULT") -> Row:
    return {"id": name, "type": type_, "reports": list(reports), "why": "One report.", "tolls": list(tolls)}


def toll(what: str, of: str | None, low: int | None, best: int | None = None, high: int | None = None, by: str = "e-1") -> Row:
    ends = {"low": low, "best": best, "high": high}
    return {"what": what, "of": of} | {end: None if value is None else {"value": value, "reports": [by]} for end, value in ends.items()}


def agreement(name: str, *claims: str, witnesses: int = 2) -> Row:
    row = {"id": name, "about": "an agreement", "claims": list(claims), "independent": witnesses > 1, "why": "They agree."}
    return {**row, "witnesses": witnesses, "stances": {}, "agreed": []}


def dispute(name: str, *claims: str) -> Row:
    row = {"id": name, "about": "a dispute", "claims": list(claims), "why": "They differ.", "rule": "exclusive_date"}
    return {**row, "certainty": "definite", "positions": [{"holds": one, "claims": [one], "witnesses": 1} for one in claims]}


def witness(name: str, in_: str, claims: Iterable[str], *hubs: str) -> Row:
    """A witness in a document that hangs on outlets."""
    links = [
        {
            "hub": hub,
            "hub_kind": "outlet",
            "hub_label": hub,
            "kind": "publisher",
            "words": f"published by {hub}",
            "strength": 1,
            "claims": [],
        }
        for hub in hubs
    ]
    return {"id": name, "document": in_, "label": f"somebody in {in_}", "known": True, "claims": list(claims), "links": links}


def release(folder: Path, *, texts: dict[str, str] | None = None, **rows: list[Row]) -> Released:
    """Write rows by kind (a key of `FILES`) and open the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for kind, file in FILES.items():
        lines = (json.dumps(row) + "\n" for row in rows.get(kind, ()))
        (folder / file).write_text("".join(lines), "utf-8")
    counts = {file: len(rows.get(kind, ())) for kind, file in FILES.items()}
    manifest = {"format": FORMAT, "meta": {"software": "0"}, "lens": {"name": "everything"}, "inputs": "00", "counts": counts, "sha256": {}}
    (folder / "manifest.json").write_text(json.dumps(manifest), "utf-8")
    for name, text in (texts or {}).items():
        (folder / "texts").mkdir(exist_ok=True)
        (folder / "texts" / f"{name}.txt").write_text(text, "utf-8")
    return Released(folder)


PAPER = entity("n-paper", "media", "The Davao Paper")
RADIO = entity("n-radio", "media", "Radio Cotabato")
MILF = entity(
    "n-milf", "armed_group", "Moro Islamic Liberation Front", named("MILF", kind="acronym"), named("جبهة تحرير مورو", "ar", "translation")
)
MNLF = entity("n-mnlf", "political_body", "Moro National Liberation Front")
ARMY = entity("n-army", "state_force", "Philippine Army")
UNION = entity("n-union", "coalition", "Bangsamoro Union")
HASHIM = entity("n-hashim", "person", "Salamat Hashim")
BATTLE = entity("n-battle", "named_event", "Battle of Jolo")
MAMASAPANO = place("n-mamasapano", "Mamasapano", "settlement", 6.9, 124.5)
BASILAN = place("n-basilan", "Basilan", "district", 6.6, 121.97)
LOST = place("n-lost", "Camp Lost", None, None, None)
COUNTRY = place("n-country", "Philippines", "country", 13.0, 122.0)

CLAIMS = [
    claim("c-split", "n-milf", "split_from", "n-mnlf", **when("1977", "1977-01-01", "1977-12-31")),
    claim("c-split2", "n-milf", "split_from", "n-mnlf", in_="d-2", **when("1978-03", "1978-03-01", "1978-03-31"), attribution=["n-radio"]),
    claim("c-member", "n-milf", "member_of", "n-union", **when("2012/..", "2012-01-01", None, "throughout"), stance="claimed"),
    claim("c-not", "n-mnlf", "member_of", "n-union", polarity="denied", attribution=["n-paper", "n-mnlf"]),
    claim("c-role", "n-hashim", "has_role", "n-milf", value={"role": "chairman"}),
    claim("c-job", "n-hashim", "has_role", value={"role": "cleric"}),
    claim("c-name", "n-milf", "known_as", value={"text": "MILF", "lang": "en", "kind": "acronym"}),
    claim("c-founded", "n-milf", "founded", **when("1984~", "1984-01-01", "1984-12-31")),
    claim("c-founded2", "n-mnlf", "founded", in_="d-2", **when("1972-10-21", "1972-10-21", "1972-10-21"), review="accepted"),
    claim("c-strength", "n-milf", "strength", value={"low": 500, "high": None, "unit": "members"}),
    claim("c-area", "n-milf", "operates_in", "n-basilan", **when("2000/2005", "2000-01-01", "2005-12-31", "throughout")),
    claim("c-against", "n-milf", "opposes", "n-battle"),
    claim("c-tied", "n-milf", "affiliated_with", value={"text": "a foreign network"}),
]
REPORTS = [
    report(
        "e-1",
        "ev-1",
        mode="firearms",
        initiator=["n-milf"],
        target=["n-army"],
        where=["n-mamasapano"],
        **when("2015-01-25", "2015-01-25", "2015-01-25"),
        attribution=["n-paper", "Juan Dimaano"],
        figures=[{"what": "killed", "of": "n-army", "low": 44, "high": 44}],
    ),
    report(
        "e-2",
        "ev-1",
        in_="d-2",
        attribution=["n-radio", "villagers"],
        initiator=["armed men"],
        **when("2015-01", "2015-01-01", "2015-01-31"),
    ),
    report("e-3", "ev-1", in_="d-2", attribution=["n-radio", "n-milf"], stance="denied", status="denied", initiator=["n-milf"]),
    report(
        "e-4", "ev-2", "PROTEST", mode="demo", initiator=["residents"], where=["n-lost"], **when("2016-05-02", "2016-05-02", "2016-05-02")
    ),
    report("e-5", "ev-3", "ASSAULT", status="planned", initiator=["n-milf"], where=["n-basilan"]),
    report("e-6", "ev-4", "THREATEN", mode="violence", initiator=["n-milf"], where=["n-country"]),
]
HAPPENINGS = [
    happening("ev-1", "e-1", "e-2", "e-3", tolls=[toll("killed", "n-army", 44, 44, 44), toll("killed", "civilians", 3, 3, None)]),
    happening("ev-2", "e-4", type_="PROTEST"),
    happening("ev-3", "e-5"),
    happening("ev-4", "e-6", type_="THREATEN"),
]


def moro(folder: Path, **more: Any) -> Released:
    """A release with something of everything."""
    rows: dict[str, list[Row]] = {
        "documents": [
            document(url="https://paper.example/a"),
            document(
                "d-2", publisher="Radio Cotabato", published="2016~", language="fil", original_publisher="The Davao Paper", author="A & B"
            ),
        ],
        "entities": sorted(
            [PAPER, RADIO, MILF, MNLF, ARMY, UNION, HASHIM, BATTLE, MAMASAPANO, BASILAN, LOST, COUNTRY], key=lambda row: str(row["id"])
        ),
        "claims": CLAIMS,
        "event_reports": REPORTS,
        "happenings": HAPPENINGS,
        "disputes": [dispute("x-1", "c-split", "c-split2")],
        "corroborations": [
            agreement("k-1", "c-split", "c-split2"),
            agreement("k-2", "e-1", "e-2"),
            agreement("k-3", "c-name", witnesses=1),
        ],
    }
    return release(folder, **{**rows, **more})
