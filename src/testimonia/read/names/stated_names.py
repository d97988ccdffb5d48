"""Names whose extent the text itself states, before anything is parsed.

A name that is introduced with its acronym reaches as far as the acronym says, in any language; a qualifier in brackets belongs to the name
where the text sets namesakes apart by it: "Communist Party of Nepal (Maoist)" beside "Communist Party of Nepal (Unity Centre)".
"""

import re
from collections import Counter

from testimonia.read.lexicon import any_of, organisation_heads, words_of
from testimonia.read.names.bracketed import bracketed_names
from testimonia.read.names.heads import is_head
from testimonia.text.introductions import find_introductions

_QUALIFIED = re.compile(r"(?P<head>\b[A-ZÀ-Þ][\w’'-]*)[ \t]\((?P<qualifier>[A-ZÀ-Þ][\w’'–-]*(?:[ –-][\w’'–-]+){0,3})\)")
_TAIL = re.compile(r"[ \t](?P<words>[A-ZÀ-Þ][\w’'-]+(?:[ \t][A-ZÀ-Þ][\w’'-]+)?)(?![\w’'-]|[ \t][A-ZÀ-Þ])")
"""What may follow a qualifier in a name: "Communist Party of X (Marxist) New Dawn"."""
_BRANCHED = re.compile(r"\b(?P<head>[A-Z]{2,8})[ \t]\((?P<qualifier>[a-z]{1,3}|[A-Z]{1,3})\)(?!\w)")
"""An acronym with the letters of a branch: ETA (m), CPI (ML)."""
_RUN = re.compile(r"(?:[A-ZÀ-Þ][\w’'-]*[ \t]+|(?:of|for|the|and|de|du|la)[ \t]+)*[A-ZÀ-Þ][\w’'-]*$")
_LONGEST_NAME = 80
"""Characters before a bracket in which its name is looked for."""
_SHORTEST = 5
"""Characters from which a stated name is looked for again in the text; shorter ones are acronyms and stand by themselves."""


def stated_names(text: str) -> tuple[tuple[int, int], ...]:
    """Find the names whose extent a text states, wherever it uses them.

    It does not say what kind of thing a name is.

    Args:
        text: A document's text.

    Returns:
        Offsets in text order, none overlapping another.

    Example:
        >>> text = "The Mouvement du 23 mars (M23) fled. The Mouvement du 23 mars denied it."
        >>> [text[a:b] for a, b in stated_names(text)]
        ['Mouvement du 23 mars', 'Mouvement du 23 mars']
    """
    introduced = find_introductions(text)
    closed = bracketed_names(text, [i.acronym_start for i in introduced])
    spans = {*((i.start, i.end) for i in introduced), *closed, *_qualified(text), *_branched(text)}
    names = {" ".join(text[start:end].split()) for start, end in spans if end - start >= _SHORTEST}
    for name in names:
        if any(word[:1].islower() for word in name.split()) or "(" in name:
            pattern = r"\s+".join(map(re.escape, name.split()))
            spans.update(match.span() for match in re.finditer(rf"(?<!\w){pattern}(?!\w|-[A-ZÀ-Þ])", text))
    kept: list[tuple[int, int]] = []
    for start, end in sorted(spans, key=lambda span: (span[0], -span[1])):
        if not kept or start >= kept[-1][1]:
            kept.append((start, end))
    return tuple(kept)


def _branched(text: str) -> list[tuple[int, int]]:
    """Find acronyms with the letters of a branch in brackets, where the text has two branches or writes one of them twice."""
    found = list(_BRANCHED.finditer(text))
    counted = Counter(match["head"] for match in found)
    return [
        match.span() for match in found if counted[match["head"]] > 1 and match["qualifier"] not in ("the", "or", "and", "a", "s", "es")
    ]


def _qualified(text: str) -> list[tuple[int, int]]:
    """Find names with a qualifier that tells namesakes apart: an ideology, or one of several after the same name of a body."""
    found = [(match, _is_acronym(match["head"]) or _body_before(text, match)) for match in _QUALIFIED.finditer(text)]
    several = Counter(
        head for head, _ in {(match["head"], match["qualifier"]) for match, body in found if body and not match["qualifier"].isupper()}
    )
    spans = []
    for match, is_body in found:
        words = match["qualifier"].lower().replace("–", "-").split()
        faction = is_body and words[-1] in words_of("names", "parts_of_a_body") and len(words) > 1
        of_ideas = words[0] in words_of("outlook", "ideology_adjectives")
        if of_ideas or faction or (is_body and several[match["head"]] > 1 and not match["qualifier"].isupper()):
            spans.append((match.start(), _end_of_tail(text, match.end()) if of_ideas and is_body else match.end()))
    return spans


def _end_of_tail(text: str, end: int) -> int:
    """Give where a name ends that goes on after its qualifier: with words that are no title, no person's and no part of the body's."""
    match = _TAIL.match(text, end)
    if match is None:
        return end
    words = match["words"].lower().split()
    other = any_of(("people", "titles"), ("people", "roles"), ("first_names", "first"), ("names", "parts_of_a_body"))
    return end if any(word in other or is_head(word) for word in words) else match.end()


def _is_acronym(head: str) -> bool:
    return len(head) > 2 and head.isupper()


def _body_before(text: str, match: re.Match[str]) -> bool:
    """Say whether the name before a bracket is that of a body: a head word of organisations stands in it."""
    run = _RUN.search(text, max(0, match.start() - _LONGEST_NAME), match.end("head"))
    return run is not None and any(word.lower() in organisation_heads() for word in run.group().split())
