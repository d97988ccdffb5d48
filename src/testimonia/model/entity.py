"""Entity: one real thing, whatever its spellings."""

from dataclasses import dataclass

from testimonia.model.kinds import EntityKind, NameKind


@dataclass(frozen=True, slots=True)
class Name:
    """One name of an entity: its text, language (BCP 47), kind, and the claims or mentions that carry it."""

    text: str
    language: str = "en"
    kind: NameKind = "name"
    carried_by: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Entity:
    """One real thing and the referents that are judged to be it.

    `name` is chosen by a documented rule (`resolve.naming`), never by taste. A person is an entity only with a public role.
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
