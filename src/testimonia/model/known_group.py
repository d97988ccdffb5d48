"""KnownGroup: one entry of a register of groups, which supports decisions on identity and never overrides a document."""

from dataclasses import dataclass

from testimonia.errors import RecordError


@dataclass(frozen=True, slots=True)
class KnownGroup:
    """A body that a register lists.

    `id` is the register's own identifier; `same_as` its identifiers elsewhere (`wikidata:Q...`); `source` says where the entry is from.
    Names are neutral: the register holds no words of praise or blame.
    """

    id: str
    name: str
    names: tuple[str, ...] = ()
    same_as: tuple[str, ...] = ()
    country: str | None = None
    source: str | None = None

    def __post_init__(self) -> None:
        """Refuse an entry that names nobody."""
        if not self.id.strip() or not self.name.strip():
            raise RecordError("an entry of the register of groups needs an id and a name")
