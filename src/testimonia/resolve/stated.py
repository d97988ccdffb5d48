"""Names that the texts themselves give: `known_as`, `renamed`, and several names that one document uses for one referent.

A stated name ties its owner to every referent of the class that bears it, in any document, unless it is too general to tell ("the
Brigades"), is a bare place or country, or belongs to several owners. Denied names are kept apart: they tell that two are not one.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from testimonia.model.claim import Claim
from testimonia.model.kinds import NameKind
from testimonia.model.referent import Referent
from testimonia.resolve.anatomy import anatomy_of, is_acronym_form
from testimonia.resolve.keys import key_of_name

SHORTEST_ACRONYM = 3
"""Two letters are shared by too many bodies to tie documents."""

Reach = str
"""How far a stated name carries: `anywhere`, `document` (only where it is stated) or `nowhere`."""


@dataclass(frozen=True, slots=True)
class StatedName:
    """A name that a text gives its owner; `claims` are empty where the document simply uses both names for one referent."""

    owner: str
    name: str
    key: str
    kind: NameKind
    claims: tuple[str, ...]
    denied: bool = False


def find_stated_names(referents: Mapping[str, Referent], claims: Iterable[Claim], *, keys: Mapping[str, str]) -> tuple[StatedName, ...]:
    """Collect the names that texts give to referents, besides the one each is filed under.

    Args:
        referents: All referents by id.
        claims: Claims of all documents.
        keys: From referent to its folded name.

    Returns:
        One entry for each owner and folded name, claims gathered; claims first, then names that a document uses side by side.
    """
    found: dict[tuple[str, str, bool], tuple[str, NameKind, list[str]]] = {}
    for claim in claims:
        owner = claim.subject.referent
        if claim.predicate not in ("known_as", "renamed") or claim.value is None or claim.value.text is None:
            continue
        if owner is None or owner not in referents:
            continue
        denied = (claim.polarity == "denied") != (claim.attribution.stance == "denied")
        kind: NameKind = claim.value.name_kind or ("name" if claim.predicate == "renamed" else "alias")
        key = key_of_name(claim.value.text, referents[owner].cls)
        _, _, ids = found.setdefault((owner, key, denied), (claim.value.text, kind, []))
        ids.append(claim.id)
    for referent in referents.values():
        for name in referent.names:
            if name == referent.name:
                continue
            kind = "acronym" if is_acronym_form(name) else "name"
            found.setdefault((referent.id, key_of_name(name, referent.cls), False), (name, kind, []))
    return tuple(
        StatedName(owner, name, key, kind, tuple(dict.fromkeys(ids)), denied)
        for (owner, key, denied), (name, kind, ids) in found.items()
        if key and key != keys[owner]
    )


def reach_of(stated: StatedName, cls: str, *, places: frozenset[str]) -> Reach:
    """Say how far a stated name may tie referents.

    Args:
        stated: The name and its owner.
        cls: The owner's class.
        places: Folded names of all places that the documents name.

    Returns:
        `anywhere`, `document` or `nowhere`.
    """
    if cls == "place":
        return "anywhere"
    if cls == "person":
        return "anywhere" if " " in stated.key else "document"
    if cls == "named_event":
        return "anywhere" if " " in stated.key else "document"
    return _reach_of_organisation(stated, places)


def _reach_of_organisation(stated: StatedName, places: frozenset[str]) -> Reach:
    anatomy = anatomy_of(stated.name)
    if anatomy.bare or anatomy.bare_country or stated.key in places:
        return "nowhere"
    if anatomy.acronym:
        return "anywhere" if sum(character.isalnum() for character in stated.name) >= SHORTEST_ACRONYM else "document"
    if anatomy.general or stated.kind == "nickname":
        return "document"
    return "anywhere"
