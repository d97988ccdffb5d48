"""Read what a body or a person is called: aliases, acronyms, other scripts, former names, renamings, and whom it is named after."""

import re
from collections.abc import Iterator
from functools import cache

from testimonia.model.claim import Value
from testimonia.model.kinds import NameKind
from testimonia.model.party import Party
from testimonia.read.drafts import Draft, cover, date_for, find_word, party_span, when
from testimonia.read.lexicon import words_of
from testimonia.read.scene import Scene
from testimonia.read.spotting import Spot
from testimonia.read.syntax import Tree
from testimonia.text.names import fold_name, is_acronym_for, language_of_name, script_of, strip_article

PREDICATES = ("known_as", "renamed", "named_after")

_ASIDE = re.compile(r"\s*,?\s*[(\[]([^()\[\]]{1,160})[)\]]")
_LABELLED = re.compile(
    r"^(?P<label>Arabic|Persian|Hebrew|Kurdish|Turkish|Russian|Ukrainian|Spanish|French|Urdu|Pashto|Tamil|Sinhala|Burmese|Bengali|Hindi|Portuguese|"
    r"Amharic|Tigrinya|Somali|Tagalog|Basque|Irish|Serbian|Albanian|Armenian|Chinese|Sango|Swahili|German|Hausa)\s*:\s*(?P<name>.+)$"
)
_ROMANISED = re.compile(r"^(?:romani[sz]ed|transliterated|translit\.|lit\.|literally|translated as|or)\s*:?\s*(?P<name>.+)$", re.IGNORECASE)
_ACRONYM = re.compile(r"^(?:or |the |known as )?[\"'“]?(?P<name>[A-ZÀ-Þ][A-ZÀ-Þ0-9]{1,9}(?:[-–/][A-ZÀ-Þ0-9]{1,6})?s?)[\"'”]?(?:$|[,;])")
_LANGUAGES = {
    "Arabic": "ar",
    "Persian": "fa",
    "Hebrew": "he",
    "Kurdish": "ku",
    "Turkish": "tr",
    "Russian": "ru",
    "Ukrainian": "uk",
    "Spanish": "es",
    "French": "fr",
}
_QUOTED = re.compile(r"^\s*(?:as |the |by |the nickname |nickname |of )*[\"“‘']([^\"“”‘’']{2,60}?)[,.]?[\"”’']")
_RENAMED = re.compile(
    r"\b(?:(?:was|were|been|being|later|then|subsequently|officially)\s+)*"
    r"(?:re(?:named|branded|christened|titled)(?: itself| themselves)?(?: as| to)?|"
    r"(?:changed|changing) (?:its|their) name (?:from .{3,80}? )?to|took the name(?: of)?|adopted the name(?: of)?)"
    r"\s+(?:the\s+)?[\"“‘']?(?=\w|')"
)
_NAMED_AFTER = re.compile(r"\b(?:named|called) (?:after|for|in honou?r of)\s+", re.IGNORECASE)


@cache
def _alias_phrase() -> re.Pattern[str]:
    phrases = sorted(words_of("relations", "alias_phrases"), key=len, reverse=True)
    former = "|".join(sorted(words_of("relations", "former_adverbs")))
    return re.compile(
        r"\b(?:(?P<former>" + former + r")\s+(?:known|called|named)(?: as)?|(?P<alias>" + "|".join(map(re.escape, phrases)) + r")|"
        r"(?P<nick>(?:by|under) the (?:nickname|nom de guerre|name|alias)))[,:]?\s+(?:of\s+)?(?:the\s+)?(?=[\"“‘'\w])",
        re.IGNORECASE,
    )


def read_asides(scene: Scene, tree: Tree) -> Iterator[Draft]:
    """The name is followed by another form of itself in brackets: an acronym, a name in another script, or its romanisation."""
    for spot in scene.spots_in(tree):
        aside = _ASIDE.match(scene.text, spot.end)
        member = scene.cast.member(spot.text)
        if aside is None or member is None or member.cls not in ("org", "person"):
            continue
        offset = aside.start(1)
        for part in re.split(r"(?<=[,;])\s*", aside.group(1)):
            found = _aside_name(part.strip(" ,;"), spot)
            start = scene.text.find(part.strip(" ,;"), offset)
            offset = start + len(part.strip(" ,;"))
            if found is None:
                continue
            name, language, kind = found
            subject = scene.spot_party(spot, "org", "person")
            if subject is not None:
                value = Value(text=name, language=language, name_kind=kind)
                yield Draft(
                    "known_as", subject, min(spot.start, start), offset, start, "naming.read_asides", part.strip(" ,;"), value=value
                )


def _aside_name(part: str, spot: Spot) -> tuple[str, str, NameKind] | None:
    """Say what name a bracket holds, if any, with its language and kind."""
    labelled = _LABELLED.match(part)
    if labelled:
        name = labelled["name"].strip("“”\"'’‘ ")
        code = _LANGUAGES.get(labelled["label"], "und")
        return name, code if script_of(name) != "Latn" or code in ("es", "fr", "tr") else f"{code}-Latn", "alias"
    romanised = _ROMANISED.match(part)
    if romanised:
        name = romanised["name"].strip("“”\"'’‘ ")
        return (
            name,
            "ar-Latn" if not part.lower().startswith("lit") else "en",
            "alias" if not part.lower().startswith("lit") else "translation",
        )
    acronym = _ACRONYM.match(part)
    if acronym and (is_acronym_for(acronym["name"], spot.text) or len(spot.text.split()) >= 3):
        return acronym["name"], "en", "acronym"
    if part and script_of(part) not in ("Latn", "Zyyy") and script_of(part) != script_of(spot.text):
        return part, language_of_name(part), "alias"
    return None


def read_aliases(scene: Scene, tree: Tree) -> Iterator[Draft]:
    """The text says "also known as", "formerly called", "nicknamed" or the like between a name and another name for the same."""
    low, high = tree.sentence.start, tree.sentence.end
    for match in _alias_phrase().finditer(scene.text, low, high):
        name = _name_right(scene, tree, match.end())
        subject = _named_subject(scene, tree, match.start())
        if name is None or subject is None:
            continue
        start, end = name
        text = strip_article(scene.text[start:end])
        spot = next((s for s in scene.spots_in(tree) if s.start <= start < s.end), None)
        member = scene.cast.member(spot.text) if spot is not None else None
        if fold_name(text) == fold_name(subject.words) or (member is not None and member.cls == "place"):
            continue
        kind: NameKind = "former" if match["former"] else "nickname" if match["nick"] or "nick" in match.group().lower() else "alias"
        value = Value(text=text, language=language_of_name(text), name_kind=kind)
        span = cover(party_span(subject), (match.start(), end), within=tree)
        yield Draft("known_as", subject, *span, match.start(), "naming.read_aliases", match.group().strip(), value=value)


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
        if subject is None or (subject.start is not None and subject.start >= match.end()):
            subject = _named_subject(scene, tree, match.start())
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


def read_namesakes(scene: Scene, tree: Tree) -> Iterator[Draft]:
    """The text says that a body is named after somebody or something."""
    for match in _NAMED_AFTER.finditer(scene.text, tree.sentence.start, tree.sentence.end):
        verb = find_word(tree, match.start())
        target = find_word(tree, match.end())
        if verb is None or target is None:
            continue
        head = tree.subject(verb)
        subject = scene.organisation(tree, head) if head is not None else None
        if subject is None:
            continue
        nominal = next((k for _, k in tree.obliques(verb)), target)
        start, end = tree.nominal_extent(nominal)
        spot = scene.spot_at(tree, nominal)
        thing = scene.spot_party(spot) if spot is not None else None
        value = Value(text=scene.text[start:end])
        span = cover(party_span(subject), (match.start(), end), within=tree)
        yield Draft("named_after", subject, *span, match.start(), "naming.read_namesakes", match.group().strip(), object=thing, value=value)


def _name_right(scene: Scene, tree: Tree, offset: int) -> tuple[int, int] | None:
    """Give the offsets of the name that begins at an offset: a spotted name or quoted words."""
    for spot in scene.spots_in(tree):
        if offset - 2 <= spot.start <= offset + 14 and "." not in scene.text[offset : spot.start]:
            return spot.start, spot.end
    quoted = _QUOTED.match(scene.text, offset - 1 if scene.text[offset - 1] in "\"“‘'" else offset)
    return None if quoted is None else (quoted.start(1), quoted.end(1))


def _named_subject(scene: Scene, tree: Tree, offset: int) -> Party | None:
    """Give who bears the name: the subject of the naming verb, else the nearest name or pronoun to the left."""
    at = find_word(tree, offset)
    while at is not None and at < len(tree.tokens) and tree.tokens[at].upos not in ("VERB", "ADJ") and tree.tokens[at].start < offset + 24:
        at += 1
    if at is not None and at < len(tree.tokens) and tree.tokens[at].upos == "VERB":
        head = tree.subject(at)
        if head is not None and tree.tokens[head].start < offset:
            party = scene.organisation(tree, head)
            person = scene.member_at(tree, head, "person")
            if party is not None or person is not None:
                return party or scene.actor(tree, head)
            if tree.tokens[head].text.lower() in ("he", "she", "him") and scene.topic.person is not None:
                return scene.actor(tree, head)
    left = [s for s in scene.spots_in(tree) if s.end <= offset]
    for spot in reversed(left):
        party = scene.spot_party(spot, "org", "person")
        if party is not None:
            return party
    return None


RULES = (read_asides, read_aliases, read_renamings, read_namesakes)
