"""What kind of thing an entity is: claims first, then the readers' votes, then publishers, then head words.

In this order, the first that says something decides:

1. affirmed claims: subject of `armed_wing_of` is an armed wing; object of `armed_wing_of` a political body; object of `member_of` a
   coalition, unless the votes say that it belongs to states (`government`, `intergovernmental`, `state_force`);
2. the kinds that readers proposed for its referents, from what each document calls it and sees it do: the most frequent one, of equals
   the earliest. Where some call a body that is told to have fought an armed group and others a political body, it is an armed group;
3. the register of sources, then being a publisher: media. A group that publishes its own communique is decided by 1 or 2;
4. head words of its names (word list `organisations`), the longest first;
5. what fighting bodies do or carry: an assault or a capture that is laid to it, a commander, `strength`, `capability`, subject of
   `member_of`, either side of `split_from` and `merged_into`: an armed group; any other claim: a political body; else civil_org.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from testimonia.codebook.words import load_words
from testimonia.model.claim import Claim
from testimonia.model.document import Document, Source
from testimonia.model.event import EventReport
from testimonia.model.kinds import EntityKind, entity_class
from testimonia.model.referent import Referent
from testimonia.text.names import fold_name

KIND_OF_SOURCE: Mapping[str, EntityKind] = {
    "independent_media": "media",
    "partisan_media": "media",
    "encyclopaedia": "media",
    "ngo": "civil_org",
    "academic": "civil_org",
    "intergovernmental": "intergovernmental",
    "state": "government",
}
"""What the register of sources says of a publisher, as a kind; a belligerent or a party of a side may be of any kind."""

_STATES: frozenset[EntityKind] = frozenset(("government", "intergovernmental", "state_force"))
_FIGHTING = frozenset(("strength", "capability", "split_from", "member_of"))
_OF = frozenset(("of", "for", "de", "del", "du", "pour", "para"))
_BOTH_FIGHT = frozenset(("split_from", "merged_into"))
_FIGHTS_ITSELF: frozenset[EntityKind] = frozenset(("armed_group", "political_body"))
"""Kinds between which documents disagree about a body that has a party and fighters."""
_COMMAND = "command"
"""What is in the roles of those who lead fighters: commander, commander-in-chief, deputy commander."""


@dataclass(frozen=True, slots=True)
class KindEvidence:
    """What claims and documents say of referents' kinds: by referent, or by folded name of a publisher."""

    wings: frozenset[str]
    bodies: frozenset[str]
    coalitions: frozenset[str]
    fighting: frozenset[str]
    fought: frozenset[str]
    spoken_of: frozenset[str]
    publishers: Mapping[str, EntityKind]


def gather_kind_evidence(
    claims: Iterable[Claim], documents: Mapping[str, Document], sources: Mapping[str, Source], *, reports: Iterable[EventReport] = ()
) -> KindEvidence:
    """Collect what decides kinds.

    Args:
        claims: Claims of all documents.
        documents: Documents by id, for their publishers.
        sources: The register of sources by publisher's name.
        reports: Event reports of all documents, for who is told to have fought.

    Returns:
        The evidence, by referent and by publisher.
    """
    wings, bodies, coalitions, fighting, spoken_of = (set[str]() for _ in range(5))
    for claim in claims:
        if claim.polarity == "denied" or claim.attribution.stance == "denied" or claim.subject.referent is None:
            continue
        subject, target = claim.subject.referent, None if claim.object is None else claim.object.referent
        spoken_of.add(subject)
        if claim.predicate in _FIGHTING:
            fighting.add(subject)
        if claim.predicate == "has_role" and target is not None and claim.value is not None and _COMMAND in (claim.value.role or ""):
            fighting.add(target)
        if target is not None:
            spoken_of.add(target)
            fighting.update((subject, target) if claim.predicate in _BOTH_FIGHT else ())
        if claim.predicate == "armed_wing_of":
            wings.add(subject)
            bodies.update(() if target is None else (target,))
        if claim.predicate == "member_of" and target is not None:
            coalitions.add(target)
    names = {name for document in documents.values() for name in (document.publisher, document.original_publisher) if name is not None}
    publishers = {fold_name(name): _kind_of_source(sources.get(name)) for name in sorted(names)}
    wing, body, coalition, fights, fought, spoken = map(frozenset, (wings, bodies, coalitions, fighting, _fought(reports), spoken_of))
    return KindEvidence(wing, body, coalition, fights, fought, spoken, publishers)


def _fought(reports: Iterable[EventReport]) -> set[str]:
    """Give the referents to whom an assault or a capture is laid, by whoever says so."""
    laid = (r for r in reports if r.status == "happened" and (r.type == "ASSAULT" or (r.type, r.mode) == ("COERCE", "seize")))
    return {party.referent for report in laid for party in (*report.initiator, *report.responsibility) if party.referent is not None}


def decide_kind(referents: Sequence[Referent], evidence: KindEvidence) -> EntityKind:
    """Decide the kind of one entity.

    Args:
        referents: Its referents, oldest first; all of one class.
        evidence: What claims and documents say.

    Returns:
        A kind of the codebook, of the referents' class.
    """
    cls = referents[0].cls
    if cls != "org":
        return cls
    members = {referent.id for referent in referents}
    told = [referent.kind for referent in referents if referent.kind is not None and entity_class(referent.kind) == cls]
    voted = Counter(told).most_common(1)[0][0] if told else None
    if voted in _FIGHTS_ITSELF and _FIGHTS_ITSELF.issubset(told) and members & evidence.fought:
        voted = "armed_group"
    decided = _by_claims(members, voted, evidence) or voted or _by_publishing(referents, evidence) or _by_head_word(referents)
    return decided or _by_default(members, evidence)


def _by_claims(members: set[str], voted: EntityKind | None, evidence: KindEvidence) -> EntityKind | None:
    if members & evidence.wings:
        return "armed_wing"
    if members & evidence.bodies:
        return "political_body"
    if members & evidence.coalitions and voted not in _STATES:
        return "coalition"
    return None


def _by_publishing(referents: Sequence[Referent], evidence: KindEvidence) -> EntityKind | None:
    if not evidence.publishers:
        return None
    names = (fold_name(name) for referent in referents for name in _names(referent))
    return next((evidence.publishers[name] for name in names if name in evidence.publishers), None)


def _by_head_word(referents: Sequence[Referent]) -> EntityKind | None:
    for referent in referents:
        for name in _names(referent):
            kind = kind_of_head(name)
            if kind is not None:
                return kind
    return None


def _names(referent: Referent) -> Iterable[str]:
    """The forms of a name, each once; the fullest is mostly the only one."""
    return dict.fromkeys((referent.name, *referent.names))


def _by_default(members: set[str], evidence: KindEvidence) -> EntityKind:
    if members & (evidence.fighting | evidence.fought):
        return "armed_group"
    return "political_body" if members & evidence.spoken_of else "civil_org"


def _kind_of_source(source: Source | None) -> EntityKind:
    return "media" if source is None or source.kind is None else KIND_OF_SOURCE.get(source.kind, "media")


def kind_of_head(name: str) -> EntityKind | None:
    """Return the kind that the head word of an organisation's name suggests.

    Args:
        name: The name as the text has it.

    Returns:
        The kind of the longest head word in it, of equals the last one before "of" or "for"; None where there is no head word.

    Example:
        >>> kind_of_head("Kachin Independence Army"), kind_of_head("Armed Forces of the Philippines")
        ('armed_group', 'state_force')
    """
    words = fold_name(name).split()
    end = next((at for at, word in enumerate(words) if word in _OF and at), len(words))
    heads, several = _heads()
    for size in (3, 2, 1) if not several.isdisjoint(words) else (1,):
        for start in range(end - size, -1, -1):
            kind = heads.get(" ".join(words[start : start + size]))
            if kind is not None:
                return kind
    return None


@cache
def _heads() -> tuple[dict[str, EntityKind], frozenset[str]]:
    """Head words with their kinds, and the first words of those that are several."""
    heads: dict[str, EntityKind] = {}
    for group in load_words("organisations").values():
        for word in group["words"]:
            heads.setdefault(fold_name(word), group["kind"])
    return heads, frozenset(head.partition(" ")[0] for head in heads if " " in head)
