"""Read what a body or a person is called: aliases, acronyms, other scripts, former names, renamings, and whom it is named after."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from testimonia.model.claim import Value
from testimonia.model.kinds import EntityClass, NameKind
from testimonia.model.party import Party
from testimonia.read.claims import namesakes
from testimonia.read.claims.brackets import SPELT_IN_LATIN, bracket_phrases, names_in_bracket
from testimonia.read.claims.drafts import Draft, cover, date_for, find_word, party_span, when
from testimonia.read.claims.phrase_patterns import find_phrases, may_hold_phrase
from testimonia.read.lexicon import table, words_of
from testimonia.read.listening import listens_for
from testimonia.read.names.heads import is_head
from testimonia.read.names.spotting import Spot
from testimonia.read.reference.scene import Scene
from testimonia.read.syntax import Tree
from testimonia.text.names import fold_name, is_acronym_for, language_of_name, script_of, strip_article

PREDICATES = ("known_as", "renamed", "named_after")

_OR_ACRONYM = re.compile(
    r"(?:,?\s+or\s+(?:the\s+|simply\s+)?|,\s+(?:the\s+)?)(?P<name>[A-ZÀ-Þ][A-ZÀ-Þ0-9]{1,9}(?:[-–][A-ZÀ-Þ0-9]{1,6})?)\b"
)
_OR_QUOTED = re.compile(r",?\s+or\s+(?:the\s+)?[\"“](?P<name>[^\"“”]{3,60}?)[,.]?[\"”]")
_QUOTED = re.compile(r"\s*(?:as |the |by |the nickname |nickname |of )*[\"“‘']([^\"“”‘’']{2,60}?)[,.]?[\"”’']")
_RENAMED = re.compile(
    r"\b(?:(?:was|were|been|being|later|then|subsequently|officially)\s+)*"
    r"(?:[Rr]e(?:named|branded|christened|titled)(?: itself| themselves)?(?: as| to)?|"
    r"(?:restyled|refounded|reconstituted|reinvented|relaunched|recast)(?: itself| themselves)?(?: as)?|"
    r"(?:re-?emerged|resurfaced|reappeared|thawed|revived|regrouped|came back|was reborn|were reborn)(?: again)?"
    r"(?: (?:in|on|during) (?:\d{1,2} )?(?:[A-Z][a-z]+ )?\d{4})? as|"
    r"(?:changed|changing) (?:its|their) name (?:from .{3,80}? )?to|took the name(?: of)?|adopted the name(?: of)?)"
    r"\s+(?:the\s+)?[\"“‘']?(?=\w|')"
)
_RENAMING = (
    *("renamed", "rebranded", "rechristened", "retitled", "restyled", "refounded", "reconstituted", "reinvented", "relaunched", "recast"),
    *("emerged", "reemerged", "resurfaced", "reappeared", "thawed", "revived", "regrouped", "back", "reborn", "name"),
)
"""Words of which the pattern has one."""
_TRANSLATED = re.compile(
    r", (?:or )?the [\"“‘']?(?P<name>[A-Z][\w’'-]+"
    r"(?: (?:of|for|the|and|in) (?:the )?[A-Z][\w’'-]+| [A-Z][\w’'-]+){1,6})[\"”’']?"
)
_LISTED = re.compile(r"(?:\s*\([^()]*\))?,?\s+(?:and|or|as well as|along with)\b|(?:\s*\([^()]*\))?,\s+(?:the\s+)?[A-ZÀ-Þ]")
_IN_LANGUAGE = re.compile(r",? in (?P<language>[A-Z][a-z]+),? (?P<name>[\"“]?(?:(?:al|el|ad|as|an|ash)-)?[^\W\d_a-z][^,.;()]{1,60})[,.;]")
_OR_NAME = re.compile(r"[\"”’']?(?:\s*\([^()]*\))?,?\s+or\s+(?:(?:the|simply|just|also)\s+)*[\"“‘']?")
_INITIALS = re.compile(r"[\"”’']?,? (?:after|from|for) (?:its|their) (?:[A-Z]\w+ )?(?:initials|acronym|abbreviation)")
_BRACKETED = re.compile(r"[(\[][^()\[\]]*[)\]]")
_LONG = 3
"""Words from which a name's acronym may stand after it without "or"."""
_TURNED = 240
"""Characters before a sentence in which the one before it turns to a body."""
_ROMANISED = 2
"""Words from which a romanised name is long enough to be translated."""
_PERSONAL = re.compile(r"guerre|kunya|war name|real name|full name|birth name|born as", re.IGNORECASE)
_SELF = re.compile(r"\b(?:itself|themselves)\b")
_BESIDE = re.compile(r"[\s,;(–—-]*(?:(?:and|or|is|was|are|were|also|who|which|has been|had been)\s+)*[\s,;(–—-]*")
"""What may stand between a name and the words that give it another."""
_LEADS_TO_NAME = re.compile(r"(?:of\s+)?(?:the\s+)?[\"“‘']?\s*", re.IGNORECASE)


def read_asides(scene: Scene, tree: Tree) -> Iterator[Draft]:
    """The name is followed by another form of itself in brackets: an acronym, a name in another script or language, a former name."""
    for spot in scene.spots_in(tree):
        member = scene.cast.member(spot.text)
        if member is None or member.cls not in ("org", "person"):
            continue
        for other in names_in_bracket(scene.text, spot.end, spot.text):
            subject = scene.spot_party(spot, "org", "person")
            if subject is None or fold_name(other.name) == spot.key:
                continue
            kind: NameKind = "nickname" if other.kind == "alias" and member.cls == "person" else other.kind
            value = Value(text=other.name, language=other.language, name_kind=kind)
            trigger = scene.text[other.start : other.end]
            start = min(spot.start, other.start)
            yield Draft("known_as", subject, start, other.end, other.start, "naming.read_asides", trigger, value=value)


def read_acronyms(scene: Scene, tree: Tree) -> Iterator[Draft]:
    """The name is followed by its own acronym, with or without "or": "the Karen National Union, or KNU,"."""
    for spot in scene.spots_in(tree):
        match = _OR_ACRONYM.match(scene.text, spot.end)
        told = match is not None and (" or " in match.group() or len(spot.text.split()) >= _LONG)
        if match is None or not told or not is_acronym_for(match["name"], spot.text):
            continue
        subject = scene.spot_party(spot, "org")
        if subject is not None:
            value = Value(text=match["name"], language="en", name_kind="acronym")
            at = match.start("name")
            yield Draft(
                "known_as", subject, spot.start, match.end("name"), at, "naming.read_acronyms", match.group().strip(" ,"), value=value
            )


def read_quoted_names(scene: Scene, tree: Tree) -> Iterator[Draft]:
    """The name is followed by "or" and another in quotation marks: "the X, or “Y”,"."""
    for spot in scene.spots_in(tree):
        match = _OR_QUOTED.match(scene.text, spot.end)
        subject = None if match is None else scene.spot_party(spot, "org")
        if match is None or subject is None or fold_name(match["name"]) == spot.key:
            continue
        language = language_of_name(match["name"])
        kind: NameKind = "translation" if language == "en" != language_of_name(spot.text) else "alias"
        value = Value(text=match["name"], language=language, name_kind=kind)
        rule = "naming.read_quoted_names"
        yield Draft("known_as", subject, spot.start, match.end(), match.start("name"), rule, match.group().strip(" ,"), value=value)


def read_aliases(scene: Scene, tree: Tree) -> Iterator[Draft]:
    """The text says "also known as", "formerly called", "nicknamed" or the like between a name and another name for the same."""
    seen: set[int] = set()
    for kind, match in _introductions(scene.text, tree):
        name = _name_right(scene, tree, match.end())
        if name is None or name[0] in seen:
            continue
        start, end = name
        text = strip_article(scene.text[start:end])
        spot = next((s for s in scene.spots_in(tree) if s.start <= start < s.end), None)
        member = scene.cast.member(spot.text) if spot is not None else None
        if kind == "translation" and spot is not None and scene.text[start - 1] not in "\"“‘'":
            continue  # what a name means stands in quotation marks
        personal = _PERSONAL.search(match.group()) is not None or (member is not None and member.cls == "person")
        subject = _named_subject(scene, tree, match, personal=personal)
        if subject is None or fold_name(text) == fold_name(subject.words):
            continue
        own = member is not None and subject.how == "name" and scene.cast.id_of(member) == subject.referent
        if own and fold_name(strip_article(subject.words)) not in map(fold_name, member.names if member is not None else ()):
            continue  # "an alliance known as X" is no other name of X
        if member is not None and member.cls == "place" and not _SELF.search(match.group()) and not scene.is_person(subject):
            continue
        seen.add(start)
        initials = is_acronym_for(text, subject.words) or _INITIALS.match(scene.text, end) is not None
        acronym = kind == "alias" and text.isupper() and initials
        if kind == "alias" and scene.is_person(subject):
            kind = "nickname"
        value = Value(text=text, language=language_of_name(text), name_kind="acronym" if acronym else kind)
        span = cover(party_span(subject), (match.start(), end), within=tree)
        draft = Draft("known_as", subject, *span, match.start(), "naming.read_aliases", match.group().strip(), value=value)
        yield draft
        for other in _or_names(scene, tree, end) if kind in ("alias", "nickname") else ():
            seen.add(other.start)
            value = replace(value, text=other.text, language=language_of_name(other.text), name_kind=kind)
            yield replace(draft, end=other.end, value=value)


def _or_names(scene: Scene, tree: Tree, end: int) -> Iterator[Spot]:
    """Give the names that go on with "or" behind another one: Z in "also called Y or the Z"."""
    for spot in scene.spots_in(tree):
        if spot.start > end and _OR_NAME.fullmatch(scene.text, end, spot.start) is not None:
            yield spot
            end = spot.end


def read_translations(scene: Scene, tree: Tree) -> Iterator[Draft]:
    """An English name with the article stands right after a romanised one: "Asa'ib Ahl al-Haq, the League of the Righteous,"."""
    for spot in scene.spots_in(tree):
        match = _TRANSLATED.match(scene.text, spot.end, tree.sentence.end)
        if match is None or language_of_name(spot.text) == "en" or language_of_name(match["name"]) != "en":
            continue
        words, own = match["name"].split(), spot.text.lower().split()
        other = scene.cast.member(match["name"])
        if (other is None and not any(is_head(word.lower()) for word in words)) or len(own) < _ROMANISED:
            continue
        joined = any(scene.member_at(tree, k, "org") is not None for k in tree.children(spot.head, "conj"))
        if _LISTED.match(scene.text, match.end()) or joined or tree.tokens[spot.head].deprel == "conj":
            continue  # "X, the Y, and Z": a list of bodies
        subject = scene.spot_party(spot, "org")
        if subject is None or (other is not None and other.cls != "org") or not scene.text.startswith((",", ".", ";", ")"), match.end()):
            continue
        value = Value(text=match["name"], language="en", name_kind="translation")
        yield Draft("known_as", subject, spot.start, match.end(), match.start(), "naming.read_translations", match["name"], value=value)


def read_named_languages(scene: Scene, tree: Tree) -> Iterator[Draft]:
    """The text gives a body's name in another language: "the X (ABC), in Arabic Y,"."""
    for match in _IN_LANGUAGE.finditer(scene.text, tree.sentence.start, tree.sentence.end):
        code = table("naming", "languages").get(match["language"])
        left = [s for s in scene.spots_in(tree) if s.end <= match.start()]
        if code is None or not left or _BRACKETED.sub("", scene.text[left[-1].end : match.start()]).strip():
            continue
        subject = scene.spot_party(left[-1], "org", "person")
        name = match["name"].strip(' ,."“”')
        if subject is not None and fold_name(name) != left[-1].key:
            language = code if script_of(name) != "Latn" or code in SPELT_IN_LATIN else f"{code}-Latn"
            value = Value(text=name, language=language, name_kind="translation")
            end = match.start("name") + len(match["name"].rstrip(" ,."))
            yield Draft("known_as", subject, left[-1].start, end, match.start(), "naming.read_named_languages", match.group(), value=value)


_PHRASES: Mapping[str, NameKind] = {
    "acronym_phrases": "acronym",
    "former_phrases": "former",
    "nickname_phrases": "nickname",
    "alias_phrases": "alias",
    "translation_phrases": "translation",
}
"""Lists of phrases, and the kind of name that each introduces."""


def _introductions(text: str, tree: Tree) -> Iterator[tuple[NameKind, re.Match[str]]]:
    """Give the phrases of a sentence that introduce another name; of two that overlap the one that begins first."""
    low, high = tree.sentence.start, tree.sentence.end
    sentence = text[low:high]
    found = sorted(
        (
            (kind, match)
            for key, kind in _PHRASES.items()
            if may_hold_phrase(sentence, "naming", (key,))
            for match in find_phrases(text, low, high, file="naming", key=key)
        ),
        key=lambda pair: (pair[1].start(), -pair[1].end()),
    )
    reached = low
    for kind, match in found:
        if match.start() >= reached:
            reached = match.end()
            yield kind, match


@listens_for(*_RENAMING)
def read_renamings(scene: Scene, tree: Tree) -> Iterator[Draft]:
    """The text says that a body was renamed, rebranded itself, or changed its name to another."""
    for match in _RENAMED.finditer(scene.text, tree.sentence.start, tree.sentence.end):
        name = _name_right(scene, tree, match.end())
        at = find_word(tree, match.start() + len(match.group()) - len(match.group().lstrip()))
        if name is None or at is None:
            continue
        verb = next((t.i for t in tree.tokens if match.start() <= t.start < match.end() and t.upos == "VERB"), at)
        head = tree.subject(verb)
        subject = scene.organisation(tree, head) if head is not None else None
        if subject is not None and subject.how == "pronoun":
            subject = _as_for(scene, tree) or subject
        fronted = tree.tokens[verb].deprel == "advcl"  # "Renamed X in 2003, the Y kept"
        if subject is None or (subject.start is not None and subject.start >= match.end() and not fronted):
            subject = _named_subject(scene, tree, match, personal=False)
        if subject is None:
            continue
        date = date_for(scene, tree, verb)
        text = strip_article(scene.text[name[0] : name[1]])
        span = cover(party_span(subject), (match.start(), name[1]), within=tree)
        value = Value(text=text, language=language_of_name(text), name_kind="name")
        edtf, basis = when(date)
        yield Draft(
            "renamed", subject, *span, match.start(), "naming.read_renamings", match.group().strip(), value=value, edtf=edtf, basis=basis
        )


@listens_for("become")
def read_becoming(scene: Scene, tree: Tree) -> Iterator[Draft]:
    """A body became another that the text names there for the first time: it goes by that name from then on."""
    for i in tree.having({"become"}):
        head = tree.subject(i)
        subject = scene.organisation(tree, head) if head is not None and tree.tokens[i].upos == "VERB" else None
        if subject is None or tree.is_unreal(i) or tree.is_negated(i):
            continue
        for k in tree.children(i, "xcomp", "obj"):
            spot, member = scene.spot_at(tree, k), scene.member_at(tree, k, "org")
            if spot is None or member is None or spot.head != k or member.first != spot.start or tree.children(k, "nmod:poss"):
                continue
            edtf, basis = when(date_for(scene, tree, i))
            span = cover(party_span(subject), (spot.start, spot.end), within=tree)
            value = Value(text=spot.text, language=language_of_name(spot.text), name_kind="name")
            token = tree.tokens[i]
            yield Draft("renamed", subject, *span, token.start, "naming.read_becoming", token.text, value=value, edtf=edtf, basis=basis)


def _as_for(scene: Scene, tree: Tree) -> Party | None:
    """Give the body to which the sentence before turns: "As for the X, its leader froze it in 2007. It came back as Y"."""
    start = scene.text.rfind("As for ", max(0, tree.sentence.start - _TURNED), tree.sentence.start)
    if start < 0 or "\n" in scene.text[start : tree.sentence.start] or scene.text.count(". ", start, tree.sentence.start) > 1:
        return None
    named = scene.spots_in_span(start, tree.sentence.start)
    return scene.spot_party(named[0], "org") if named and named[0].start <= start + len("As for the ") else None


def _name_right(scene: Scene, tree: Tree, offset: int) -> tuple[int, int] | None:
    """Give the offsets of the name that begins at an offset: a spotted name or quoted words."""
    lead = _LEADS_TO_NAME.match(scene.text, offset)
    reached = offset if lead is None else lead.end()
    quoted = _QUOTED.match(scene.text, offset - 1 if scene.text[offset - 1] in "\"“‘'" else offset)
    for spot in scene.spots_in(tree):
        within = quoted is not None and quoted.start(1) <= spot.start and spot.end < quoted.end(1)
        if offset - 5 <= spot.start <= reached < spot.end and not within:
            return spot.start, spot.end
    return None if quoted is None else (quoted.start(1), quoted.end(1))


def _named_subject(scene: Scene, tree: Tree, match: re.Match[str], *, personal: bool) -> Party | None:
    """Give who bears the name: the name right before, the subject of the naming verb, or a person named before with a role between."""
    classes: tuple[EntityClass, ...] = ("person",) if personal else ("org", "person")
    left = [s for s in scene.spots_in(tree) if s.end <= match.start()]
    if left and _names_whole(tree, left[-1].head, match):
        return None
    described = _described_before(scene, tree, left[-1].head, match) if left else None
    if described is not None:
        return described
    if left and (between := _BESIDE.match(scene.text, left[-1].end)) is not None and between.end() >= match.start():
        beside = scene.spot_party(left[-1], *classes)
        if beside is not None:
            return beside
    if personal:
        before = next((t for t in reversed(tree.tokens) if t.end <= match.start()), None)
        if before is not None and before.text.lower() in ("him", "her", "he", "she"):
            return _he(scene, tree, match)
        return next((p for s in reversed(left) if (p := scene.spot_party(s, "person")) is not None), None) or _he(scene, tree, match)
    verb = next((t.i for t in tree.tokens if match.start() <= t.start < match.end() and t.upos in ("VERB", "ADJ")), None)
    at = find_word(tree, match.start())
    if verb is None and at is not None and tree.tokens[tree.clause(at)].upos == "VERB":
        verb = tree.clause(at)  # "operates under the name X"
    head = tree.subject(verb) if verb is not None else None
    left_out = head is not None and tree.tokens[head].start == tree.tokens[head].end  # "Also called X": of the body that a heading names
    if head is not None and (left_out or tree.tokens[head].start < match.start()):
        named = scene.organisation(tree, head)
        person = scene.member_at(tree, head, "person")
        return named or (scene.actor(tree, head) if person is not None else _he(scene, tree, match))
    if scene.text[match.start() - 1 : match.start()] == "(":
        return None  # a bracket belongs to what it follows
    if head is not None and verb is not None and tree.tokens[verb].deprel in ("advcl", "acl", "amod") and not left:
        return scene.organisation(tree, head)  # "Popularly called X, the Y was"
    return next((p for s in reversed(left) if (p := scene.spot_party(s, *classes)) is not None), None)


def _names_whole(tree: Tree, i: int, match: re.Match[str]) -> bool:
    """Say whether the name before is of the body a part of which is named: Y in "a faction of Y, calling itself X"."""
    token = tree.tokens[i]
    part = (
        token.deprel == "nmod" and tree.case(i) in ("of", "within", "in") and tree.lemma[token.head] in words_of("relations", "part_nouns")
    )
    return part and any(match.start() <= tree.tokens[k].start < match.end() for k in tree.children(token.head, "acl"))


def _described_before(scene: Scene, tree: Tree, i: int, match: re.Match[str]) -> Party | None:
    """Give the body that a description before the naming words is of: X in "X, an elite unit of the Y usually called Z"."""
    token = tree.tokens[i]
    if token.deprel != "nmod" or tree.case(i) != "of" or scene.text[token.end : match.start()].strip():
        return None
    noun = tree.tokens[token.head]
    if noun.deprel != "appos" or noun.lemma.lower() not in words_of("people", "generic_groups") or noun.head < 0:
        return None
    return scene.organisation(tree, noun.head)


def _he(scene: Scene, tree: Tree, match: re.Match[str]) -> Party | None:
    """Give the person whom a pronoun before the naming words stands for."""
    for token in reversed(tree.tokens):
        if token.end <= match.start() and token.text.lower() in ("he", "she", "him", "her") and scene.topic.person is not None:
            return scene.actor(tree, token.i)
    return None


def is_alias_link(between: str) -> bool:
    """Say whether the words between two names tell that the second is another name for the first.

    Args:
        between: Such as ", alias " or ", better known as the ".

    Returns:
        True where nothing stands there but words that introduce a name.
    """
    words = between.strip(" ,(")
    return bool(words) and any(
        match is not None and match.end() == len(words) for _, pattern in bracket_phrases() for match in [pattern.match(words)]
    )


RULES = (
    read_asides,
    read_acronyms,
    read_quoted_names,
    read_aliases,
    read_translations,
    read_named_languages,
    read_renamings,
    read_becoming,
    *namesakes.RULES,
)
