"""Synthetic knowledge with its planted truth: who claims what in which document, and what weighing must find in it, exactly.

A corpus is written body by body, the most told of first; a few bodies have most of the claims, and a few outlets most of the documents.
What it is made of: `world` (outlets, parties, wings, towns), `scribe` (documents and chains of voices), `plots` and `happenings` (what
agrees, what cannot all hold, and what only looks so), `planted` (the truth). The same seed gives the same corpus.

`python -m bench.synthetic CLAIMS [SEED]` counts what a corpus of so many claims holds.
"""

import random
import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bench.happenings import Happenings
from bench.planted import Planted
from bench.plots import CALM, CONTESTED, ONCE, Maker, Plot
from bench.scribe import Scribe
from bench.world import World, shares

from testimonia.model.claim import Claim, Value
from testimonia.model.document import Document, Source
from testimonia.model.entity import Entity
from testimonia.model.event import EventReport
from testimonia.model.knowledge import Knowledge

CLAIMS_A_BODY = 60
"""Claims about a body, on average."""
SLOPE = 0.85
"""How steeply popularity falls from one body to the next."""
BATCH = 4_000
"""Claims written before their documents are closed and handed over."""
REPORTS = 0.2
"""Event reports to each claim."""
DISPUTED = 0.4
"""Share of the plots that may plant a dispute; much more than in life, so that a small corpus has disputes of every kind."""
LARGEST = 0.05
"""The greatest part of a body's claims that one plot has, beyond `SMALLEST` claims."""
SMALLEST = 12


@dataclass(frozen=True, slots=True)
class Written:
    """A part of a corpus: new documents, entities, claims and reports, and what is planted in them; `sources` with the first part."""

    documents: tuple[Document, ...]
    entities: tuple[Entity, ...]
    claims: tuple[Claim, ...]
    reports: tuple[EventReport, ...]
    planted: Planted
    sources: tuple[Source, ...] = ()


def corpus(claims: int, *, seed: int = 5, texts: bool = False, contested: float = DISPUTED) -> Iterator[Written]:
    """Write a corpus part by part, so that no more than one part need be held.

    Args:
        claims: How many claims, about; event reports come on top.
        seed: For the random choices.
        texts: Whether documents have a text; only then are some of them copies without a credit.
        contested: Share of the plots that may plant a dispute, from 0 to 1.

    Yields:
        Parts of some thousand claims.
    """
    chance = random.Random(seed)
    world = World(chance, claims=claims)
    scribe = Scribe(world, chance, texts=texts)
    happenings = Happenings(scribe, towns=40 + claims // 500)
    planted = _bonds(scribe)
    sources = tuple(world.sources())
    enemy, rival = scribe.keep(world.body("state_force", called="{} Army")), scribe.keep(world.body(called="{} Rebels"))
    for share in shares(claims, max(3, claims // CLAIMS_A_BODY), slope=SLOPE):
        body = scribe.keep(world.body(called="{} Movement"))
        for plot in _plots(scribe, body, share, contested):
            planted += [plot]
            if chance.random() < REPORTS:
                size = 1 + min(40, int(chance.paretovariate(0.8)))
                happenings.happen(body, enemy, rival, size=size, calm=chance.random() >= contested)
            if scribe.batch.records >= BATCH:
                yield _written(scribe, happenings, planted, sources)
                planted, sources = [], ()
    yield _written(scribe, happenings, planted, sources)


def knowledge_of(parts: Sequence[Written]) -> tuple[Knowledge, Planted]:
    """Put the parts of a corpus together.

    Args:
        parts: Parts of one corpus.

    Returns:
        What is known, and what is planted in it.
    """
    entities = {entity.id: entity for part in parts for entity in part.entities}
    knowledge = Knowledge(
        {document.id: document for part in parts for document in part.documents},
        {source.name: source for part in parts for source in part.sources},
        entities,
        {referent: entity.id for entity in entities.values() for referent in entity.referents},
        tuple(claim for part in parts for claim in part.claims),
        tuple(report for part in parts for report in part.reports),
    )
    planted = Planted(
        tuple(one for part in parts for one in part.planted.disputes),
        tuple(one for part in parts for one in part.planted.agreements),
        tuple(one for part in parts for one in part.planted.events),
    )
    return knowledge, planted


def _plots(scribe: Scribe, body: Entity, share: int, contested: float) -> Iterator[Plot]:
    """Tell of one body until its share of the claims is spent."""
    chance, spent = scribe.chance, 0
    once = chance.sample(ONCE, len(ONCE))
    while spent < share:
        calm, most = chance.random() >= contested, max(SMALLEST, int(share * LARGEST))
        maker: Maker = once.pop() if once and chance.random() < 0.4 else _one_of(chance, CALM if calm else CONTESTED)
        plot = Plot(scribe, body, min(most, max(2, int(chance.paretovariate(0.9)))), calm)
        before = len(scribe.batch.claims)
        scribe.begin()
        maker(plot)
        spent += len(scribe.batch.claims) - before
        yield plot


def _one_of(chance: random.Random, makers: Sequence[tuple[Maker, int]]) -> Maker:
    return chance.choices([maker for maker, _ in makers], [weight for _, weight in makers])[0]


def _bonds(scribe: Scribe) -> list[Plot]:
    """Let it be told who speaks for whom, and let the outlets and families into the corpus."""
    made = []
    for outlet in scribe.world.outlets:
        scribe.keep(outlet.entity)
    for family in scribe.world.families:
        for entity in (family.party, family.wing, family.unit, family.spokesman):
            scribe.keep(entity)
        years = (f"{family.first_year}/{family.last_year}",)
        plot = Plot(scribe, family.party, 3)
        scribe.begin()
        plot.agree(
            scribe.claims(3, "armed_wing_of", family.wing, family.party, when=years, mode="throughout"),
            scribe.claims(2, "part_of", family.unit, family.wing),
            scribe.claims(2, "has_role", family.spokesman, family.party, value=(Value(role="spokesman"),)),
        )
        made.append(plot)
    return made


def _written(scribe: Scribe, happenings: Happenings, plots: Sequence[Plot], sources: tuple[Source, ...]) -> Written:
    towns = scribe.world.unseen_towns()
    batch = scribe.empty()
    planted = Planted(
        (*(dispute for plot in plots for dispute in plot.disputes), *happenings.disputes),
        (*(side for plot in plots for side in plot.agreements), *happenings.agreements),
        tuple(happenings.events),
    )
    happenings.forget()
    return Written(tuple(batch.documents), (*batch.entities, *towns), tuple(batch.claims), tuple(batch.reports), planted, sources)


def main(arguments: Sequence[str] | None = None) -> int:
    """Count what a corpus holds.

    Args:
        arguments: Those of the command line; None for the process's own.

    Returns:
        The exit code.
    """
    given = [int(word) for word in (sys.argv[1:] if arguments is None else arguments)] or [10_000]
    start, counts = time.perf_counter(), Counter[str]()
    for part in corpus(given[0], seed=given[1] if len(given) > 1 else 5):
        counts.update(documents=len(part.documents), entities=len(part.entities), claims=len(part.claims), reports=len(part.reports))
        counts.update(agreements=len(part.planted.agreements), events=len(part.planted.events))
        counts.update(f"disputes by {dispute.rule}, {dispute.certainty}" for dispute in part.planted.disputes)
    for name, number in sorted(counts.items()):
        print(f"{number:>12,}  {name}")
    print(f"{time.perf_counter() - start:>12.1f}  seconds")
    return 0


if __name__ == "__main__":
    sys.exit(main())
