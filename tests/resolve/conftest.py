"""A small world of referents and claims that tests of the identity rules build up sentence by sentence."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from types import SimpleNamespace
from typing import Any

import pytest

from testimonia.model.claim import Attribution, Claim, Proposal, Value
from testimonia.model.entity import Entity
from testimonia.model.evidence import Evidence
from testimonia.model.judgement import Feature, Judgement
from testimonia.model.kinds import EntityClass, Verdict
from testimonia.model.party import Party
from testimonia.model.referent import Referent, referent_id
from testimonia.resolve import Resolution, resolve_referents
from testimonia.text.names import fold_name


@dataclass
class World:
    """Referents and claims in the order in which they were made."""

    referents: list[Referent] = field(default_factory=list)
    claims: list[Claim] = field(default_factory=list)
    earlier: list[Judgement] = field(default_factory=list)

    def org(self, document: str, name: str, *also: str, **fields: Any) -> str:
        return self.name("org", document, name, *also, **fields)

    def person(self, document: str, name: str, **fields: Any) -> str:
        return self.name("person", document, name, **fields)

    def place(self, document: str, name: str) -> str:
        return self.name("place", document, name)

    def name(self, cls: EntityClass, document: str, name: str, *also: str, **fields: Any) -> str:
        referent = Referent(referent_id(document, cls, fold_name(name)), document, name, cls, names=(name, *also), **fields)
        self.referents.append(referent)
        return referent.id

    def claim(self, predicate: Any, subject: str, target: str | None = None, *, span: int | None = None, **fields: Any) -> str:
        value = {key: fields.pop(key) for key in ("text", "name_kind", "role") if key in fields}
        stance = fields.pop("stance", "asserted")
        document = next(referent.document for referent in self.referents if referent.id == subject)
        start = 10 * len(self.claims) if span is None else span
        claim = Claim(
            document,
            predicate,
            Party(subject, subject),
            Attribution((Party("The Daily Example", None, "publisher"),), stance),
            (Evidence(document, start, start + 5, "words"),),
            Proposal("test", "test"),
            object=None if target is None else Party(target, target),
            value=Value(**value) if value else None,
            **fields,
        )
        self.claims.append(claim)
        return claim.id

    def judge(self, left: str, right: str, verdict: Verdict, by: str = "a coder") -> Judgement:
        judgement = Judgement(
            left, right, verdict, 1.0, (Feature("comment", 0.0, "read both documents"),), by, at=f"2024-01-01T00:00:{len(self.earlier):02}Z"
        )
        self.earlier.append(judgement)
        return judgement

    def resolve(self, **options: Any) -> Resolution:
        return resolve_referents(self.referents, self.claims, **{"documents": {}, "earlier": self.earlier, **options})

    def one(self, *referents: str, **options: Any) -> bool:
        """Say whether the referents are one entity."""
        entity_of = self.resolve(**options).entity_of()
        return len({entity_of[referent] for referent in referents}) == 1

    def verdict(self, left: str, right: str) -> str | None:
        found = self.judgement(left, right)
        return None if found is None else found.verdict

    def judgement(self, left: str, right: str) -> Judgement | None:
        return next((judgement for judgement in self.resolve().judgements if {judgement.left, judgement.right} == {left, right}), None)

    def entity(self, referent: str, **options: Any) -> Entity:
        return next(entity for entity in self.resolve(**options).entities if referent in entity.referents)


@pytest.fixture
def world() -> World:
    return World()


@pytest.fixture
def located() -> Callable[[Sequence[tuple[str, int, str]]], Any]:
    """Make a `locate` that knows the given places: referent, gazetteer number, country."""

    def make(entries: Sequence[tuple[str, int, str]]) -> Any:
        known = {
            one: SimpleNamespace(level="settlement", divisions=(), id=f"geonames:{number}", latitude=1.0, longitude=2.0, country=country)
            for one, number, country in entries
        }
        return lambda referents: {referent.id: known.get(referent.id) for referent in referents}

    return make
