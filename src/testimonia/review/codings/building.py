"""Building: rows of a coder's file as claims and event reports of one document, grounded in its words and held against the codebook."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from typing import Any

from testimonia.codebook.load import load_codebook
from testimonia.errors import TestimoniaError
from testimonia.model.claim import Attribution, Claim, Proposal, Value
from testimonia.model.decision import Said
from testimonia.model.event import EventReport, Figure
from testimonia.model.evidence import Evidence, evidence_at
from testimonia.model.kinds import EVENT_TYPES, PREDICATES, STANCES, STATUSES, Filled, Polarity, Stance, Status
from testimonia.model.party import Party
from testimonia.model.problem import Problem
from testimonia.model.referent import Mention
from testimonia.model.valid_time import ValidTime, valid_time
from testimonia.review.codings.cast import Coded, Naming
from testimonia.review.codings.sheet import Entry, Row, nearest, note, refuse
from testimonia.review.codings.shelf import locate, places
from testimonia.review.making import BY_HAND, CODER, Desk, Hand, frame_of
from testimonia.text.names import fold_name

_FIELDS = ("when", "stance", "attribution", "mode", "where", "figures", "responsibility", "status", "recurrent")
"""What a format may have no place for; the rest of a record is what it is."""
_VALUE = {"text": "text", "lang": "language", "kind": "name_kind", "role": "role", "low": "low", "high": "high", "unit": "unit"}
_HOW: tuple[Filled, ...] = ("acronym", "short_name", "topic", "heading", "pronoun", "publisher", "issuer")
_VARIANTS = 4_000
"""Combinations of referents and readings of a value that are tried for the one that a release had."""
_LOADED = "such words stand in quotations only; describe them as the codebook does (section 6)"


@dataclass(frozen=True, slots=True)
class Built:
    """A record as a coder coded it: what its format spoke of (`coded`), the words named in it, and what was met on the way."""

    entry: Entry
    record: Said
    coded: frozenset[str]
    mentions: tuple[Mention, ...] = ()
    notes: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Bench:
    """What a row is built on: the names of its document, whose coding it is, and what the file calls the document's publisher."""

    naming: Naming
    by: str
    publisher: str | None = None

    @property
    def desk(self) -> Desk:
        """The document with all that it is known to name, as those who make records by hand have it."""
        return Desk(self.naming.document, self.naming.referents)


def build_claim(bench: Bench, entry: Entry) -> Built:
    """Make a claim of a row.

    Args:
        bench: The document and whose coding it is.
        entry: The row.

    Returns:
        The claim. Where the row comes from a release, the one of its identifier if the words and names here lead to it.

    Raises:
        RefusedError: It breaks the codebook, or its words are not in the text.
    """
    row, work = entry.row, _Work(bench, entry)
    predicate = _code(row, "predicate", PREDICATES)
    polarity: Polarity = "affirmed" if row.get("polarity") is None else _code(row, "polarity", ("affirmed", "denied"))
    evidence = work.evidence()
    work.within = (evidence[0].start, evidence[0].end)
    if row.get("subject") is None:
        raise refuse("no_subject", "nobody is named whom this is about", "name the subject")
    said = row.get("how")
    how: Row = said if isinstance(said, dict) else {}
    when = _time(row, _held_throughout(predicate, row.get("when")))
    attribution = work.attribution()
    try:
        variants = [
            Claim(work.document, predicate, subject, attribution, evidence, work.proposal, target, value, when, polarity)
            for subject in work.readings(row["subject"], how.get("subject"))
            for target, value in work.objects(predicate, how.get("object"))
        ][:_VARIANTS]
        claim = next((one for one in variants if one.id == row.get("id")), variants[0])
        _check_subject(claim, row)
        return work.checked(claim)
    except TestimoniaError as error:
        raise refuse("breaks_codebook", str(error), "correct the row as the codebook has it: docs/reference/codebook.md") from error


def build_report(bench: Bench, entry: Entry) -> Built:
    """Make an event report of a row.

    Args:
        bench: The document and whose coding it is.
        entry: The row.

    Returns:
        The report; of a release the one of its identifier, as with claims.

    Raises:
        RefusedError: It breaks the codebook, or its words are not in the text.
    """
    row, work = entry.row, _Work(bench, entry)
    kind = _code(row, "type", EVENT_TYPES)
    modes = tuple(load_codebook().event_types[kind].modes)
    mode = None if row.get("mode") is None else _code(row, "mode", modes)
    status: Status = "happened" if row.get("status") is None else _code(row, "status", STATUSES)
    recurrent = row.get("recurrent") is True
    evidence = work.evidence()
    work.within = (evidence[0].start, evidence[0].end)
    when, attribution = _time(row, False), work.attribution()
    rest = (work.slot("where"), when, work.figures(), work.slot("responsibility"), status, recurrent)
    try:
        sides = product(work.slots("initiator"), work.slots("target"))
        variants = [
            EventReport(work.document, kind, attribution, evidence, work.proposal, mode, tuple(first), tuple(second), *rest)
            for (first, second), _ in zip(sides, range(_VARIANTS), strict=False)
        ]
        return work.checked(next((one for one in variants if one.id == row.get("id")), variants[0]))
    except TestimoniaError as error:
        raise refuse("breaks_codebook", str(error), "correct the row as the codebook has it: docs/reference/codebook.md") from error


def _code(row: Row, name: str, allowed: Sequence[Any]) -> Any:
    given = row.get(name)
    if isinstance(given, str) and given in allowed:
        return given
    raise refuse("unknown_code", f"{name}: {str(given)[:80]!r} is no code of the codebook", nearest(str(given), allowed))


def _held_throughout(predicate: str, when: object) -> bool:
    """A tie that is said to hold from one time to another held on every day; a single date says that it was so on some day."""
    return isinstance(when, str) and "/" in when and load_codebook().predicates[predicate].when == "matters"


def _time(row: Row, throughout: bool) -> ValidTime | None:
    when, mode, basis = row.get("when"), row.get("when_mode"), row.get("when_basis")
    if when is None or when == "":
        return None
    mode = mode if mode in ("throughout", "within") else "throughout" if throughout else "within"
    try:
        return valid_time(str(when)[:200], mode=mode, basis="derived" if basis == "derived" else "stated")  # type: ignore[arg-type]
    except (TestimoniaError, ValueError, OverflowError) as error:
        raise refuse("no_date", f"when: {error}", "write EDTF, such as 1964, 1964-05, 1964~, 1964/1970 or ../2007") from error


def _check_subject(claim: Claim, row: Row) -> None:
    if claim.subject.referent is None:
        what = f"{str(row.get('subject'))[:80]!r} is nothing that the document is known to name"
        raise refuse("unnamed_subject", what, "say what it is, as in 'Shan Front [armed_group]' or with an entity of the file")


class _Work:
    """Fills the slots of one row."""

    def __init__(self, bench: Bench, entry: Entry) -> None:
        self.bench, self.entry, self.naming = bench, entry, bench.naming
        self.document, self.text = bench.naming.document.id, bench.naming.document.text
        self.proposal = Proposal(CODER + bench.by, BY_HAND)
        self.within = (0, 0)
        self.mentions: list[Mention] = []
        self.notes: list[Problem] = []

    def evidence(self) -> tuple[Evidence, ...]:
        """The quotations, each where it stands."""
        given = self.entry.row.get("evidence")
        row = self.entry.row
        spans = [{"quote": given, "start": row.get("start"), "end": row.get("end")}] if isinstance(given, str) else given
        if not isinstance(spans, list) or not spans or not all(isinstance(one, dict) for one in spans):
            raise refuse("no_words", "no words are quoted", "quote the shortest passage that says it, as the document has it")
        found = []
        for span in spans:
            place = locate(self.text, span)
            found.append(evidence_at(self.document, self.text, start=place.start, end=place.end))
            if place.moved is not None:
                remedy = "look whether these are the words that were meant"
                self.notes.append(note(self.entry, "offsets_corrected", place.moved, remedy, document=self.document))
        return tuple(dict.fromkeys(found))

    def attribution(self) -> Attribution:
        """The chain of voices: the document's own frame, then those that the row names beyond it."""
        row = self.entry.row
        stance: Stance = "asserted" if row.get("stance") is None else _code(row, "stance", STANCES)
        chain = row.get("attribution") or []
        if not isinstance(chain, list) or not all(isinstance(one, str) and one.strip() for one in chain):
            raise refuse("no_chain", "the chain of voices is no list of names", "list the voices, the outermost first")
        frame = frame_of(self.bench.desk)
        while chain and self._is_frame(chain[0], [party.words for party in frame]):
            chain = chain[1:]
        if not frame and chain and self.bench.publisher is not None and self._is_frame(chain[0], [self.bench.publisher]):
            frame, chain = (Party(self.bench.publisher, None, "publisher"),), chain[1:]
        return Attribution(tuple(dict.fromkeys([*frame, *(self.first(one, voice=True) for one in chain)])), stance)

    def _is_frame(self, name: str, frame: Sequence[str]) -> bool:
        coded = self.naming.cast.called(name)
        called = {fold_name(name)} if coded is None else coded.folded
        return not called.isdisjoint(map(fold_name, frame))

    def first(self, given: object, *, voice: bool = False) -> Party:
        """The likeliest party for what a row gives."""
        return next(self.readings(given, None, voice=voice))

    def readings(self, given: object, how: object, *, voice: bool = False) -> Iterator[Party]:
        """Parties that what a row gives may be, the likeliest first; never none."""
        if not isinstance(given, str) or not given.strip():
            raise refuse("no_name", f"{str(given)[:80]!r} names nobody", "write a name, an entity of the file, or words of the text")
        coded = self.naming.cast.called(given)
        if coded is None:
            yield self._described(given, voice=voice)
        elif coded.is_private and voice:
            yield self._words(coded.names[0])
        elif coded.is_private:
            what = f"{coded.names[0][:80]!r} has no public role, and stands in no slot"
            raise refuse("private_person", what, "describe the person as the text does (a resident, a fighter), or leave the slot empty")
        else:
            referents = self.naming.referents_of(coded)
            if not referents and not voice:
                what = f"{coded.names[0][:80]!r} stands nowhere in the document by any of its names"
                raise refuse("not_named", what, "add to its names the one that the document uses, or describe it in the document's words")
            yield from (self._party(coded, referent, how) for referent in referents)
            if not referents:
                yield self._words(coded.names[0])

    def _party(self, coded: Coded, referent: str, how: object) -> Party:
        place = None if how in _HOW else self.naming.stands(coded, self.within)
        if place is None:
            known = self.naming.referents[referent]
            frame = next((party for party in frame_of(self.bench.desk) if party.referent == referent), None)
            said: Any = how if how in (*_HOW, "name") else "publisher" if frame is not None else "topic"
            return Party(known.name if frame is None else frame.words, referent, said)
        self.mentions.append(Mention(self.document, *place, self.text[slice(*place)], referent))
        return Party(self.text[slice(*place)], referent, "name", *place)

    def _described(self, given: str, *, voice: bool) -> Party:
        """Words that are the name of something that the document has already stand for it; others describe somebody and stay words."""
        alike = [one for one in self.naming.known.values() if fold_name(given) in map(fold_name, (one.name, *one.names))]
        party = self._words(given)
        if len(alike) == 1 and fold_name(given):
            how: Filled = "topic" if party.start is None else "name"
            return Party(party.words, alike[0].id, how, party.start, party.end)
        return party

    def _words(self, given: str) -> Party:
        low, high = self.within
        found = [(low + start, low + end) for start, end in places(self.text[low:high], given, whole=True)] or places(
            self.text, given, whole=True
        )
        if found:
            start, end = min(found, key=lambda place: abs(place[0] - low))
            return Party(self.text[start:end], None, "words", start, end)
        if load_codebook().loaded_words & set(fold_name(given).split()):
            raise refuse("loaded_words", f"{given[:80]!r} is not in the text and takes a side", _LOADED)
        return Party(" ".join(given.split())[:400])

    def slot(self, name: str) -> tuple[Party, ...]:
        """A slot of several parties, each the likeliest."""
        return tuple(dict.fromkeys(self.first(one) for one in self._listed(name)))

    def slots(self, name: str) -> list[tuple[Party, ...]]:
        """All that a slot of several parties may be, the likeliest first."""
        each = [list(self.readings(one, None)) for one in self._listed(name)]
        found = [tuple(dict.fromkeys(chosen)) for chosen, _ in zip(product(*each), range(64), strict=False)]
        return found or [()]

    def _listed(self, name: str) -> list[Any]:
        given = self.entry.row.get(name) or []
        if isinstance(given, str):
            given = [given]
        if not isinstance(given, list):
            raise refuse("no_list", f"{name}: this is no list", f"list who fills {name}")
        return given

    def figures(self) -> tuple[Figure, ...]:
        """The numbers of an event."""
        found = []
        kinds = tuple(load_codebook().figure_kinds)
        for one in self._listed("figures"):
            if not isinstance(one, dict):
                raise refuse("no_number", "a figure says what it counts, with low and high", "write {what, of, low, high}")
            of = one.get("of")
            try:
                bounds = (_whole(one, "low"), _whole(one, "high"))
                if bounds == (None, None):
                    what = f"{str(one.get('what'))[:40]}: no number is stated, so there is no figure"
                    self.notes.append(note(self.entry, "figure_left_out", what, "nothing, or write its bounds", document=self.document))
                    continue
                found.append(Figure(_code(one, "what", kinds), None if of is None else self.first(of), *bounds))
            except TestimoniaError as error:
                raise refuse("no_number", str(error), "write the lower bound first; None is not stated") from error
        return tuple(found)

    def objects(self, predicate: str, how: object) -> list[tuple[Party | None, Value | None]]:
        """What object and value of a row may be: a release has the words of a described object in its value."""
        row = self.entry.row
        given, target = row.get("value"), row.get("object")
        rule = load_codebook().predicates[predicate]
        if isinstance(given, str):
            given = {"role" if predicate == "has_role" else "text": given}
        if given is not None and not isinstance(given, dict):
            raise refuse("no_value", "value: this is no value", "write its fields: text, lang, kind, role, low, high, unit")
        value = _value(given or {}, predicate)
        if target is not None:
            return [(party, value) for party in self.readings(target, how)]
        if not rule.object or value is None or value.text is None:
            return [(None, value)]
        rest = _value({name: said for name, said in (given or {}).items() if name != "text"}, predicate)
        described: list[tuple[Party | None, Value | None]] = [(self._described(value.text, voice=False), rest)]
        return [(None, value), *described] if "text" in rule.value else described

    def checked(self, record: Said) -> Built:
        """Hold the record against the codebook, and gather what was named in it."""
        made = Hand(self.bench.desk).checked(record)
        coded = frozenset(name for name in _FIELDS if name in self.entry.row)
        return Built(self.entry, made.record, coded, tuple(dict.fromkeys(self.mentions)), tuple(self.notes))


def _value(given: Mapping[str, Any], predicate: str) -> Value | None:
    held: dict[str, Any] = {}
    for name, said in given.items():
        if said is None:
            continue
        if name not in _VALUE:
            raise refuse("no_value", f"value.{str(name)[:40]}: there is no such field", nearest(str(name), _VALUE))
        held[_VALUE[name]] = _whole(given, name) if name in ("low", "high") else said
        if name not in ("low", "high") and not isinstance(said, str):
            raise refuse("no_value", f"value.{name}: this is no text", "write words")
    kinds = tuple(load_codebook().name_kinds)
    if "name_kind" in held and held["name_kind"] not in kinds:
        raise refuse("unknown_code", f"value.kind: {held['name_kind'][:80]!r} is no kind of name", nearest(held["name_kind"], kinds))
    return Value(**held) if held else None


def _whole(given: Mapping[str, Any], name: str) -> int | None:
    said = given.get(name)
    if said is None or (type(said) is int and abs(said) < 10**15):
        return said
    raise refuse("no_number", f"{name}: {str(said)[:40]!r} is no whole number", "write digits, or leave it empty where nothing is stated")
