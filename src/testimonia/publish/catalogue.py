"""Catalogue: knowledge and findings, looked up once, so that any view opens without a search through everything."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from testimonia.model.claim import Claim
from testimonia.model.event import Event, EventReport
from testimonia.model.finding import Corroboration, Dispute
from testimonia.model.knowledge import Findings, Knowledge
from testimonia.model.party import Party
from testimonia.text.names import fold_name

Key = TypeVar("Key")
Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Where everything is.

    `reasons` gives the docstring of each reading rule, as people are shown it. `about` and `told_of` list claims and reports by entity;
    `disputed` and `agreed` list findings by claim or report.
    """

    knowledge: Knowledge
    findings: Findings
    reasons: Mapping[str, str]
    claims: Mapping[str, Claim]
    reports: Mapping[str, EventReport]
    events: Mapping[str, Event]
    event_of: Mapping[str, str]
    about: Mapping[str, tuple[str, ...]]
    told_of: Mapping[str, tuple[str, ...]]
    disputed: Mapping[str, tuple[Dispute, ...]]
    agreed: Mapping[str, tuple[Corroboration, ...]]


def catalogue_of(knowledge: Knowledge, findings: Findings, *, reasons: Mapping[str, str] | None = None) -> Catalogue:
    """Look everything up once.

    Args:
        knowledge: What is known.
        findings: What weighing it gave.
        reasons: Docstrings of the reading rules by rule name, None where they are not at hand.

    Returns:
        A catalogue that the views read from.
    """
    claims = {claim.id: claim for claim in knowledge.claims}
    reports = {report.id: report for report in knowledge.reports}
    said = {**claims, **reports}  # a part's findings name claims by the thousand that are not in it
    about = ((name, key) for key, claim in claims.items() for name in _entities(knowledge, (claim.subject, claim.object)))
    told_of = ((name, key) for key, report in reports.items() for name in _entities(knowledge, _parties(report)))
    return Catalogue(
        knowledge=knowledge,
        findings=findings,
        reasons=reasons or {},
        claims=claims,
        reports=reports,
        events={event.id: event for event in findings.events},
        event_of={report: event.id for event in findings.events for report in event.reports},
        about=_listed(about),
        told_of=_listed(told_of),
        disputed=_listed((key, dispute) for dispute in findings.disputes for key in dispute.claims if key in said),
        agreed=_listed((key, made) for made in findings.corroborations for key in made.claims if key in said),
    )


def find_entities(catalogue: Catalogue, words: str) -> tuple[str, ...]:
    """Find the entities that somebody may mean.

    Args:
        catalogue: Where everything is.
        words: An entity id, one of its names, or words out of a name.

    Returns:
        Entity ids: the one with that id, else those with exactly that name, else those whose names hold all the words; empty if none does.
    """
    entities = catalogue.knowledge.entities
    if words in entities:
        return (words,)
    folded = fold_name(words)
    names = _listed((fold_name(text), one.id) for one in entities.values() for text in (one.name, *(name.text for name in one.names)))
    if folded in names:
        return names[folded]
    wanted = set(folded.split())
    found = (name for text, ids in names.items() if wanted and wanted <= set(text.split()) for name in ids)
    return tuple(dict.fromkeys(found))


def _parties(report: EventReport) -> tuple[Party, ...]:
    return (*report.initiator, *report.target, *report.where, *report.responsibility)


def _entities(knowledge: Knowledge, parties: Iterable[Party | None]) -> Iterable[str]:
    names = dict.fromkeys(knowledge.who(party) for party in parties if party is not None)
    return [name for name in names if name in knowledge.entities]


def _listed(pairs: Iterable[tuple[Key, Item]]) -> dict[Key, tuple[Item, ...]]:
    """List items by key. One item's pairs come one after another, so that a repeat is told by the last: hashing findings takes long."""
    lists: dict[Key, list[Item]] = {}
    for key, item in pairs:
        kept = lists.setdefault(key, [])
        if not kept or kept[-1] is not item:
            kept.append(item)
    return {key: tuple(items) for key, items in lists.items()}
