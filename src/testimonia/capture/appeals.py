"""Appeals: paragraphs in which the publisher asks its readers for money, membership or their address.

An appeal asks, speaks as "we" to "you" outside quotation marks, and speaks of publishing or of ways to give. A report on how a group is
funded, a leader's call in quotation marks and a group's own statement lack one of the three. From a salutation ("Dear ... community,") an
appeal reaches to the end of the text; without one it reaches over the neighbouring paragraphs that go on in the same voice, unless the
whole text speaks so.
"""

import re
from functools import cache

from testimonia.capture.blocks import Block, outside_quotations
from testimonia.capture.titles import BODY_WORDS
from testimonia.capture.word_lists import any_of, load_list, phrases
from testimonia.model.document import Marked

ASKS = 2
"""Score of the words that ask from which a paragraph asks."""

SPEAKS_OF_GIVING = 4
"""Score of asking and medium together from which a paragraph is an appeal; found on the cases in tests/cases/capture/boilerplate.jsonl: at
3 a report on a newspaper's donors is marked, at 6 short donation boxes are missed."""

SECTION_SCORE = 6
"""Score of a whole section under a salutation; it is longer, so a single stray word must not decide."""

OWN_VOICE_SHARE = 0.4
"""Share of paragraphs before the appeal that speak as "we" or to "you", from which the text is itself a statement and is not swallowed."""

SIGN_OFF_WORDS = 14
"""Words of the lines that may close an appeal: thanks, names, a button."""


def mark_appeals(blocks: list[Block], *, publisher: str | None = None) -> list[Marked]:
    """Mark the appeals in a text.

    Args:
        blocks: The blocks of the text.
        publisher: The publisher, whose name in a heading over a salutation makes that heading part of the appeal; None where not known.

    Returns:
        Marks of the kinds `appeal` and `subscription`, in order, none overlapping another.
    """
    section = _section_start(blocks)
    before = blocks if section is None else blocks[:section]
    marked = _runs(before, to_end=section is None)
    if section is not None:
        reason = f"an appeal to readers, from its opening “{_short(blocks[section].words)}” to the end"
        first = section - 1 if _is_its_heading(blocks[section - 1], publisher) else section
        marked = [mark for mark in marked if mark.end <= blocks[first].start]
        marked.append(Marked(blocks[first].start, blocks[-1].end, "appeal", reason))
    return marked


def is_appeal(words: str) -> bool:
    """Say whether one paragraph is an appeal.

    Args:
        words: The paragraph.

    Returns:
        True where it asks, speaks to the reader in its own voice, and speaks of publishing or of ways to give.

    Example:
        >>> is_appeal("We rely on readers like you. Please make a tax-deductible donation to our newsroom today.")
        True
        >>> is_appeal("Traders in the town donate a share of their income to the front, which has no other support.")
        False
    """
    return _asks_reader(words) and _is_appeal_together([Block(0, len(words), words)])


def _runs(blocks: list[Block], *, to_end: bool) -> list[Marked]:
    """Mark each paragraph that asks its reader, with those around it that go on in its voice, where together they make an appeal."""
    asking = [number for number, block in enumerate(blocks) if _asks_reader(block.words)]
    if not asking:
        return []
    grows = _share_in_voice(blocks[: asking[0]]) < OWN_VOICE_SHARE
    runs: list[tuple[int, int]] = []
    for number in asking:
        first, last = number, number
        if grows:
            while first > 0 and _may_precede(blocks[first - 1]) and (not runs or first - 1 > runs[-1][1]):
                first -= 1
            while last + 1 < len(blocks) and _may_follow(blocks, last + 1, to_end=to_end):
                last += 1
        if runs and first <= runs[-1][1] + 1:
            runs[-1] = (runs[-1][0], max(last, runs[-1][1]))
        else:
            runs.append((first, last))
    return [_mark(blocks, first, last) for first, last in runs if _is_appeal_together(blocks[first : last + 1])]


def _asks_reader(words: str) -> bool:
    own = outside_quotations(words)
    return _speaks_to_reader(own) and max(_score(own, "ask"), _score(own, "subscription")) >= ASKS


def _is_appeal_together(blocks: list[Block]) -> bool:
    own = "\n".join(outside_quotations(block.words) for block in blocks)
    medium = _score(own, "medium")
    return medium >= 1 and max(_score(own, "ask"), _score(own, "subscription")) + medium >= SPEAKS_OF_GIVING


def _is_its_heading(block: Block, publisher: str | None) -> bool:
    """Say whether the line over a salutation is the appeal's own heading: it names the publisher or speaks as "we" or to "you"."""
    if block.count > BODY_WORDS or block.words[-1] in '.:,;"”':
        return False
    named = publisher is not None and publisher.casefold() in block.words.casefold()
    return named or (_own_voice().search(block.words) is not None and to_reader().search(block.words) is not None)


def _mark(blocks: list[Block], first: int, last: int) -> Marked:
    own = " ".join(outside_quotations(block.words) for block in blocks[first : last + 1])
    asks_for_address = _score(own, "subscription") > _score(own, "ask")
    trigger = max((found.group() for found in _weighed("subscription" if asks_for_address else "ask").finditer(own)), key=len, default="")
    start = blocks[first].start + _sentences_in_voice(blocks[first])[0]
    end = blocks[last].start + _sentences_in_voice(blocks[last])[1]
    if asks_for_address:
        return Marked(start, end, "subscription", f"asks readers to subscribe: “{trigger}”")
    return Marked(start, end, "appeal", f"asks readers for support: “{trigger}”")


def _sentences_in_voice(block: Block) -> tuple[int, int]:
    """Return where the appeal begins and ends in a paragraph, within it: a report that pages or PDFs join to an appeal is no part of it."""
    own = outside_quotations(block.words)
    ends = [*(found.start() for found in _SENTENCE_END.finditer(block.words)), len(block.words)]
    starts = [0, *(found.end() for found in _SENTENCE_END.finditer(block.words))]
    speaking = [number for number, (start, end) in enumerate(zip(starts, ends, strict=True)) if _is_in_voice(own[start:end])]
    if not speaking:
        return 0, len(block.words)
    start, end = starts[speaking[0]], ends[speaking[-1]]
    return (
        start if len(block.words[:start].split()) >= BODY_WORDS else 0,
        end if len(block.words[end:].split()) >= BODY_WORDS else len(block.words),
    )


def _is_in_voice(own: str) -> bool:
    return (
        _own_voice().search(own) is not None
        or to_reader().search(own) is not None
        or max(_score(own, "ask"), _score(own, "subscription")) >= ASKS
    )


_SENTENCE_END = re.compile(r"(?<=[a-z)”][.!?])(?:\s+|(?=[A-Z“]))")


def _section_start(blocks: list[Block]) -> int | None:
    """Find the line that opens an appeal which reaches to the end: the first such line under which the appeal is made."""
    for number, block in enumerate(blocks):
        if number == 0 or block.count > SIGN_OFF_WORDS or not _opening().fullmatch(block.words.strip(" *_#>|–—")):
            continue
        rest = [outside_quotations(other.words) for other in blocks[number:]]
        ask, medium = (sum(_score(own, name) for own in rest) for name in ("ask", "medium"))
        asked = any(_asks_reader(other.words) for other in blocks[number:])
        in_voice = sum(1 for own in rest if _own_voice().search(own) or _speaks_to_reader(own))
        if (
            asked
            and ask >= ASKS
            and medium >= 1
            and ask + medium >= SECTION_SCORE
            and 2 * in_voice >= len(rest) - _sign_off(blocks[number:])
        ):
            return number
    return None


def _sign_off(blocks: list[Block]) -> int:
    """Count the short lines at both ends of a section: opening, thanks, names."""
    return sum(1 for block in blocks if block.count <= SIGN_OFF_WORDS and not block.words.endswith("."))


def _may_precede(block: Block) -> bool:
    own = outside_quotations(block.words)
    if block.count <= SIGN_OFF_WORDS and _opening().fullmatch(block.words.strip(" *_#>|–—")):
        return True
    return _own_voice().search(own) is not None and (_score(own, "medium") > 0 or to_reader().search(own) is not None)


def _may_follow(blocks: list[Block], number: int, *, to_end: bool) -> bool:
    """Go on over what is said in the same voice, and over the short lines that close the text."""
    own = outside_quotations(blocks[number].words)
    if (to_reader().search(own) and (_own_voice().search(own) or _score(own, "ask") > 0)) or (
        _score(own, "ask") >= ASKS and _score(own, "medium") > 0
    ):
        return True
    rest = blocks[number:]
    closing = all(block.count <= SIGN_OFF_WORDS and not block.words.endswith(".") for block in rest)
    return (to_end and closing and len(rest) <= 3 and blocks[number].words.endswith((",", "!"))) or (
        to_end and len(rest) == 1 and closing and blocks[number - 1].words.endswith(",")
    )


def _share_in_voice(blocks: list[Block]) -> float:
    long = [outside_quotations(block.words) for block in blocks if block.count > SIGN_OFF_WORDS]
    return sum(1 for own in long if _own_voice().search(own)) / len(long) if long else 0.0


def _speaks_to_reader(own: str) -> bool:
    return (_own_voice().search(own) is not None and to_reader().search(own) is not None) or _imperative().search(own) is not None


def _score(own: str, name: str) -> int:
    """Add up the weights of the different words of a list that stand in a text."""
    weights = load_list("appeals")[name]
    found = {" ".join(match.group().lower().replace("’", "'").split()) for match in _weighed(name).finditer(own)}
    return sum(int(weights[phrase]) for phrase in found)


@cache
def _weighed(name: str) -> re.Pattern[str]:
    return phrases(tuple(load_list("appeals")[name]))


def _own_voice() -> re.Pattern[str]:
    return any_of("appeals", "own_voice")


def to_reader() -> re.Pattern[str]:
    """Return the pattern of the words that speak to the reader.

    Returns:
        A compiled pattern.
    """
    return any_of("appeals", "to_reader")


@cache
def _imperative() -> re.Pattern[str]:
    return re.compile(rf"(?:^|[.!?]\s+){phrases(tuple(load_list('appeals')['imperatives'])).pattern}", re.IGNORECASE)


@cache
def _opening() -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{opening})" for opening in load_list("appeals")["openings"]), re.IGNORECASE)


def _short(words: str) -> str:
    return words if len(words) <= 40 else f"{words[:39]}…"
