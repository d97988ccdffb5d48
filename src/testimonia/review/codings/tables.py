"""Tables: one CSV template for each section of the codebook, and their rows.

In every cell that names somebody, `Shan Front [armed_group]` says what the words name, `Name Surname [person: spokesman]` adds the public
role of a person, and words without brackets are those of something that the document is known to name, or stay words. `;` parts several.
A row whose first cell begins with `#` is a comment. An empty cell says that there is none; a column left out says nothing.
"""

import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from testimonia.codebook.load import Codebook, PredicateRule, load_codebook
from testimonia.model.kinds import ENTITY_KINDS, EVENT_TYPES, STANCES, STATUSES
from testimonia.model.problem import Problem
from testimonia.review.codings.sheet import Entry, RefusedError, Sheet, refusal, refuse, unreadable

_ALWAYS = ("document", "quote", "start", "end")
_SAID = ("when", "stance", "voices", "polarity", "note")
_COLUMNS: Mapping[str, tuple[str, ...]] = {
    "names": (*_ALWAYS, "actor", "name", "lang", "name_kind", *_SAID),
    "relations": (*_ALWAYS, "subject", "predicate", "object", *_SAID),
    "attributes": (*_ALWAYS, "subject", "predicate", "text", "low", "high", "unit", "by", *_SAID),
    "roles": (*_ALWAYS, "person", "role", "organisation", *_SAID),
    "events": (
        *(*_ALWAYS, "type", "mode", "initiator", "target", "where", "figures", "responsibility", "status", "recurrent"),
        *("when", "stance", "voices", "note"),
    ),
}
SECTIONS: tuple[str, ...] = tuple(_COLUMNS)
"""The sections that have a template."""
_MARK: Mapping[str, str] = {"names": "actor", "relations": "subject", "attributes": "subject", "roles": "person", "events": "type"}
_EXAMPLES: Mapping[str, Mapping[str, str]] = {
    "names": {
        "quote": "the Shan Front, known as SF",
        "actor": "Shan Front [armed_group]",
        "name": "SF",
        "lang": "en",
        "name_kind": "acronym",
    },
    "relations": {
        "quote": "the Karen League split from the Shan Front in 1964",
        "subject": "Karen League [political_body]",
        "predicate": "split_from",
        "object": "Shan Front [armed_group]",
        "when": "1964",
    },
    "attributes": {
        "quote": "the Shan Front has about 300 fighters",
        "subject": "Shan Front [armed_group]",
        "predicate": "strength",
        "low": "300",
        "high": "300",
        "unit": "fighters",
        "stance": "estimated",
    },
    "roles": {
        "quote": "a spokesman of the Shan Front",
        "person": "Name Surname [person: spokesman]",
        "role": "spokesman",
        "organisation": "Shan Front [armed_group]",
    },
    "events": {
        "quote": "the front shelled a camp near Lashio, killing at least two soldiers",
        "type": "ASSAULT",
        "mode": "heavy-weapons",
        "initiator": "Shan Front [armed_group]",
        "target": "a camp",
        "where": "Lashio [place]",
        "figures": "killed 2.. of soldiers",
        "status": "happened",
        "when": "1988-05-03",
        "voices": "a monk",
        "stance": "claimed",
    },
}
_NAMED = re.compile(r"(?P<name>[^\[\]]+?)\s*\[\s*(?P<kind>[^\[\]:]+?)\s*(?::\s*(?P<role>[^\[\]]+?)\s*)?\]")
_FIGURE = re.compile(r"(?P<what>[a-z]+)\s+(?P<low>\d*)(?P<to>\.\.)?(?P<high>\d*)(?:\s+of\s+(?P<of>.+))?", re.DOTALL)
_NUMBERS = ("start", "end", "low", "high")


def template_of(section: str) -> str:
    """Write the empty table of a section.

    Args:
        section: One of `SECTIONS`.

    Returns:
        CSV: the columns, a comment with an example, and comments with the codes that are allowed.
    """
    columns = _COLUMNS[section]
    example = _EXAMPLES[section]
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(columns)
    writer.writerow(["# document.txt" if name == "document" else example.get(name, "") for name in columns])
    for name, codes in _codes(section, load_codebook()):
        writer.writerow([f"# {name}: {codes}"])
    return out.getvalue()


def section_of(text: str) -> str | None:
    """Say which section's template a table follows.

    Args:
        text: CSV.

    Returns:
        The section; None where its first row is none of ours.
    """
    header = set(_header(text)[1])
    known = [section for section in SECTIONS if {"document", _MARK[section]} <= header and header <= set(_COLUMNS[section])]
    return max(known, key=lambda section: len(header & set(_COLUMNS[section])), default=None)


def sheet_of_table(text: str, *, name: str, sha256: str) -> Sheet:
    """Take a table apart.

    Args:
        text: CSV with the columns of a template; commas, semicolons or tabs part them.
        name: The file's name.
        sha256: That of the file.

    Returns:
        The sheet.
    """
    section = section_of(text)
    if section is None:
        what = "the first row has the columns of no template; write one with: testimonia template SECTION"
        return Sheet(name, sha256, problems=(unreadable(name, "row 1", what),))
    delimiter, header = _header(text)
    entities: dict[tuple[str, str, str], Entry] = {}
    rows: list[Entry] = []
    problems: list[Problem] = []
    for place, cells in _cells(text, delimiter):
        if isinstance(cells, str):
            problems.append(unreadable(name, place, cells))
            continue
        raw = Entry(name, place, {column: cells[at].strip() if at < len(cells) else "" for at, column in enumerate(header)})
        try:
            rows.append(Entry(name, place, _row(section, raw, entities)))
        except RefusedError as refused:
            problems.append(refusal(raw, refused))
    held = [entry for entry in rows if "predicate" in entry.row or "type" in entry.row]
    claims, events = ((), tuple(held)) if section == "events" else (tuple(held), ())
    return Sheet(name, sha256, (), tuple(entities.values()), claims, events, problems=tuple(problems))


def _header(text: str) -> tuple[str, list[str]]:
    first = text.removeprefix("\ufeff").partition("\n")[0].strip("\r")
    delimiter = max(",;\t", key=first.count)
    return delimiter, [cell.strip().strip('"').casefold() for cell in first.split(delimiter)]


def _cells(text: str, delimiter: str) -> Iterator[tuple[str, list[str] | str]]:
    """Rows after the first, each with its number as spreadsheets show it; words instead of cells tell what is wrong."""
    reader = csv.reader(io.StringIO(text.removeprefix("\ufeff").replace("\x00", "\ufffd"), newline=""), delimiter=delimiter)
    number = 0
    while True:
        number += 1
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            yield f"row {number}", f"it is no CSV ({error})"
            continue
        if number > 1 and any(cell.strip() for cell in cells) and not cells[0].lstrip().startswith("#"):
            yield f"row {number}", cells


def _codes(section: str, codebook: Codebook) -> Iterator[tuple[str, str]]:
    """The codes allowed in the columns of a section."""
    if section in ("relations", "attributes"):
        fit = _is_relation if section == "relations" else _is_attribute
        yield "predicate", ", ".join(code for code, rule in codebook.predicates.items() if fit(rule))
    if section == "names":
        yield "name_kind", ", ".join(codebook.name_kinds)
    if section == "events":
        yield "type", ", ".join(EVENT_TYPES)
        yield from ((f"mode of {code}", ", ".join(rule.modes)) for code, rule in codebook.event_types.items() if rule.modes)
        yield "status", ", ".join(STATUSES)
        yield "figures", f"WHAT LOW..HIGH of WHOM, several parted by ;, WHAT: {', '.join(codebook.figure_kinds)}"
    yield "stance", ", ".join(STANCES)
    yield "when", "EDTF: 1964, 1964-05, 1964~, 1964/1970, ../2007"
    yield "voices", "those beyond the publisher, the outermost first, parted by ;"
    yield "[...] behind a name", f"{', '.join(ENTITY_KINDS)}; of a person with the public role: [person: spokesman]"


def _is_relation(rule: PredicateRule) -> bool:
    return bool(rule.object) and rule.code not in ("has_role", "founded")


def _is_attribute(rule: PredicateRule) -> bool:
    return rule.code not in ("has_role", "known_as", "renamed") and (bool(rule.value) or rule.code in ("founded", "dissolved"))


def _row(section: str, raw: Entry, entities: dict[tuple[str, str, str], Entry]) -> dict[str, Any]:
    cells = {name: said or None for name, said in raw.row.items()}
    span = {name: cells.get(name) for name in _ALWAYS if name in cells}
    for name in _NUMBERS:
        if isinstance(cells.get(name), str):
            cells[name] = span[name] = _number(name, str(cells[name]))
    row: dict[str, Any] = {"evidence": [{name: span.get(name) for name in _ALWAYS}]}
    row |= {name: cells[name] for name in ("when", "stance", "polarity", "note", "status", "type", "mode") if name in cells}
    if "voices" in cells:
        row["attribution"] = _several(cells["voices"], raw, entities)

    def who(name: str) -> str | None:
        found = _several(cells.get(name), raw, entities)
        return found[0] if found else None

    if section == "events":
        row |= {name: _several(cells[name], raw, entities) for name in ("initiator", "target", "where", "responsibility") if name in cells}
        row |= {"figures": _figures(cells["figures"], raw, entities)} if "figures" in cells else {}
        return row | ({"recurrent": (cells["recurrent"] or "").casefold() in ("yes", "true", "1")} if "recurrent" in cells else {})
    if section == "names":
        who("actor")
        if cells.get("name") is None:
            return {}
        value = {"text": cells.get("name"), "lang": cells.get("lang"), "kind": cells.get("name_kind")}
        predicate = "renamed" if row.get("when") and cells.get("name_kind") == "name" else "known_as"
        return row | {"subject": who("actor"), "predicate": predicate, "value": value}
    if section == "roles":
        role = {"role": cells.get("role")}
        return row | {"subject": who("person"), "predicate": "has_role", "object": who("organisation"), "value": role}
    row |= {"subject": who("subject"), "predicate": cells.get("predicate"), "object": who("object") if "object" in cells else who("by")}
    value = {name: cells[name] for name in ("text", "low", "high", "unit") if cells.get(name) is not None}
    return row | {"value": value or None}


def _number(name: str, said: str) -> int:
    if not re.fullmatch(r"\d{1,15}", said, re.ASCII):
        raise refuse("no_number", f"{name}: {said[:80]!r} is no number", "write digits only, such as 300")
    return int(said)


def _several(said: str | None, raw: Entry, entities: dict[tuple[str, str, str], Entry]) -> list[str]:
    return [_party(part.strip(), raw, entities) for part in (said or "").split(";") if part.strip()]


def _party(said: str, raw: Entry, entities: dict[tuple[str, str, str], Entry]) -> str:
    """Words, or the key of what they name, which is then among the entities; one name of one kind is one thing in a file."""
    named = _NAMED.fullmatch(said)
    if named is None:
        return said
    kind, name = named["kind"].strip(), named["name"].strip()
    made = (kind, name, "")
    known = entities.get(made)
    documents = dict.fromkeys([*(known.row["documents"] if known else ()), raw.row.get("document", "")])
    role = named["role"] or (known.row["role"] if known else None)
    row = {"id": f"{name} [{kind}]", "kind": kind, "name": name, "role": role, "documents": list(documents)}
    entities[made] = Entry(raw.origin, raw.place if known is None else known.place, row)
    return str(row["id"])


def _figures(said: str | None, raw: Entry, entities: dict[tuple[str, str, str], Entry]) -> list[dict[str, Any]]:
    found = []
    for part in filter(None, map(str.strip, (said or "").split(";"))):
        figure = _FIGURE.fullmatch(part)
        if figure is None or not (figure["low"] or figure["high"]):
            raise refuse("no_number", f"figures: {part[:80]!r} cannot be read", "write: killed 3..5 of soldiers; injured 2..")
        low = _number("figures", figure["low"]) if figure["low"] else None
        high = _number("figures", figure["high"]) if figure["high"] else None if figure["to"] else low
        of = None if figure["of"] is None else _party(figure["of"].strip(), raw, entities)
        found.append({"what": figure["what"], "of": of, "low": low, "high": high})
    return found


def columns_of(sections: Iterable[str] = SECTIONS) -> dict[str, tuple[str, ...]]:
    """Give the columns of templates.

    Args:
        sections: Which ones.

    Returns:
        From section to its columns.
    """
    return {section: _COLUMNS[section] for section in sections}
