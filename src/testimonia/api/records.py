"""What documents say, as Python gives it: flat frozen records with names beside identifiers, made for people; their fields are stable.

Each field is a column of the same name in a frame and in SQL. None is "not stated"; 0 is none. Days are `lo` and `hi`, the first and the
last one that a time allows, None where that end is open or unknown; `edtf` is the time as it is written (ISO 8601-2).
"""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class ClaimRecord:
    """One claim: who asserts what of a body or a public person, in which words, about which time.

    Attributes:
        id: A hash of document, span, predicate and arguments.
        subject: Identifier of whom it is about.
        subject_name: The subject's name.
        predicate: A predicate of the codebook.
        object: Identifier of the other body, person or place, where it is one that is known.
        object_name: The object's name.
        value: A name, position, ideology or capability, or the words for an object that is only described.
        value_language: Language of a name, BCP 47.
        value_kind: Kind of a name.
        role: A role held.
        low: Lower bound of a strength.
        high: Upper bound of a strength.
        unit: What a strength counts.
        edtf: The time that it is about.
        lo: First day that this time allows.
        hi: Last day that this time allows.
        time_mode: `throughout` (on every day) or `within` (on some day).
        time_basis: `stated` or `derived`.
        polarity: `affirmed` or `denied`.
        stance: Of the innermost verb: asserted, claimed, estimated, denied or reported_anonymous.
        voices: The chain of voices as people read it, the publisher first.
        document: Identifier of the document in which the first quotation stands.
        publisher: Who put that document out.
        published: When, in EDTF.
        quote: The first quotation, word for word.
        quote_start: Its first code point in the document.
        quote_end: One past its last code point.
        review: What people decided of it: proposed (nothing yet), accepted, corrected or contested.
        rule: What proposed it.
    """

    id: str
    subject: str
    subject_name: str
    predicate: str
    object: str | None
    object_name: str | None
    value: str | None
    value_language: str | None
    value_kind: str | None
    role: str | None
    low: int | None
    high: int | None
    unit: str | None
    edtf: str | None
    lo: date | None
    hi: date | None
    time_mode: str | None
    time_basis: str | None
    polarity: str
    stance: str
    voices: tuple[str, ...]
    document: str
    publisher: str | None
    published: str | None
    quote: str
    quote_start: int
    quote_end: int
    review: str
    rule: str


@dataclass(frozen=True, slots=True)
class FigureRecord:
    """One number that an event report states.

    Attributes:
        what: What is counted: killed, injured, displaced, …
        of: Of whom: an identifier or words; None is of all.
        of_name: The same as people read it.
        low: Lower bound.
        high: Upper bound.
    """

    what: str
    of: str | None
    of_name: str | None
    low: int | None
    high: int | None


@dataclass(frozen=True, slots=True)
class ReportRecord:
    """One passage's account of one happening.

    Attributes:
        id: A hash of document, span, type, mode and sides.
        event: Identifier of the event that it reports.
        type: An event type of the codebook.
        mode: One of the type's modes.
        status: happened, planned, threatened, denied or hypothetical.
        initiator: Who acted: identifiers, or the document's words.
        initiator_names: The same as people read it.
        target: Who was acted upon: identifiers, or the document's words.
        target_names: The same as people read it.
        places: Where: identifiers, or the document's words.
        place_names: The same as people read it.
        responsibility: Who claims it or is said to have carried it out.
        responsibility_names: The same as people read it.
        figures: The numbers that it states.
        edtf: When.
        lo: First day that this time allows.
        hi: Last day that this time allows.
        time_mode: `throughout` or `within`.
        time_basis: `stated` or `derived`.
        recurrent: True for a general tendency without a date.
        stance: Of the innermost verb.
        voices: The chain of voices as people read it, the publisher first.
        document: Identifier of the document in which the first quotation stands.
        publisher: Who put that document out.
        published: When, in EDTF.
        quote: The first quotation, word for word.
        quote_start: Its first code point in the document.
        quote_end: One past its last code point.
        review: What people decided of it.
        rule: What proposed it.
    """

    id: str
    event: str | None
    type: str
    mode: str | None
    status: str
    initiator: tuple[str, ...]
    initiator_names: tuple[str, ...]
    target: tuple[str, ...]
    target_names: tuple[str, ...]
    places: tuple[str, ...]
    place_names: tuple[str, ...]
    responsibility: tuple[str, ...]
    responsibility_names: tuple[str, ...]
    figures: tuple[FigureRecord, ...]
    edtf: str | None
    lo: date | None
    hi: date | None
    time_mode: str | None
    time_basis: str | None
    recurrent: bool
    stance: str
    voices: tuple[str, ...]
    document: str
    publisher: str | None
    published: str | None
    quote: str
    quote_start: int
    quote_end: int
    review: str
    rule: str


@dataclass(frozen=True, slots=True)
class ActorRecord:
    """A body, or a person whom a document names with a public role.

    Attributes:
        id: What claims and events refer to.
        kind: An entity kind of the codebook.
        name: The name shown, chosen by rule.
        names: All names.
        role: The public role of a person.
        country: ISO 3166-1 alpha-2, where one is known.
        same_as: Identifiers elsewhere, as a register of groups gives them.
        claims: How many claims are about it.
    """

    id: str
    kind: str
    name: str
    names: tuple[str, ...]
    role: str | None
    country: str | None
    same_as: tuple[str, ...]
    claims: int


@dataclass(frozen=True, slots=True)
class PlaceRecord:
    """A place.

    Attributes:
        id: What claims and events refer to.
        name: The name shown.
        names: All names.
        country: ISO 3166-1 alpha-2.
        precision: What its point stands for: settlement, district, region, country or continent.
        latitude: Degrees north, WGS 84.
        longitude: Degrees east, WGS 84.
        gazetteer: Its identifier in the gazetteer.
        credit: To be kept wherever the coordinates go.
    """

    id: str
    name: str
    names: tuple[str, ...]
    country: str | None
    precision: str | None
    latitude: float | None
    longitude: float | None
    gazetteer: str | None
    credit: str | None


@dataclass(frozen=True, slots=True)
class DocumentRecord:
    """One captured document: where it comes from, from whom and when. Its text is not part of it.

    Attributes:
        id: What quotations refer to.
        path: The file as it was given.
        title: As the sidecar, the file or the text has it.
        publisher: Who put it out.
        published: When, in EDTF.
        published_basis: How that is known: sidecar, metadata, text or unknown.
        original_publisher: For a republication, who published it first.
        author: As stated.
        language: BCP 47.
        url: Where it was, as stated.
        format: Media type.
        characters: Length of its text in code points.
        sha256: Of its bytes.
    """

    id: str
    path: str
    title: str | None
    publisher: str | None
    published: str | None
    published_basis: str | None
    original_publisher: str | None
    author: str | None
    language: str | None
    url: str | None
    format: str
    characters: int
    sha256: str
