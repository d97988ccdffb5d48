"""Finding: what the search of a site looks through, in files that a page can load from a disk.

A page that is opened from a disk may not read files, but it may run scripts: each shard is a script that hands over its entries. Names are
folded in the browser as `text.names.fold_name` folds them here, by tables that are worked out from that function, so that the two agree.
"""

import json
import sys
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Any

from testimonia.publish.edtf_words import edtf_in_words
from testimonia.publish.pages.characters import without_hidden
from testimonia.publish.pages.environment import plain_code
from testimonia.publish.pages.shown import title_of
from testimonia.publish.site.book import Book
from testimonia.publish.site.lists import newest_first
from testimonia.publish.site.records import SearchPage
from testimonia.text.names import fold_spelling

SHARD = 200_000
"""Bytes of one shard, about: what loads at once over a slow line."""
KINDS = ("names", "documents", "events")
"""What can be found, in the order in which it is loaded and shown."""
Entry = tuple[str, str, str, tuple[str, ...]]
"""The file, the words shown, what is said beside them, and other words by which it is found."""
_PLANES = 0x20000
"""Code points looked at for the tables: those of all living scripts."""


def search_page(book: Book) -> SearchPage:
    """Say what the search has to load.

    Args:
        book: The release.

    Returns:
        The page.
    """
    counts = {kind: sum(1 for _ in entries) for kind, entries in entries_of(book).items()}
    return SearchPage(tuple(f"{name}.js" for name, _ in shards(book)), counts)


def entries_of(book: Book) -> Mapping[str, Iterable[Entry]]:
    """Gather what can be found.

    Args:
        book: The release.

    Returns:
        Entries by kind.
    """
    return {"names": _names(book), "documents": _documents(book), "events": _events(book)}


def shards(book: Book) -> Iterator[tuple[str, str]]:
    """Cut what can be found into scripts.

    Args:
        book: The release.

    Yields:
        Name (without its ending) and content of each.
    """
    for kind, entries in entries_of(book).items():
        held: list[str] = []
        size = number = 0
        for entry in entries:
            line = json.dumps(_seen(entry), ensure_ascii=False, separators=(",", ":"))
            if held and size + len(line.encode("utf-8", "replace")) > SHARD:
                number += 1
                yield f"{kind}-{number}", _script(kind, held)
                held, size = [], 0
            held.append(line)
            size += len(line.encode("utf-8", "replace"))
        if held:
            yield f"{kind}-{number + 1}", _script(kind, held)


@cache
def folding_tables() -> str:
    """Work out how names are folded, for the browser.

    Returns:
        A script that hands over the letters that become others, and the marks that are left out, as first and last of each run.
    """
    letters: dict[str, str] = {}
    marks: list[list[int]] = []
    for code in range(0x21, min(_PLANES, sys.maxunicode)):
        char = chr(code)
        if unicodedata.combining(char):
            if marks and marks[-1][1] == code - 1:
                marks[-1][1] = code
            else:
                marks.append([code, code])
        elif not 0xD800 <= code < 0xE000 and unicodedata.category(char) not in ("Cn", "Co", "Cc"):
            folded = fold_spelling(f"a{char}a")[1:-1]
            if folded != _plainly(char):
                letters[char] = folded
    data: dict[str, Any] = {"letters": letters, "marks": marks}
    return f"window.testimoniaFolding={json.dumps(data, ensure_ascii=True, separators=(',', ':'))};\n"


def _plainly(char: str) -> str:
    """What the browser makes of a character by itself: compatibility forms, case, accents, and a space for what is no letter."""
    text = unicodedata.normalize("NFD", unicodedata.normalize("NFKC", char).lower())
    kept = unicodedata.normalize("NFC", "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c)))
    return "".join(c if c.isalnum() else " " for c in kept)


def _seen(entry: Entry) -> Entry:
    """Signs that nobody sees are left out: no mark can stand for them in a list that a script makes."""
    path, words, beside, others = entry
    return path, without_hidden(words), without_hidden(beside), tuple(map(without_hidden, others))


def _script(kind: str, lines: list[str]) -> str:
    text = ",\n".join(lines)
    # A script is no text of a page, but a few old programs read these two as ends of lines.
    return f'window.testimoniaFound("{kind}",[\n{text}\n]);\n'.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")


def _names(book: Book) -> Iterator[Entry]:
    entities = book.catalogue.knowledge.entities
    for actor in book.actors:
        entity = entities[actor]
        number = sum(book.counts.get(actor, {}).values())
        others = dict.fromkeys(name.text for name in entity.names if name.text != entity.name)
        yield f"actors/{actor}.html", entity.name, f"{plain_code(entity.kind)} · {number:,}", tuple(others)


def _documents(book: Book) -> Iterator[Entry]:
    for document in newest_first(book):
        when = "undated" if document.published is None else edtf_in_words(document.published)
        beside = ", ".join(filter(None, (document.publisher, when)))
        yield f"documents/{document.id}.html", title_of(document), beside, ()


def _events(book: Book) -> Iterator[Entry]:
    entities = book.catalogue.knowledge.entities
    for mark in book.marks.values():
        when = edtf_in_words(mark.when.edtf) if mark.when.edtf else "undated"
        places = tuple(entities[place].name for place in mark.places if entities[place].name not in mark.words)
        yield f"events/{mark.id}.html", mark.words, f"{when} · {plain_code(mark.type)}", places
