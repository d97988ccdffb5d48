"""FollowTheMoney's statements: what each document, entity, claim and event report of a release says in its words.

A denial becomes no statement, since the model cannot say that something is not so. Dates are given as far as they are entailed; what
they cannot hold stands as EDTF in the summary. No topic is set: whether a body is to be listed as a threat is a judgement that nobody
here makes.
"""

from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from itertools import chain, groupby
from typing import NamedTuple

from testimonia.publish.exports.dates import prefixes
from testimonia.publish.exports.lookup import Lookup, export_data, is_denied, is_reviewed, references
from testimonia.publish.exports.losses import Loss, Losses
from testimonia.publish.exports.writing import one_line
from testimonia.publish.rows import Row

RELEASE = "testimonia"
"""The dataset of what no single document says: the names that entities were given, places' points."""
LONGEST = 60_000
"""Code points of a value; FollowTheMoney cuts names and texts off well above."""
NOTED = ("ideology", "states_position", "capability", "strength", "opposes", "named_after", "affiliated_with", "allied_with", "operates_in")
"""Predicates that are told in words where they tie no second entity."""
MAPPING = {
    "entity": "Organization (groups, media, civil and international bodies), PublicBody (state forces, governments), Person, "
    "Address (places), Event (named events); our kind in `classification`",
    "document": "Document, in a dataset of its own: `testimonia_` and the digits of its id",
    "known_as, renamed": "`alias`, `abbreviation`, `previousName`, `weakAlias`",
    "member_of, has_role": "Membership; the role in `role`; a role without a body in `position`",
    "part_of, armed_wing_of": "Control of the unit or wing by the body; `controlType` says which",
    "split_from, merged_into": "Succession; `role` says which",
    "affiliated_with, allied_with, opposes, named_after, operates_in, founder": "UnknownLink; `role` says which",
    "founded, dissolved": "`incorporationDate`, `dissolutionDate`, as far as the time entails a year, month or day",
    "ideology, strength, states_position, capability": "`notes`, in words",
    "happening": "Event with `involved`, `location`, `date`; each report adds its statements, roles and figures in `summary`",
    "claims and reports of a document about an entity": "Mention, one for each document and entity",
    "evidence": "`original_value`: the words; `origin`: the claim's or report's id; `proof`: the Document",
    "review": "`external` is true until a person has accepted or corrected it; it is false for documents",
}
LOSSES = (
    Loss("denied", "left out", "denied claims and reports", "the model cannot say that something is not so"),
    Loss("not_happened", "left out", "reports of what is planned, threatened or supposed", "an Event is something that happened"),
    Loss("date", "flattened", "times that are no plain year, month or day", "the date is left out or shortened; `summary` has the EDTF"),
    Loss("voices", "flattened", "chains of more than one voice", "`summary` has the chain of a tie or event; a name or date has none"),
    Loss("stance", "flattened", "claimed, estimated and anonymous claims about an entity itself", "only ties have a `status`"),
    Loss("offsets", "flattened", "where in the document the words stand", "there is no field; `origin` leads to the release"),
    Loss("findings", "left out", "corroborations and disputes", "there is no schema for what agrees or clashes"),
    Loss("unnamed", "flattened", "parties of events that are only described", "they stand in `summary`; no entity is made of them"),
    Loss("described", "flattened", "ties to somebody who is only described", "they stand in `notes`"),
    Loss("hash", "left out", "SHA-256 of documents", "`contentHash` is a SHA-1"),
    Loss("language", "left out", "languages that FollowTheMoney does not list", "the statement has no `lang`"),
    Loss("place_name", "flattened", "other names of places and named events", "abbreviations exist for bodies only; they become aliases"),
)


class Saying(NamedTuple):
    """Values of properties of one entity that one place gives; `order` puts an entity's own name before the others."""

    entity: str
    schema: str
    values: tuple[tuple[str, str], ...]
    dataset: str
    origin: str
    quote: str | None = None
    lang: str = ""
    external: bool = False
    order: int = 1


def statements(lookup: Lookup, losses: Losses) -> Iterator[Saying]:
    """Say all that a release says as statements.

    Args:
        lookup: The release.
        losses: Where what is left out is counted.

    Yields:
        What each place says, in no particular order; some may stand twice. Each value is a statement of its own.
    """
    yield from _documents(lookup, losses)
    yield from _entities(lookup, losses)
    for rows, of in ((lookup.released.claims(), _of_claim), (lookup.released.event_reports(), _of_report)):
        for document, held in groupby(rows, key=lambda row: lookup.document_of(row)["id"]):
            met: dict[str, None] = {}
            for row in held:
                losses.lose("offsets")
                losses.lose("voices", len(row["attribution"]) > 1)
                met.update(dict.fromkeys(chain(references(row), row["attribution"])))
                if is_denied(row):
                    losses.lose("denied")
                else:
                    yield from of(lookup, row, losses)
            yield from _mentions(lookup, document, met)
    losses.lose("findings", lookup.released.count("corroborations") + lookup.released.count("disputes"))


@lru_cache(1024)
def dataset_of(document: str) -> str:
    """Name the dataset of a document.

    Args:
        document: Its id.

    Returns:
        Lower-case letters, digits and underscores, as FollowTheMoney asks for.
    """
    return f"{RELEASE}_{''.join(char if char.isascii() and char.isalnum() else '_' for char in document.removeprefix('d-').lower())}"


def schema_of(lookup: Lookup, reference: str | None) -> str | None:
    """Say which schema an entity has.

    Args:
        lookup: The release.
        reference: An entity's id, or words.

    Returns:
        The schema; None for words.
    """
    kind = lookup.kind(reference)
    return None if kind is None else str(export_data("followthemoney")["kinds"][kind])


@cache
def is_a(schema: str, wanted: str) -> bool:
    """Say whether a schema is, or extends, another.

    Args:
        schema: A schema's name.
        wanted: Another schema's name.

    Returns:
        True if whatever has the one has the other.
    """
    above = export_data("followthemoney")["schemata"][schema].get("is", ())
    return schema == wanted or any(is_a(name, wanted) for name in above)


def _documents(lookup: Lookup, losses: Losses) -> Iterator[Saying]:
    for row in lookup.released.documents():
        losses.lose("hash")
        published = prefixes({"when": row["published"], "when_mode": "within"})
        language = _language(row["language"], losses)
        held = {
            "id": row["id"],
            "fileName": row["path"].replace("\\", "/").rpartition("/")[2] or row["path"],
            "title": row["title"],
            "name": row["title"],
            "author": row["author"],
            "publisher": row["publisher"],
            "publishedAt": published.on,
            "language": language,
            "mimeType": row["format"],
            "sourceUrl": row["url"] if (row["url"] or "").startswith(("http://", "https://")) else None,
        }
        losses.lose("date", not published.whole)
        yield Saying(row["id"], "Document", _values(held.items()), dataset_of(row["id"]), row["id"])


def _entities(lookup: Lookup, losses: Losses) -> Iterator[Saying]:
    kinds, names = export_data("followthemoney")["kinds"], export_data("followthemoney")["names"]
    for row in lookup.released.entities():
        schema = kinds[row["kind"]]
        own: dict[str, str | None] = {"id": row["id"], "name": row["name"]}
        if is_a(schema, "LegalEntity"):
            own["classification"] = row["kind"]
        if schema == "Address":
            point = {end: None if row[end] is None else str(row[end]) for end in ("latitude", "longitude")}
            own |= {"full": row["name"], **point, "country": (row["country"] or "").lower(), "remarks": row["precision"]}
        yield Saying(row["id"], schema, _values(own.items()), RELEASE, row["id"], external=True, order=0)
        for name in row["names"]:
            prop = names[name["kind"]]
            if prop == "abbreviation" and not is_a(schema, "LegalEntity"):
                losses.lose("place_name")
                prop = "alias"
            if name["text"] != row["name"] and one_line(name["text"]):
                lang = _language(name["lang"], losses)
                yield Saying(row["id"], schema, _values([(prop, name["text"])]), RELEASE, row["id"], lang=lang, external=True)


def _of_report(lookup: Lookup, report: Row, losses: Losses) -> Iterator[Saying]:
    if report["status"] != "happened" or report["event"] is None:
        losses.lose("not_happened")
    else:
        yield _event(lookup, report, losses)


def _of_claim(lookup: Lookup, claim: Row, losses: Losses) -> Iterator[Saying]:
    schema = schema_of(lookup, claim["subject"])
    if schema is None:
        return
    found = export_data("followthemoney")["relations"].get(claim["predicate"])
    if found is not None and claim["object"] is not None and _fits(lookup, claim, found):
        yield _tie(lookup, claim, found, losses)
    else:
        losses.lose("described", found is not None and claim["object"] is None and claim["predicate"] not in ("has_role", "founded"))
        for prop, value in _own(lookup, claim, schema):
            losses.lose("stance", claim["stance"] != "asserted")
            lang = _language((claim["value"] or {}).get("lang"), losses) if claim["predicate"] in ("known_as", "renamed") else ""
            yield _said(lookup, claim, claim["subject"], schema, [(prop, value)])._replace(lang=lang)
    if claim["predicate"] in ("founded", "dissolved") and is_a(schema, "LegalEntity"):
        when = prefixes(claim)
        losses.lose("date", not when.whole)
        if when.on is not None:
            prop = "incorporationDate" if claim["predicate"] == "founded" else "dissolutionDate"
            yield _said(lookup, claim, claim["subject"], schema, [(prop, when.on)])


def _own(lookup: Lookup, claim: Row, schema: str) -> Iterator[tuple[str, str]]:
    """What a claim says of its subject alone."""
    value, predicate = claim["value"] or {}, claim["predicate"]
    if predicate in ("known_as", "renamed") and value.get("text"):
        prop = export_data("followthemoney")["names"].get(value.get("kind") or "alias", "alias")
        yield ("alias" if prop == "abbreviation" and not is_a(schema, "LegalEntity") else prop), value["text"]
    elif predicate == "has_role" and value.get("role") and schema == "Person":
        yield "position", value["role"]
    elif predicate in NOTED or predicate in ("part_of", "member_of", "armed_wing_of", "split_from", "merged_into"):
        yield "notes", lookup.statement(claim) + (f" ({claim['when']})" if claim["when"] else "")


def _fits(lookup: Lookup, claim: Row, found: list[str]) -> bool:
    """Whether both ends may stand where the schema has them."""
    schema, ours, theirs, _ = found
    held = export_data("followthemoney")["schemata"][schema]["properties"]
    ends = ((ours, claim["subject"]), (theirs, claim["object"]))
    schemata = [(held[prop].removeprefix("entity "), schema_of(lookup, name)) for prop, name in ends]
    return all(has is not None and is_a(has, wanted) for wanted, has in schemata)


def _tie(lookup: Lookup, claim: Row, found: list[str], losses: Losses) -> Saying:
    schema, ours, theirs, said = found
    when = prefixes(claim)
    losses.lose("date", not when.whole)
    role = said or one_line((claim["value"] or {}).get("role") or "")
    held = {
        "id": claim["id"],
        ours: claim["subject"],
        theirs: claim["object"],
        "role": role,
        "controlType": role if schema == "Control" else None,
        "status": claim["stance"],
        "date": when.on,
        "startDate": when.start,
        "endDate": when.end,
        "description": lookup.statement(claim),
        "summary": _summary(lookup, claim),
        "proof": lookup.document_of(claim)["id"],
        "recordId": claim["id"],
    }
    return _said(lookup, claim, claim["id"], schema, held.items())


def _event(lookup: Lookup, report: Row, losses: Losses) -> Saying:
    when = prefixes(report)
    losses.lose("date", not when.whole)
    code, where = " ".join(filter(None, (report["type"], report["mode"]))), [lookup.label(name) for name in report["where"]]
    involved = [name for slot in ("initiator", "target", "responsibility") for name in report[slot]]
    bodies = [name for name in dict.fromkeys(involved) if is_a(schema_of(lookup, name) or "Thing", "LegalEntity")]
    losses.lose("unnamed", len(set(involved)) - len(bodies))
    sides = [f"{slot}: {', '.join(lookup.label(name) for name in report[slot])}" for slot in ("initiator", "target") if report[slot]]
    figures = [f"{f['what']}{' of ' + lookup.label(f['of']) if f['of'] else ''}: {_range(f)}" for f in report["figures"]]
    title = code + (f" in {', '.join(where)}" if where else "") + (f", {report['when']}" if report["when"] else "")
    held: list[tuple[str, str | None]] = [
        ("id", report["event"]),
        ("name", title),
        ("date", when.on),
        ("startDate", when.start),
        ("endDate", when.end),
        ("summary", "; ".join([*sides, *figures, _summary(lookup, report)])),
        ("proof", lookup.document_of(report)["id"]),
        *[("location", place) for place in where],
        *[("involved", name) for name in bodies],
    ]
    return _said(lookup, report, report["event"], "Event", held)


def _mentions(lookup: Lookup, document: str, met: Iterable[str]) -> Iterator[Saying]:
    """One Mention for each document and body or person, whoever speaks of it there; one that stands twice is dropped later."""
    for name in met:
        schema = schema_of(lookup, name)
        if schema is None or not is_a(schema, "LegalEntity"):
            continue
        mention = f"m-{document.removeprefix('d-')}-{name.removeprefix('n-')}"
        label = lookup.label(name)[:LONGEST]
        held = (("id", mention), ("document", document), ("name", label), ("resolved", name), ("detectedSchema", schema))
        yield Saying(mention, "Mention", held, dataset_of(document), document, external=True)


def _said(lookup: Lookup, row: Row, entity: str, schema: str, held: Iterable[tuple[str, str | None]]) -> Saying:
    quote = one_line(row["evidence"][0]["quote"]) if row["evidence"] else None
    dataset = dataset_of(lookup.document_of(row)["id"])
    return Saying(entity, schema, _values(held), dataset, row["id"], quote, external=not is_reviewed(row))


def _summary(lookup: Lookup, row: Row) -> str:
    told = f"{', quoting '.join(lookup.voices(row))} ({row['stance']})"
    return f"{told}; {row['when']}" if row["when"] else told


def _range(figure: Row) -> str:
    ends = [str(figure[end]) for end in ("low", "high") if figure[end] is not None]
    return "-".join(dict.fromkeys(ends)) if figure["high"] is not None or not ends else f"at least {ends[0]}"


def _language(tag: str | None, losses: Losses) -> str:
    if tag is None:
        return ""
    found = export_data("followthemoney")["languages"].get(tag.partition("-")[0].lower())
    losses.lose("language", found is None)
    return "" if found is None else str(found)


def _values(held: Iterable[tuple[str, str | None]]) -> tuple[tuple[str, str], ...]:
    return tuple([(prop, one_line(value)[:LONGEST]) for prop, value in held if value])
