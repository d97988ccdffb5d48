"""Publication data from the text itself: what neither a sidecar nor the format states.

Order: date, byline, original outlet (a notice before an agency's credit), publisher (an outlet in brackets at the end, the issuer of a
statement), title. Only what stands in the text in a form that says so is taken; nothing is inferred from the subject.
"""

import re
from functools import cache

from testimonia.capture.blocks import Block, Found, split_blocks, split_lines
from testimonia.capture.bylines import read_byline, read_issuer
from testimonia.capture.dates import date_pattern, to_edtf
from testimonia.capture.fixed_phrases import mark_fixed
from testimonia.capture.outlets import agency_credit, original_outlet, outlet_in_brackets
from testimonia.capture.piece import Facts
from testimonia.capture.titles import read_title
from testimonia.capture.word_lists import load_list

TOP, BOTTOM = 10, 4
"""Blocks at the top and at the end in which a date of publication may stand by itself."""

MAX_PLACE_WORDS = 5
"""Words beside a date that stands on a line of its own: a weekday, "San José de Apartadó," or the like."""

_DATELINE = 70
"""Characters within which the date of a dateline begins: "QUETTA, Pakistan, March 14, 2025 (Outlet) -"."""

_ISO_DATE = r"[12]\d{3}-[01]\d-[0-3]\d|[0-3]?\d[./][01]?\d[./][12]\d{3}"


def read_publication(text: str, *, known: Facts) -> Facts:
    """Read from the text what is not known of its publication.

    Args:
        text: The text as captured.
        known: What sidecar and format state; what they leave open is read.

    Returns:
        Facts as far as the text states them; fields that are known already may be filled too and give way.
    """
    blocks = split_blocks(text)
    if not blocks:
        return Facts()
    byline, dated, issuer = read_byline(blocks), read_date(blocks), read_issuer(blocks)
    notice = original_outlet(blocks)
    bracketed = outlet_in_brackets(blocks)
    publisher = known.publisher or (bracketed.value if bracketed else issuer.value if issuer else None)
    agency = agency_credit(blocks)
    original = notice or agency
    taken = {found.start for found in (byline, dated, notice, agency) if found is not None}
    if issuer is not None and text[issuer.start : issuer.end].rstrip(" :.*_").endswith(issuer.value):
        taken.add(issuer.start)  # "Statement by X on the talks" names the issuer and is the headline too
    taken |= {mark.start for mark in mark_fixed(split_lines(text)[:TOP]) if mark.kind != "caption_credit"}
    issued = issuer is not None and known.publisher in (None, "", issuer.value)
    return Facts(
        title=None if known.title is not None else read_title(blocks, taken=taken, issued=issued),
        publisher=publisher,
        original_publisher=None if original is None or _same(original.value, publisher) else original.value,
        author=None if byline is None else byline.value,
        published=None if dated is None else dated.value,
    )


def read_date(blocks: list[Block]) -> Found | None:
    """Read the date of publication: a labelled line first, then a date by itself at the top, then one at the end.

    Args:
        blocks: The blocks of the text.

    Returns:
        EDTF to the day or month and the span of the line; None where no line is a date of publication. "Updated" is none.

    Example:
        >>> from testimonia.capture.blocks import split_blocks
        >>> read_date(split_blocks("Calm returns\\nPublished 3 March 2021\\nShops in Goma opened again, traders said.")).value
        '2021-03-03'
    """
    top, bottom = blocks[:TOP], blocks[TOP:][-BOTTOM:] if len(blocks) > TOP else blocks[1:][-BOTTOM:]
    for block in (*top, *bottom):
        found = _labelled(block)
        if found is not None:
            return found
    for block in (*top, *reversed(bottom)):
        found = _alone(block) or _dateline(block)
        if found is not None:
            return found
    return None


def _labelled(block: Block) -> Found | None:
    match = _label().match(block.words)
    if match is None:
        return None
    date = _date_at_start(block.words[match.end() :])
    return None if date is None else Found(date, block.start, block.end)


def _alone(block: Block) -> Found | None:
    """Read a block that is a date, with at most a place, a weekday or a byline around it."""
    words = block.words.strip(" ()[]*_")
    if "\n" in words or block.count > MAX_PLACE_WORDS + 8:
        return None
    match = date_pattern().search(words) or re.search(rf"(?<![\d/]){_ISO_DATE}(?![\d/])", words)
    if match is None:
        return None
    before, after = words[: match.start()].strip(" ,|–—-:•"), words[match.end() :].strip(" ,|–—-:•")
    if after and not (not before and _is_place(after)):
        return None
    is_byline = re.match(r"(?:by|por|par)\s", before, re.IGNORECASE) is not None
    if before and not is_byline and not (_is_place(before) and words[: match.start()].rstrip()[-1] in ",|–—-•"):
        return None
    date = to_edtf(match.group())
    return None if date is None else Found(date, block.start, block.end)


def _dateline(block: Block) -> Found | None:
    """Read the date in "BAMAKO, 3 March 2021 (AFP) –" before the first sentence."""
    if re.match(r"[^\W\da-z_]", block.words) is None:
        return None
    places = [match.end() for match in re.finditer(r"[,(]\s*(?=\w)", block.words[:_DATELINE])]
    dated = next((found for at in places if (found := date_pattern().match(block.words, at)) is not None), None)
    if dated is None or not re.match(r"\s*\)?\s*(?:\([^)]{2,30}\)\s*)?[-–—:]", block.words[dated.end() :]):
        return None
    date = to_edtf(dated.group())
    return None if date is None else Found(date, block.start, block.start + dated.end())


def _is_place(words: str) -> bool:
    """Say whether a few words could be a place or a weekday: all begin in a capital but for the small ones within names."""
    parts = words.replace(",", " ").split()
    large = [part for part in parts if not part[0].islower()]
    return len(parts) <= MAX_PLACE_WORDS and len(large) >= (len(parts) + 1) // 2 and not any(mark in words for mark in '.!?;:"“')


def _date_at_start(words: str) -> str | None:
    words = re.sub(r"^(?:on|in|el|le|[^\W\d]+day,?)\s+", "", words.strip(" :|–—-•"), flags=re.IGNORECASE)
    match = date_pattern().match(words) or re.match(rf"(?:{_ISO_DATE})(?!\d)", words)
    return None if match is None else to_edtf(match.group())


@cache
def _label() -> re.Pattern[str]:
    labels = sorted((str(label) for label in load_list("publication")["date_labels"]), key=len, reverse=True)
    return re.compile(rf"[\W_]*(?:{'|'.join(re.escape(label) for label in labels)})(?!\w)", re.IGNORECASE)


def _same(one: str, other: str | None) -> bool:
    return other is not None and one.casefold().removeprefix("the ") == other.casefold().removeprefix("the ")
