"""The notation in which coders write cases for weighing, and what makes records of it.

A document is `publisher; published; from ORIGINAL; for SIDE; kind KIND`, where all but the publisher may be left out (`?` is an unknown
publisher).
A claim is `DOC > VOICE > VOICE | SUBJECT | [not] PREDICATE | OBJECT or VALUE | EDTF`, a report
`DOC > VOICE | TYPE MODE | INITIATORS -> TARGETS | PLACE | EDTF | FIGURES | STATUS`, several parties joined by `&`.
Names are entities; `~words` is a party that is only described. A role is `ORGANISATION: role`, a strength `3000-4000 members`, `8+ groups`.
"""

import re
from collections.abc import Callable, Mapping
from typing import Any

import pytest

from testimonia.model.claim import Attribution, Claim, Proposal, Value
from testimonia.model.document import Document, Source
from testimonia.model.entity import Entity, Name
from testimonia.model.event import EventReport, Figure
from testimonia.model.evidence import Evidence
from testimonia.model.kinds import PREDICATES
from testimonia.model.knowledge import Knowledge
from testimonia.model.party import Party
from testimonia.model.valid_time import ValidTime, valid_time

ONE_OFF = ("founded", "dissolved", "split_from", "merged_into", "renamed")
TEXT = ("known_as", "renamed", "ideology", "states_position", "capability")


class Builder:
    """Collects the entities of one case while its lines are read."""

    def __init__(self, case: Mapping[str, Any]) -> None:
        self.case = case
        self.entities: dict[str, Entity] = {}
        self.documents: dict[str, Document] = {}
        self.sources: dict[str, Source] = {}
        for key, line in case["documents"].items():
            self.documents[key] = self.document(key, line)

    def document(self, key: str, line: str) -> Document:
        publisher, *rest = [part.strip() for part in line.split(";")]
        marks = {part.split()[0]: part.split(maxsplit=1)[1] for part in rest if part.startswith(("from ", "for ", "kind "))}
        published = next((part for part in rest if re.match(r"\d{4}", part)), None)
        name = None if publisher == "?" else publisher
        if name is not None:
            self.sources[name] = Source(name, kind=marks.get("kind"), side=marks.get("for"))
        text = self.case.get("texts", {}).get(key, "")
        title = self.case.get("titles", {}).get(key)  # the text begins with it; the first claims of a case stand in it, five letters each
        text = text or (title + " " * 1000 if title else "")
        origin = {"publisher": name, "original_publisher": marks.get("from"), "published": published, "title": title}
        return Document(key, f"{key}.txt", "0" * 64, "text/plain", text, **origin)

    def party(self, words: str, *, how: str = "name") -> Party:
        words = words.strip()
        if words.startswith("~"):
            return Party(words[1:], None, "words")
        name = words
        kind = self.case.get("kinds", {}).get(name, "armed_group")
        latitude, longitude = self.case.get("places", {}).get(name, (None, None))
        self.entities[f"e-{name}"] = Entity(f"e-{name}", kind, name, (Name(name),), (f"r-{name}",), latitude=latitude, longitude=longitude)
        return Party(name, f"r-{name}", how)  # type: ignore[arg-type]

    def chain(self, field: str) -> tuple[str, Attribution]:
        key, *voices = [part.strip() for part in field.split(">")]
        publisher = self.documents[key].publisher
        outer = Party("?", None, "words") if publisher is None else self.party(publisher, how="publisher")
        return key, Attribution((outer, *(self.party(voice) for voice in voices)))

    def claim(self, place: int, line: str) -> Claim:
        chain, subject, predicate, target, when = [part.strip() for part in (line + " | | ").split("|")][:5]
        denied, predicate = predicate.startswith("not "), predicate.removeprefix("not ")
        assert predicate in PREDICATES, f"{line!r}: no predicate {predicate!r}"
        document, attribution = self.chain(chain)
        value, body = self.value(predicate, target)
        mode = "within" if predicate in ONE_OFF or "/" not in when else "throughout"
        return Claim(
            document,
            predicate,  # type: ignore[arg-type]
            self.party(subject),
            attribution,
            (Evidence(document, place * 10, place * 10 + 5, "words"),),
            Proposal("coder", "written"),
            body,
            value,
            self.time(when, mode),
            "denied" if denied else "affirmed",
        )

    def value(self, predicate: str, target: str) -> tuple[Value | None, Party | None]:
        if not target:
            return None, None
        if predicate == "strength":
            number, _, unit = target.partition(" ")
            low, high = bounds(number)
            return Value(low=low, high=high, unit=unit or None), None
        if predicate == "has_role":
            body, _, role = target.partition(":")
            return Value(role=role.strip()), self.party(body)
        return (Value(text=target), None) if predicate in TEXT else (None, self.party(target))

    def report(self, place: int, line: str) -> EventReport:
        chain, kind, sides, where, when, figures, status = [part.strip() for part in (line + " | | | | | | ").split("|")][:7]
        document, attribution = self.chain(chain)
        initiators, _, targets = sides.partition("->")
        words = status.split()
        mode = "throughout" if "throughout" in words else "within"
        return EventReport(
            document,
            kind.split()[0],  # type: ignore[arg-type]
            attribution,
            (Evidence(document, place * 10, place * 10 + 5, "words"),),
            Proposal("coder", "written"),
            next(iter(kind.split()[1:]), None),
            self.parties(initiators),
            self.parties(targets),
            self.parties(where),
            self.time(when, mode),
            tuple(self.figure(figure) for figure in figures.split(",") if figure.strip()),
            status=next((word for word in words if word not in ("throughout", "recurrent")), "happened"),  # type: ignore[arg-type]
            recurrent="recurrent" in words,
        )

    def parties(self, field: str) -> tuple[Party, ...]:
        return tuple(self.party(words) for words in field.split("&") if words.strip())

    def figure(self, field: str) -> Figure:
        what, number, *of = field.split(maxsplit=2)
        low, high = bounds(number)
        return Figure(what, self.party(of[0].removeprefix("of ")) if of else None, low, high)

    @staticmethod
    def time(edtf: str, mode: str) -> ValidTime | None:
        return valid_time(edtf, mode=mode) if edtf else None  # type: ignore[arg-type]

    def knowledge(self) -> Knowledge:
        claims = tuple(self.claim(place, line) for place, line in enumerate(self.case.get("claims", [])))
        reports = tuple(self.report(place, line) for place, line in enumerate(self.case.get("reports", [])))
        entity_of = {entity.referents[0]: entity.id for entity in self.entities.values()}
        return Knowledge(self.documents, self.sources, self.entities, entity_of, claims, reports)


def bounds(number: str) -> tuple[int | None, int | None]:
    if number.endswith("+"):
        return int(number[:-1]), None
    low, dash, high = number.partition("-")
    if not dash:
        return int(number), int(number)
    return (int(low) if low else None), int(high)


@pytest.fixture
def knowledge_of() -> Callable[..., Knowledge]:
    """Make a knowledge base of a case in the coders' notation."""

    def build(**case: Any) -> Knowledge:
        return Builder({"documents": {}, **case}).knowledge()

    return build
