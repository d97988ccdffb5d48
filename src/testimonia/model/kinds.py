"""The closed sets that records may use, as the codebook (version 2) names them.

The codes are the codebook's own words; `codebook/codebook.yml` says what each one means, and a test compares the two.
"""

from typing import Literal, get_args

EntityKind = Literal[
    "armed_group",
    "armed_wing",
    "coalition",
    "political_body",
    "state_force",
    "government",
    "intergovernmental",
    "media",
    "civil_org",
    "person",
    "place",
    "named_event",
]
EntityClass = Literal["org", "person", "place", "named_event"]
"""What decides whether two names may be compared at all: a town is never the brigade named after it."""

Predicate = Literal[
    "known_as",
    "renamed",
    "armed_wing_of",
    "part_of",
    "member_of",
    "affiliated_with",
    "split_from",
    "merged_into",
    "allied_with",
    "opposes",
    "named_after",
    "founded",
    "dissolved",
    "ideology",
    "operates_in",
    "strength",
    "has_role",
    "states_position",
    "capability",
]
EventType = Literal[
    "AGREE",
    "CONSULT",
    "SUPPORT",
    "CONCEDE",
    "COOPERATE",
    "AID",
    "RETREAT",
    "REQUEST",
    "ACCUSE",
    "REJECT",
    "THREATEN",
    "PROTEST",
    "SANCTION",
    "MOBILIZE",
    "COERCE",
    "ASSAULT",
]
Stance = Literal["asserted", "claimed", "estimated", "denied", "reported_anonymous"]
Status = Literal["happened", "planned", "threatened", "denied", "hypothetical"]
Polarity = Literal["affirmed", "denied"]
NameKind = Literal["name", "alias", "former", "nickname", "translation", "acronym"]
Verdict = Literal["SAME", "DIFFERENT", "UNSURE", "WITHDRAWN"]
Mode = Literal["throughout", "within"]
Basis = Literal["stated", "derived"]
Filled = Literal["name", "acronym", "short_name", "topic", "heading", "pronoun", "publisher", "issuer", "words"]
"""How a slot came to refer to somebody: by name, by a stand-in that the reader followed, or by description alone."""
PlaceLevel = Literal["settlement", "district", "region", "country", "continent"]
"""How exactly a place is located, from the most exact on."""
Stage = Literal["capture", "read", "resolve", "weigh", "review", "publish"]

SourceKind = Literal[
    "belligerent",
    "party_of_a_side",
    "state",
    "independent_media",
    "partisan_media",
    "encyclopaedia",
    "ngo",
    "intergovernmental",
    "academic",
    "anonymous",
]
"""What a publisher or a voice is, as a lens asks for it."""

ENTITY_KINDS: tuple[EntityKind, ...] = get_args(EntityKind)
PREDICATES: tuple[Predicate, ...] = get_args(Predicate)
EVENT_TYPES: tuple[EventType, ...] = get_args(EventType)
STANCES: tuple[Stance, ...] = get_args(Stance)
STATUSES: tuple[Status, ...] = get_args(Status)
SOURCE_KINDS: tuple[SourceKind, ...] = get_args(SourceKind)

_CLASS_OF_KIND: dict[str, EntityClass] = {"person": "person", "place": "place", "named_event": "named_event"}


def entity_class(kind: EntityKind) -> EntityClass:
    """Return the class within which names of this kind are compared.

    Args:
        kind: An entity kind of the codebook, section 1.

    Returns:
        `person`, `place` or `named_event` for those kinds, `org` for every other.

    Example:
        >>> entity_class("coalition")
        'org'
    """
    return _CLASS_OF_KIND.get(kind, "org")
