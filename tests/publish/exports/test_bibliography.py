"""The documents are read back from BibTeX and follow the schema of CSL."""

import importlib.util
import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from testimonia.publish.exports.losses import Losses
from testimonia.publish.released import Released

from .releases import document, moro

Write = Callable[[Released, str], tuple[bytes, Losses]]
NAME = {"type": "object", "properties": {"literal": {"type": "string"}}, "additionalProperties": False}
PARTS = {"type": "array", "items": {"type": "array", "items": {"type": ["number", "string"]}, "minItems": 1, "maxItems": 3}, "maxItems": 2}
DATE = {
    "type": "object",
    "properties": {"date-parts": PARTS, "circa": {"type": ["string", "number", "boolean"]}, "literal": {"type": "string"}},
    "additionalProperties": False,
}
CSL = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["type", "id"],
        "properties": {
            "type": {"enum": ["document", "article", "webpage"]},
            "id": {"type": ["string", "number"]},
            "author": {"type": "array", "items": NAME},
            "issued": DATE,
            **{name: {"type": "string"} for name in ("title", "publisher", "original-publisher", "URL", "language", "note")},
        },
        "additionalProperties": False,
    },
}


def entries(content: bytes) -> dict[str, dict[str, str]]:
    """A strict little reader: entries of fields, each in balanced braces or a bare word."""
    text, held = content.decode("utf-8"), {}
    at = 0
    while found := re.compile(r"\s*@misc\{([^,\s]+),\n").match(text, at):
        at, fields = found.end(), {}
        while field := re.compile(r"  (\w+) = ").match(text, at):
            at = field.end()
            depth, end = 0, at
            while depth or text[end] not in ",":
                if text[end] == "\\":
                    end += 1
                elif text[end] in "{}":
                    depth += 1 if text[end] == "{" else -1
                end += 1
            fields[field[1]], at = text[at:end], end + 2
        assert text[at] == "}", text[at : at + 40]
        held[found[1]], at = fields, at + 1
    assert not text[at:].strip()
    return held


def test_bibtex_has_each_document_with_its_fields(released: Released, write: Write) -> None:
    held = entries(write(released, "bibtex")[0])
    assert held["d-1"] | {"note": ""} == {
        "title": "{Title of d-1}",
        "publisher": "{The Davao Paper}",
        "url": "{https://paper.example/a}",
        "language": "{en}",
        "year": "{2015}",
        "month": "feb",
        "day": "{1}",
        "note": "",
    }
    assert held["d-2"]["author"] == "{{A \\& B}}"
    assert "First published by The Davao Paper" in held["d-2"]["note"]
    assert "2016\\textasciitilde{}" in held["d-2"]["note"]


def test_hostile_titles_do_not_break_out_of_their_braces(tmp_path: Path, write: Write) -> None:
    titles = ["} @misc{x,", 'a "b" {c', "50% & $1 #_^~\\end", "new\nline\x00", "عنوان \u202e", "=cmd"]
    documents = [document(f"d-{number}", title=title) for number, title in enumerate(titles)]
    held = moro(tmp_path / "r", documents=documents)
    read = entries(write(held, "bibtex")[0])
    assert list(read) == [row["id"] for row in documents]
    assert read["d-2"]["title"] == "{50\\% \\& \\$1 \\#\\_\\textasciicircum{}\\textasciitilde{}\\textbackslash{}end}"
    assert read["d-3"]["title"] == "{new line\ufffd}"
    items = json.loads(write(held, "csl")[0])
    jsonschema.validate(items, CSL)
    assert items[0]["title"] == "} @misc{x,"


def test_csl_follows_its_schema_and_keeps_how_exact_a_date_is(released: Released, write: Write) -> None:
    items: list[dict[str, Any]] = json.loads(write(released, "csl")[0])
    jsonschema.validate(items, CSL)
    first, second = items
    assert first["issued"] == {"date-parts": [[2015, 2, 1]]}
    assert second["issued"] == {"date-parts": [[2016]], "circa": True}
    assert (second["author"], second["original-publisher"]) == ([{"literal": "A & B"}], "The Davao Paper")


def test_a_date_that_is_none_stands_in_words_and_is_counted(tmp_path: Path, write: Write) -> None:
    held = moro(tmp_path / "r", documents=[document(published="2015/2017"), document("d-2", published=None)])
    content, losses = write(held, "csl")
    assert [item.get("issued") for item in json.loads(content)] == [{"literal": "2015/2017"}, None]
    assert losses.lost["date"] == 1
    assert "published 2015/2017" in entries(write(held, "bibtex")[0])["d-1"]["note"]


@pytest.mark.skipif(importlib.util.find_spec("pybtex") is None, reason="not part of the project: make exports-others")
def test_a_library_for_bibtex_reads_it(released: Released, write: Write) -> None:
    from pybtex.database import parse_string

    held = parse_string(write(released, "bibtex")[0].decode("utf-8"), "bibtex")
    assert list(held.entries) == ["d-1", "d-2"]
    assert held.entries["d-1"].fields["year"] == "2015"
