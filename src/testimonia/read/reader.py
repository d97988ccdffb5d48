"""Read one document, all the way: passages, names, cast, sentences in order, voices, claims and event reports.

1. `opening`: cut the text into passages and parse them, names as single words, brackets apart;
2. spot names, let them vote on what they are, gather the cast
3. go through the sentences in order: dates, voices, then every rule asks the scene who is meant
4. `recording`: give each draft its chain of voices and its valid time; keep private persons in words
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import partial

from testimonia.model.document import Document
from testimonia.model.party import Party
from testimonia.model.reading import Reading
from testimonia.read.claims.drafts import Draft, Rule, once_each
from testimonia.read.claims.labelled import read_labelled_lines
from testimonia.read.claims.listing import read_listed_members
from testimonia.read.events.event_drafts import EventDraft
from testimonia.read.events.event_joining import carry_on, join_drafts, take_in
from testimonia.read.events.happenings import EventRule
from testimonia.read.events.occurrences import place_told_before
from testimonia.read.events.told_tolls import without_doubles
from testimonia.read.front import ParsedPassage
from testimonia.read.lexicon import words_of
from testimonia.read.listening import audience_of, words_in
from testimonia.read.names.given_names import GivenName
from testimonia.read.names.spotting import outside_names
from testimonia.read.opening import Opening, open_document
from testimonia.read.parser.session import Parser
from testimonia.read.recording import to_reading
from testimonia.read.reference.following import advance, enter_paragraph, learn_kinds
from testimonia.read.reference.scene import Scene
from testimonia.read.syntax import Tree
from testimonia.read.voices.frame import read_letterhead
from testimonia.read.voices.quoted_voices import quoted_scopes
from testimonia.read.voices.quotes import find_quotations
from testimonia.read.voices.voices import Scopes, chain_at, read_scopes
from testimonia.text.dates import DateReader


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
    opening = open_document(document, parser=parser, is_settlement=options.is_settlement, names=names)
    drafts, events, scopes = _walk(opening, options)
    return to_reading(document, opening.scene, options.name, drafts=drafts, events=events, scopes=scopes, frame=opening.frame)


def _walk(opening: Opening, options: ReadOptions) -> tuple[list[Draft], list[EventDraft], Scopes]:
    """Go through the passages in order and let every rule propose."""
    document, passages, scene = opening.document, opening.passages, opening.scene
    dates, asked = DateReader(document.published), audience_of(options.rules)
    drafts: list[Draft] = [*read_letterhead(passages, scene), *read_listed_members(scene, passages), *read_labelled_lines(scene, passages)]
    events: list[EventDraft] = []
    scopes = Scopes()
    carried: Party | None = None
    before: Party | None = None
    told: list[EventDraft] = []
    for parsed in passages:
        if parsed.aside or parsed.passage.kind == "box":
            continue
        passage = parsed.passage
        heading = passage.kind == "heading"
        line = document.text.rfind("\n", 0, passage.start) + 1
        dates.read(document.text, line, passage.start)  # a dateline is read for its date alone
        if heading:
            scene.topic.told, scene.topic.named_last = [], []
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
        said = scene.speakers.said
        quoted, carried = quoted_scopes(scene, list(parsed.trees), quotations, carried=carried, before=before)
        scopes.add(quoted)
        for tree in parsed.trees:
            scene.dates = outside_names(dates.read(document.text, tree.sentence.start, tree.sentence.end), scene.spots_in(tree))
            scopes.add(read_scopes(scene, tree))
            learn_kinds(scene, tree)
            drafts += once_each(draft for rule in asked.called_by(words_in(scene.text, tree)) for draft in rule(scene, tree))
            if not heading and not _only_asks(scene, tree):
                _place_what_was_told(scene, tree, events, told)
                found = carry_on(_happenings(scene, tree, options.event_rules), told)
                found = take_in(found, told, text=document.text, same_voice=partial(_is_one_voice, scopes))
                for kept in (events, scene.told):
                    kept[len(kept) - len(told) :] = found
                told = found[-1:] or told
            advance(scene, tree)
        before = scene.speakers.last if scene.speakers.said > said or quoted else None
    return drafts, events, scopes


def _place_what_was_told(scene: Scene, tree: Tree, events: list[EventDraft], told: list[EventDraft]) -> None:
    """Give a happening told before the place and day that this sentence adds to it, wherever it is kept."""
    added = place_told_before(scene, tree)
    if added is None:
        return
    before, after = added
    for kept in (events, scene.told, told):
        kept[:] = [after if draft is before else draft for draft in kept]


def _is_one_voice(scopes: Scopes, a: EventDraft, b: EventDraft) -> bool:
    return chain_at(a.at, scopes.around(a.at), ()) == chain_at(b.at, scopes.around(b.at), ())


def _only_asks(scene: Scene, tree: Tree) -> bool:
    """Say whether a sentence is a point of a statement without a finite verb: "1. Withdrawal of the army" is only asked for."""
    return bool(scene.marker) and scene.topic.issuer is not None and not any("VerbForm=Fin" in token.feats for token in tree.tokens)


def _happenings(scene: Scene, tree: Tree, rules: Sequence[EventRule]) -> list[EventDraft]:
    """Let the event rules propose in order; each knows what the section has told before it, this sentence's words included."""
    before = len(scene.told)
    for draft in (draft for rule in rules for draft in rule(scene, tree)):
        scene.told.append(draft)
    drafts = scene.told[before:]
    del scene.told[before:]
    return join_drafts(without_doubles(drafts))


def _enter_section(scene: Scene, parsed: ParsedPassage) -> None:
    """Let a heading that is a body's name be the section's topic; any other heading of its rank ends the topic."""
    scene.told = []
    spots = [s for tree in parsed.trees for s in scene.spots_in(tree)]
    words = scene.text[parsed.passage.start : parsed.passage.end].split()
    members = [m for spot in spots[:1] if (m := scene.cast.member(spot.text)) is not None and len(spot.text.split()) >= len(words) - 2]
    scene.topic.headed_by_person = any(m.cls == "person" for m in members)
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
