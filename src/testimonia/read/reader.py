"""Read one document, all the way: passages, names, cast, sentences in order, voices, claims and event reports.

1. cut the text into passages and parse them, names as single words, brackets apart
2. spot names, let them vote on what they are, gather the cast
3. go through the sentences in order: dates, voices, then every rule asks the scene who is meant
4. give each draft its chain of voices and its valid time; keep private persons in words
"""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace

from testimonia.errors import EdtfError, EvidenceError, RecordError
from testimonia.model.claim import Attribution, Claim, Proposal
from testimonia.model.document import Document
from testimonia.model.event import EventReport, Figure
from testimonia.model.evidence import evidence_at
from testimonia.model.kinds import Basis, Mode
from testimonia.model.party import Party
from testimonia.model.problem import Problem
from testimonia.model.reading import Reading
from testimonia.model.referent import Mention, Referent, referent_id
from testimonia.model.refusal import Refusal
from testimonia.model.valid_time import ValidTime, valid_time
from testimonia.read.claims.drafts import Draft, Rule, once_each
from testimonia.read.claims.labelled import read_labelled_lines
from testimonia.read.claims.listing import read_listed_members
from testimonia.read.events.event_joining import carry_on, join_drafts
from testimonia.read.events.happenings import EventDraft, EventRule
from testimonia.read.events.meant import AccountDraft, told_of
from testimonia.read.events.told_tolls import without_doubles
from testimonia.read.front import ParsedPassage, parse_passage
from testimonia.read.lexicon import words_of
from testimonia.read.names.capitals import is_in_capitals, restore_case
from testimonia.read.names.cast import Cast, Member, gather_cast, to_referents
from testimonia.read.names.given_names import GivenName, vote_for_given
from testimonia.read.names.spotting import Spot, outside_names, spot_names
from testimonia.read.names.stated_names import stated_names
from testimonia.read.parser.session import Parser
from testimonia.read.passages import cut_passages
from testimonia.read.reference.following import advance, enter_paragraph
from testimonia.read.reference.scene import Scene
from testimonia.read.syntax import Tree
from testimonia.read.voices.frame import find_frame, read_letterhead
from testimonia.read.voices.quoted_voices import quoted_scopes
from testimonia.read.voices.quotes import find_quotations
from testimonia.read.voices.voices import Scope, chain_at, read_scopes
from testimonia.text.dates import DateReader
from testimonia.text.names import fold_name, is_acronym_for

_ACRONYM_AFTER = re.compile(r"\s*[\"'”’]?\s*[(\[](?:or |the )?[\"'“]?([A-Z][A-Z0-9]{1,9}(?:[-–/][A-Z0-9]{1,6})?)[\"'”]?\s*[)\],;]")
GLOSSES = ("naming.read_asides", "wings.read_bracketed_wings")
"""Rules that read what stands in brackets."""
UNNAMED = "a named person"
"""What stands in an event for somebody without a public role; the name is in the quotation and nowhere else."""
_LOWER = re.compile(r"\b[a-zà-öø-ÿ][\w’'-]+")


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """How to read. `is_settlement` says whether a name is that of a settlement; without a gazetteer no name is."""

    name: str
    rules: tuple[Rule, ...]
    event_rules: tuple[EventRule, ...]
    is_settlement: Callable[[str], bool] = field(default=lambda name: False)


def read_document(document: Document, *, parser: Parser, options: ReadOptions, names: Sequence[GivenName] = ()) -> Reading:
    """Read what one document names and asserts, with the chain of voices over each assertion.

    Does not say whether any of it is true, nor whether two documents mean the same body.

    Args:
        document: The captured document.
        parser: The reader model.
        options: The rules and what they need.
        names: Names known beforehand with their extent and class, such as those that an editor corrected; none overlaps another.

    Returns:
        Referents, mentions, claims and reports in text order; problems where the text could not be read.
    """
    original = document
    if is_in_capitals(document.text):
        document = replace(document, text=restore_case(document.text, parser=parser))
    lower = frozenset(_LOWER.findall(document.text))
    stated = stated_names(document.text)
    passages = [
        p
        for passage in cut_passages(document)
        for p in parse_passage(document.text, passage, parser=parser, lower=lower, stated=stated, given=names)
    ]
    spots = {
        tree.sentence.start: spot_names(tree, list(p.chunks), document.text, is_settlement=options.is_settlement)
        for p in passages
        for tree in p.trees
    }
    vote_for_given((spot for found in spots.values() for spot in found), names)
    cast = gather_cast(
        document.id, (s for found in spots.values() for s in found), acronyms=_stated_acronyms(document.text, spots.values())
    )
    by_token = {start: {token: spot for spot in found for token in spot.tokens} for start, found in spots.items()}
    scene = Scene(document.id, document.text, cast, by_token)
    frame = find_frame(document, passages, scene)
    drafts, events, scopes = _walk(document, passages, scene, options)
    return _reading(original, scene, options.name, drafts=drafts, events=events, scopes=scopes, frame=frame)


def _stated_acronyms(text: str, spots: Iterable[Sequence[Spot]]) -> dict[str, str]:
    """Find the acronyms that the text gives in brackets after a name."""
    found: dict[str, str] = {}
    for group in spots:
        for spot in group:
            match = _ACRONYM_AFTER.match(text, spot.end)
            if match and (is_acronym_for(match.group(1), spot.text) or len(spot.text.split()) >= 3):
                found.setdefault(fold_name(match.group(1)), spot.key)
    return found


def _walk(
    document: Document, passages: Sequence[ParsedPassage], scene: Scene, options: ReadOptions
) -> tuple[list[Draft], list[EventDraft], list[Scope]]:
    """Go through the passages in order and let every rule propose."""
    dates = DateReader(document.published)
    drafts: list[Draft] = [*read_letterhead(passages, scene), *read_listed_members(scene, passages), *read_labelled_lines(scene, passages)]
    events: list[EventDraft] = []
    scopes: list[Scope] = []
    carried: Party | None = None
    before: Party | None = None
    told: list[EventDraft] = []
    for parsed in passages:
        if parsed.aside:
            continue
        passage = parsed.passage
        heading = passage.kind == "heading"
        line = document.text.rfind("\n", 0, passage.start) + 1
        dates.read(document.text, line, passage.start)  # a dateline is read for its date alone
        if heading:
            scene.under = " ".join(document.text[passage.start : passage.end].split()).lower()
            _enter_section(scene, parsed)
        else:
            enter_paragraph(scene)
        told = []
        scene.heading = heading
        scene.marker = document.text[line : passage.start].strip() if passage.kind == "item" else ""
        if passage.kind != "item":
            scene.lead = document.text[passage.start : passage.end]
        quotations = find_quotations(document.text, start=passage.start, end=passage.end)
        heard = len(scene.speakers)
        quoted, carried = quoted_scopes(scene, list(parsed.trees), quotations, carried=carried, before=before)
        scopes += quoted
        for tree in parsed.trees:
            scene.dates = outside_names(dates.read(document.text, tree.sentence.start, tree.sentence.end), scene.spots_in(tree))
            scopes += read_scopes(scene, tree)
            drafts += once_each(draft for rule in options.rules for draft in rule(scene, tree))
            if not heading and not _only_asks(scene, tree):
                found = carry_on(_happenings(scene, tree, options.event_rules), told)
                events += found
                scene.told += map(told_of, found)
                told = events[-1:] if found else told
            advance(scene, tree)
        before = scene.speakers[-1] if len(scene.speakers) > heard or quoted else None
    return drafts, events, scopes


def _only_asks(scene: Scene, tree: Tree) -> bool:
    """Say whether a sentence is a point of a statement without a finite verb: "1. Withdrawal of the army" is only asked for."""
    return bool(scene.marker) and scene.topic.issuer is not None and not any("VerbForm=Fin" in token.feats for token in tree.tokens)


def _happenings(scene: Scene, tree: Tree, rules: Sequence[EventRule]) -> list[EventDraft]:
    """Let the event rules propose in order; each knows what the section has told before it, this sentence's words included."""
    before = len(scene.told)
    drafts: list[EventDraft] = []
    for draft in (draft for rule in rules for draft in rule(scene, tree)):
        drafts.append(draft)
        scene.told.append(told_of(draft))
    del scene.told[before:]
    return join_drafts(without_doubles(drafts))


def _enter_section(scene: Scene, parsed: ParsedPassage) -> None:
    """Let a heading that is a body's name be the section's topic; any other heading of its rank ends the topic."""
    scene.told = []
    spots = [s for tree in parsed.trees for s in scene.spots_in(tree)]
    words = scene.text[parsed.passage.start : parsed.passage.end].split()
    if any(
        tree.tokens[i].lemma.lower() in words_of("relations", "wing_nouns")
        for tree in parsed.trees
        for i in range(len(tree.tokens))
        if scene.spot_at(tree, i) is None
    ):
        return  # "Military Wing of X" under a letterhead tells of the body named above
    for spot in spots:
        member = scene.cast.member(spot.text)
        if member is not None and member.cls == "org" and len(spot.text.split()) >= len(words) - 2:
            scene.topic.section = member
            scene.topic.subject = member
            return
    if len(words) <= 4:
        scene.topic.section = None


def _reading(
    document: Document,
    scene: Scene,
    reader: str,
    *,
    drafts: Sequence[Draft],
    events: Sequence[EventDraft],
    scopes: Sequence[Scope],
    frame: tuple[Party, ...],
) -> Reading:
    """Turn drafts into records, each with its voices and times; what breaks a record's own rules becomes a problem."""
    public = _Public(scene.cast)
    claims: dict[str, Claim] = {}
    reports: dict[str, EventReport] = {}
    problems: list[Problem] = []
    for draft in drafts:
        try:
            # a gloss in brackets is the publisher's own, whoever speaks around it (codebook, section 4)
            around = () if draft.rule in GLOSSES else scopes
            chain = chain_at(draft.at, around, _frame_at(draft.at, scene.text, frame))
            claim = _claim(document, draft, public.chain(chain), reader, public)
        except (EdtfError, EvidenceError, RecordError) as error:
            problems.append(_problem(document, draft.rule, str(error)))
            continue
        if claim is None:
            scene.refusals.append(Refusal(draft.rule, draft.trigger, draft.at, draft.at + len(draft.trigger), "private_person"))
        else:
            key = _same(claim)
            earlier = claims.get(key)
            claims[key] = (
                claim if earlier is None else replace(earlier, evidence=tuple(dict.fromkeys((*earlier.evidence, *claim.evidence))))
            )
    for event in events:
        try:
            chain = _with_accuser(event, chain_at(event.at, scopes, _frame_at(event.at, scene.text, frame)))
            report = _report(document, event, public.chain(chain), reader, public)
        except (EdtfError, EvidenceError, RecordError) as error:
            problems.append(_problem(document, event.rule, str(error)))
            continue
        reports.setdefault(report.id, report)
    referents = [*to_referents(scene.cast), *_frame_referents(document, frame, scene.cast)]
    known = {r.id for r in referents}
    told = (replace(m, quote=document.text[m.start : m.end]) for m in _all_mentions(scene) if m.referent in known)
    mentions = tuple(dict.fromkeys(told))
    refusals = sorted(dict.fromkeys(scene.refusals), key=lambda r: (r.start, r.rule, r.reason))
    in_order = (
        sorted(claims.values(), key=lambda c: (c.evidence[0].start, c.id)),
        sorted(reports.values(), key=lambda r: (r.evidence[0].start, r.id)),
    )
    told_claims, told_reports = tuple(in_order[0]), tuple(in_order[1])
    return Reading(document.id, reader, tuple(referents), mentions, told_claims, told_reports, tuple(problems), tuple(refusals))


def _frame_at(offset: int, text: str, frame: tuple[Party, ...]) -> tuple[Party, ...]:
    """Give the outermost voices at an offset: a gloss in square brackets is the publisher's, who prints somebody's statement."""
    if len(frame) < 2 or frame[0].how == "issuer":
        return frame
    opening = text.rfind("[", 0, offset)
    if opening < 0 or text.find("]", opening, offset) >= 0 or "]" not in text[offset:]:
        return frame
    return tuple(party for party in frame if party.how != "issuer")


def _same(claim: Claim) -> str:
    """Give what makes two claims of one document one claim told twice: the same words of the same voice about the same time."""
    target = None if claim.object is None else (claim.object.referent or claim.object.words)
    voices = [v.referent or v.words for v in claim.attribution.voices]
    subject = claim.subject.referent or claim.subject.words
    edtf = None if claim.when is None else claim.when.edtf
    value = None if claim.predicate == "opposes" and target is not None else claim.value
    return repr((claim.predicate, subject, target, value, edtf, claim.polarity, voices, claim.attribution.stance))


def _claim(document: Document, draft: Draft, attribution: Attribution, reader: str, public: "_Public") -> Claim | None:
    subject = public.party(draft.subject)
    if draft.subject.referent is not None and subject.referent is None and draft.predicate != "known_as":
        return None  # a private person is nobody's subject
    if subject.referent is None:
        return None
    stance = draft.stance or attribution.stance
    polarity = draft.polarity if stance != "denied" else ("denied" if draft.polarity == "affirmed" else "affirmed")
    return Claim(
        document.id,
        draft.predicate,
        subject,
        Attribution(attribution.voices, stance),
        (evidence_at(document.id, document.text, start=draft.start, end=draft.end),),
        Proposal(reader, draft.rule, draft.trigger),
        object=None if draft.object is None else public.party(draft.object),
        value=draft.value,
        when=_time(draft.edtf, draft.mode, draft.basis),
        polarity=polarity,
    )


def _report(document: Document, event: EventDraft, attribution: Attribution, reader: str, public: "_Public") -> EventReport:
    edtf = None if event.recurrent and event.edtf is None else event.edtf
    return EventReport(
        document.id,
        event.type,
        attribution,
        (evidence_at(document.id, document.text, start=event.start, end=event.end),),
        Proposal(reader, event.rule, event.trigger, event.notes if isinstance(event, AccountDraft) else ()),
        mode=event.mode,
        initiator=tuple(map(public.slot, event.initiator)),
        target=tuple(map(public.slot, event.target)),
        where=event.where,
        when=_time(edtf, "within", event.basis),
        figures=tuple(Figure(f.what, None if f.of is None else public.slot(f.of), f.low, f.high) for f in event.figures),
        responsibility=tuple(map(public.slot, event.responsibility)),
        status="denied" if attribution.stance == "denied" and event.status == "happened" else event.status,
        recurrent=event.recurrent,
    )


def _with_accuser(event: EventDraft, attribution: Attribution) -> Attribution:
    """Let whoever condemns be the voice of the condemnation."""
    if event.type != "ACCUSE" or not event.initiator or event.initiator[0].referent in {v.referent for v in attribution.voices}:
        return attribution
    return Attribution((*attribution.voices, event.initiator[0]), attribution.stance)


def _time(edtf: str | None, mode: Mode, basis: Basis) -> ValidTime | None:
    return None if edtf is None else valid_time(edtf, mode=mode, basis=basis)


def _problem(document: Document, rule: str, what: str) -> Problem:
    remedy = "read the passage by hand, and add it as a case under tests/cases/read if the rule is wrong"
    return Problem(document.origin, "read", f"read.{rule}", what, remedy, document=document.id, fatal=False)


@dataclass(frozen=True, slots=True)
class _Public:
    """Keeps persons without a public role in words: they are no referents, so they can become no entities."""

    cast: Cast

    def party(self, party: Party) -> Party:
        """Give the party as it may be stored."""
        member = self._private(party)
        if member is None:
            return party
        words = party.words if party.how not in ("pronoun", "topic") else max(member.names, key=lambda n: (member.names[n], n))
        return replace(party, words=words, referent=None, how="words")

    def slot(self, party: Party) -> Party:
        """Give the party of an event as it may be stored: a casualty is a count and a side, not a name (codebook, section 1)."""
        return party if self._private(party) is None else replace(party, words=UNNAMED, referent=None, how="words")

    def chain(self, attribution: Attribution) -> Attribution:
        """Give the chain of voices as it may be stored."""
        return Attribution(tuple(map(self.party, attribution.voices)), attribution.stance)

    def _private(self, party: Party) -> Member | None:
        member = self.cast.holder_of(party.referent)
        return member if member is not None and member.cls == "person" and member.role is None else None


def _all_mentions(scene: Scene) -> Iterable[Mention]:
    """Yield the mentions of all names, and of the stand-ins that rules resolved."""
    for group in scene.spots.values():
        for spot in {s.start: s for s in group.values()}.values():
            member = scene.cast.member(spot.text)
            if member is not None and scene.text[spot.start : spot.end].strip():
                how = scene.cast.stands_for[fold_name(spot.text)][1]
                yield Mention(scene.document, spot.start, spot.end, scene.text[spot.start : spot.end], scene.cast.id_of(member), how)
    yield from scene.mentions


def _frame_referents(document: Document, frame: Sequence[Party], cast: Cast) -> list[Referent]:
    """Give the referents of voices that the text itself does not name: the publisher, the original outlet."""
    return [
        Referent(party.referent, document.id, party.words, "org", None, (party.words,))
        for party in frame
        if party.referent is not None
        and cast.holder_of(party.referent) is None
        and party.referent == referent_id(document.id, "org", fold_name(party.words))
    ]
