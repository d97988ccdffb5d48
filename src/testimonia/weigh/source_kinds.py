"""What a voice is: belligerent, state, independent press, anonymous ...; the register of sources first, then what the entity is.

Unknown stays unknown (None): a newspaper that no register names is neither independent nor partisan.
"""

from collections.abc import Iterable, Mapping

from testimonia.model.entity import Entity
from testimonia.model.kinds import SOURCE_KINDS, EntityKind, SourceKind
from testimonia.model.knowledge import Knowledge
from testimonia.model.party import Party
from testimonia.text.names import fold_name
from testimonia.weigh.assertions import Assertion

KIND_OF_ENTITY: Mapping[EntityKind, SourceKind] = {
    "armed_group": "belligerent",
    "armed_wing": "belligerent",
    "coalition": "belligerent",
    "state_force": "belligerent",
    "government": "state",
    "intergovernmental": "intergovernmental",
}
"""What an entity's kind says of it as a voice; media, civil organisations and political bodies may be of any kind."""


class SourceKinds:
    """The kinds of the voices of one knowledge base."""

    def __init__(self, knowledge: Knowledge, assertions: Iterable[Assertion]) -> None:
        """Read the register, and who speaks for whom."""
        self._knowledge = knowledge
        kinds: dict[str | None, SourceKind] = {kind: kind for kind in SOURCE_KINDS}
        self._registered = {fold_name(source.name): kinds.get(source.kind) for source in knowledge.sources.values()}
        self._bearers: dict[str, list[Entity]] = {}
        for entity in knowledge.entities.values():
            for folded in {fold_name(name) for name in (entity.name, *(name.text for name in entity.names))}:
                self._bearers.setdefault(folded, []).append(entity)
        self._offices: dict[str, str] = {}
        self._parties: set[str] = set()
        for made in assertions:
            if made.target is None or made.negated:
                continue
            if made.claim.predicate == "has_role":
                self._offices.setdefault(made.subject, made.target)
            elif made.claim.predicate == "armed_wing_of":
                self._parties.add(made.target)

    def of_publisher(self, name: str | None) -> SourceKind | None:
        """Give the kind of a publisher.

        Args:
            name: Its name as the document has it, None where it is unknown.

        Returns:
            The register's word, else what the entities of that name are; None where nothing says, or they are of several kinds.
        """
        if name is None:
            return None
        folded = fold_name(name)
        found = self._registered.get(folded)
        if found is not None:
            return found
        kinds = {self._of_entity(entity) for entity in self._bearers.get(folded, ())}
        return kinds.pop() if len(kinds) == 1 else None

    def of_voice(self, voice: Party) -> SourceKind | None:
        """Give the kind of a voice in a chain.

        Args:
            voice: A voice.

        Returns:
            The register's word on any of its names, else what the entity is; a person is what the body is in which they hold a role; a
            voice that is described only, or has no public role, is anonymous.
        """
        entity = None if voice.referent is None else self._knowledge.entities.get(self._knowledge.entity_of.get(voice.referent, ""))
        if entity is None:
            return self._registered.get(fold_name(voice.words)) or ("anonymous" if voice.how not in ("publisher", "issuer") else None)
        return self._of_entity(entity)

    def _of_entity(self, entity: Entity) -> SourceKind | None:
        for name in (entity.name, *(name.text for name in entity.names)):
            found = self._registered.get(fold_name(name))
            if found is not None:
                return found
        if entity.kind == "person":
            body = self._knowledge.entities.get(self._offices.get(entity.id, ""))
            return None if body is None or body.kind == "person" else self._of_entity(body)
        if entity.id in self._parties:
            return "party_of_a_side"
        return KIND_OF_ENTITY.get(entity.kind)
