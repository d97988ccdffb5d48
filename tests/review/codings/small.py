"""A small knowledge base for the tests of coders' files, and files that coders may bring."""

import json
from pathlib import Path
from typing import Any

from testimonia.model.document import Document
from testimonia.model.problem import Problem
from testimonia.model.reading import Reading
from testimonia.review import Decider
from testimonia.review.codings.base import base_of
from testimonia.review.codings.formats import CoderFile, Format, sheet_of
from testimonia.review.codings.importing import Plan, plan_import
from testimonia.store import Store, open_store

from ..desk import DOCUMENT, TEXT, reading

OTHER = Document(
    "d-2",
    "folder/b.txt",
    "f" * 64,
    "text/plain",
    "The Karen League left the Shan Front in 1964. The SF\nfights on. 😀 The Karen League has rockets. The SF fights on.",
    title="A letter",
    publisher="The Lashio Letter",
    language="en",
    url="https://example.org/b",
)
KEY: dict[str, Any] = {
    "documents": [{"id": "b", "path": "b.txt"}],
    "entities": [
        {"id": "kl", "kind": "political_body", "name": "Karen League"},
        {"id": "sf", "kind": "armed_group", "name": "Shan Front", "names": ["Shan Front", "SF"]},
    ],
    "claims": [
        {
            "id": "c1",
            "subject": "kl",
            "predicate": "split_from",
            "object": "sf",
            "when": "1964",
            "attribution": ["The Lashio Letter"],
            "stance": "asserted",
            "document": "b",
            "evidence": "The Karen League left the Shan Front in 1964",
            "note": "compare the other letter",
        }
    ],
    "events": [
        {
            "type": "ASSAULT",
            "initiator": ["sf"],
            "target": [],
            "where": [],
            "recurrent": True,
            "when": None,
            "attribution": ["The Lashio Letter"],
            "document": "b",
            "evidence": "The SF fights on",
        }
    ],
}


def knowledge_base(folder: Path) -> Store:
    """Two documents: one read, with two claims and a report, and one of which nothing is known."""
    store = open_store(folder)
    store.add_captured([DOCUMENT, OTHER])
    store.add_reading(reading())
    store.add_reading(Reading("d-2", "grammar 1"))
    return store


def bring(store: Store, held: Any, *, by: str = "anna", form: Format = "auto", name: str = "file.json", at: int = 0) -> Plan:
    """Put a coder's file on record, as the pipeline does."""
    raw = held if isinstance(held, str) else json.dumps(held, ensure_ascii=False)
    file = CoderFile(name, {name: raw.encode("utf-8", "surrogatepass")})
    plan = plan_import(sheet_of(file, form), base_of(store), Decider(by, f"2024-05-06T07:00:{at:02}+00:00"))
    store.decide_all(plan.decisions, plan.judgements)
    return plan


def told(problems: list[Problem]) -> list[tuple[str, str | None]]:
    """The codes of problems and their places."""
    return [(one.rule, one.place) for one in problems]


__all__ = ["DOCUMENT", "KEY", "OTHER", "TEXT", "bring", "knowledge_base", "told"]
