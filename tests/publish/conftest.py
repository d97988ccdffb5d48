"""A small knowledge base with real texts, so that every quotation can be checked at its offsets."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import pytest

from testimonia.model.claim import Attribution, Claim, Proposal, Value
from testimonia.model.document import Document, Source
from testimonia.model.entity import Entity, Name
from testimonia.model.event import Bound, Event, EventReport, Figure, Toll
from testimonia.model.evidence import evidence_at
from testimonia.model.finding import Corroboration, Dispute, Position
from testimonia.model.knowledge import Findings, Knowledge
from testimonia.model.party import Party
from testimonia.model.stemma import Hub, Link, Witness
from testimonia.model.valid_time import valid_time

TEXTS = {
    "d-a": "The Example Front was founded in 1972. Its spokesman Ana Cruz said it has about 500 members. Jane Doe, a resident, heard it.",
    "d-b": "The Example Front, the armed wing of the Sample Party, was founded in 1975. In May it attacked soldiers in Jolo, killing 5.",
}
KINDS = {"Ana Cruz": "person", "Jolo": "place", "The Daily Example": "media", "Sample News": "media", "Sample Party": "political_body"}
RULE = Proposal("grammar", "founded_in", "founded", ("read from the passive",))


@dataclass
class World:
    """Collects records; everything in it is made of words that stand in the texts."""

    entities: dict[str, Entity] = field(default_factory=dict)
    documents: dict[str, Document] = field(default_factory=dict)

    def party(self, name: str, *, entity: bool = True) -> Party:
        if entity:
            kind: Any = KINDS.get(name, "armed_group")
            spot = {"gazetteer": "geonames:1", "latitude": 6.05, "longitude": 121.0, "country": "PH"} if kind == "place" else {}
            self.entities[f"e-{name}"] = Entity(f"e-{name}", kind, name, (Name(name, carried_by=("m-1",)),), (f"r-{name}",), **spot)
        return Party(name, f"r-{name}", "name")

    def chain(self, document: str, *voices: Party, stance: Any = "asserted") -> Attribution:
        publisher = self.documents[document].publisher or ""
        return Attribution((replace(self.party(publisher), how="publisher"), *voices), stance)

    def quote(self, document: str, words: str) -> tuple[Any, ...]:
        text = TEXTS[document]
        start = text.index(words)
        return (evidence_at(document, text, start=start, end=start + len(words)),)


def build() -> Knowledge:
    """Two documents, five claims, two reports; one speaker and one victim without a public role."""
    world = World()
    for key, publisher, published in (("d-a", "The Daily Example", "2014"), ("d-b", "Sample News", "2015-05-04")):
        origin = {"title": f"On {publisher}", "publisher": publisher, "published": published, "language": "en"}
        world.documents[key] = Document(key, f"texts/{key}.txt", key * 16, "text/plain", TEXTS[key], **origin)
    front, party, jane = world.party("Example Front"), world.party("Sample Party"), world.party("Jane Doe", entity=False)
    ana = world.party("Ana Cruz")
    claims = (
        Claim(
            "d-a",
            "founded",
            front,
            world.chain("d-a"),
            world.quote("d-a", "was founded in 1972"),
            RULE,
            when=valid_time("1972", mode="within"),
        ),
        Claim(
            "d-b",
            "founded",
            front,
            world.chain("d-b"),
            world.quote("d-b", "was founded in 1975"),
            RULE,
            when=valid_time("1975", mode="within"),
        ),
        Claim("d-b", "armed_wing_of", front, world.chain("d-b"), world.quote("d-b", "the armed wing of the Sample Party"), RULE, party),
        Claim("d-a", "has_role", ana, world.chain("d-a"), world.quote("d-a", "spokesman Ana Cruz"), RULE, front, Value(role="spokesman")),
        Claim(
            "d-a",
            "strength",
            front,
            world.chain("d-a", ana, stance="claimed"),
            world.quote("d-a", "about 500 members"),
            RULE,
            value=Value(low=500, high=500, unit="members"),
        ),
        Claim("d-a", "has_role", jane, world.chain("d-a"), world.quote("d-a", "Jane Doe, a resident"), RULE, value=Value(role="resident")),
        Claim("d-a", "founded", Party("the rebels"), world.chain("d-a"), world.quote("d-a", "founded"), RULE),
    )
    attack = EventReport(
        "d-b",
        "ASSAULT",
        world.chain("d-b"),
        world.quote("d-b", "attacked soldiers in Jolo, killing 5"),
        RULE,
        initiator=(front,),
        target=(Party("soldiers"), jane),
        where=(world.party("Jolo"),),
        when=valid_time("2015-05-03", mode="within"),
        figures=(Figure("killed", None, 5, 5),),
    )
    shots = EventReport("d-a", "ASSAULT", world.chain("d-a", jane), world.quote("d-a", "heard it"), RULE)
    entity_of = {entity.referents[0]: entity.id for entity in world.entities.values()}
    sources = {"Sample News": Source("Sample News", "independent_media", country="PH", note="invented")}
    return Knowledge(world.documents, sources, world.entities, entity_of, claims, (attack, shots))


def witness_of(part: Knowledge) -> Callable[[Claim | EventReport], Witness]:
    """Who bears what, as weighing might say: everybody hangs on the document, and on one outlet."""
    outlet = Hub("outlet:sample news", "outlet", "Sample News")

    def found(said: Claim | EventReport) -> Witness:
        own = Link(Hub(f"document:{said.document}", "document", said.document), "document", "stands in it")
        links = {own.hub.id: own, outlet.id: Link(outlet, "publisher", "published by Sample News", 0.5, (said.id,))}
        voices = tuple(voice.words for voice in said.attribution.voices)
        return Witness(f"a terrorist in {said.document}" if len(voices) > 1 else "Sample News", said.document, voices, links, True)

    return found


def weighed(knowledge: Knowledge) -> Findings:
    """What weighing might give: one dispute, one agreement, one finding that rests on a private person."""
    ids = [claim.id for claim in knowledge.claims]
    attack, shots = (report.id for report in knowledge.reports)
    bound = Bound(5, (attack,))
    events = (
        Event("ev-1", "ASSAULT", (attack,), "One report.", (Toll("killed", None, bound, bound, bound),)),
        Event("ev-2", "ASSAULT", (shots,), "One report."),
    )
    positions = (Position("1972", (ids[0],), 1), Position("1975", (ids[1],), 1))
    dispute = Dispute("when Example Front was founded", positions, "1972 against 1975 share no day.", "exclusive_date")
    agreements = (Corroboration("x", (ids[1], ids[2]), True, 2, "two agree."), Corroboration("y", (ids[0], ids[5]), False, 1, "private."))
    return Findings(events, agreements, (dispute,))


@pytest.fixture
def knowledge() -> Knowledge:
    return build()


@pytest.fixture
def findings(knowledge: Knowledge) -> Findings:
    return weighed(knowledge)


@pytest.fixture
def released(tmp_path: Path) -> Callable[..., Path]:
    """Write a release of a knowledge base and give its folder."""
    from testimonia.publish.release import write_release

    def write(knowledge: Knowledge, name: str = "release", **more: Any) -> Path:
        more.setdefault("witness_of", witness_of)
        write_release(tmp_path / name, knowledge, weighed(build()), meta={"software": "0.1.0"}, **more)
        return tmp_path / name

    return write
