"""Entity: one real thing, whatever its spellings."""

from dataclasses import dataclass

from testimonia.model.kinds import EntityKind, NameKind, PlaceLevel


@dataclass(frozen=True, slots=True)
class Name:
    """One name of an entity: its text, language (BCP 47), script (ISO 15924), kind, and the claims that carry it.

    `since` and `until` are EDTF, as a claim states when the name was taken or given up; None where none does.
    """

    text: str
    language: str = "en"
    kind: NameKind = "name"
    carried_by: tuple[str, ...] = ()
    script: str = "Latn"
    since: str | None = None
    until: str | None = None


@dataclass(frozen=True, slots=True)
class Entity:
    """One real thing and the referents that are judged to be it.

    `name` is chosen by a documented rule (`resolve.naming`), never by taste. A person is an entity only with a public role. `formerly` are
    identifiers of earlier builds that lead here since they were merged into it; `same_as` identifiers elsewhere that a register gives.
    A place's `precision` says what its point stands for: a settlement, or the middle of a district, region, country or continent;
    `divisions` are the ids of those that it lies in, the finest first, as its gazetteer files it.
    """

    id: str
    kind: EntityKind
    name: str
    names: tuple[Name, ...]
    referents: tuple[str, ...]
    gazetteer: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    country: str | None = None
    precision: PlaceLevel | None = None
    divisions: tuple[str, ...] = ()
    formerly: tuple[str, ...] = ()
    same_as: tuple[str, ...] = ()
