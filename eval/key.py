"""A gold key: what a careful coder wrote down, and the texts that it was written from."""

import collections
import json
import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

Row = dict[str, Any]
"""One object of a key or of a release, as JSON has it."""

_ORGANISATIONS = (
    "armed_group",
    "armed_wing",
    "coalition",
    "political_body",
    "state_force",
    "government",
    "intergovernmental",
    "media",
    "civil_org",
)
GROUP: dict[str, str] = {
    **dict.fromkeys(_ORGANISATIONS, "org"),
    "person": "person",
    "place": "place",
    "named_event": "named_event",
}
"""Within which group an entity of a kind is counted."""


def fold(text: object) -> str:
    """Return a name as it is compared: without case, accents, apostrophes, punctuation and a leading article.

    Args:
        text: A name as written, in any script.

    Returns:
        Words with single spaces between them; empty if nothing but marks was there.

    Example:
        >>> fold("The  Ta'ang Army")
        'taang army'
    """
    plain = unicodedata.normalize("NFKD", str(text)).casefold()
    plain = "".join(c for c in plain if not unicodedata.combining(c))
    plain = re.sub(r"[’'‘`ʼʿ“”\"]", "", plain)
    plain = re.sub(r"[^\w]+", " ", plain).strip()
    return re.sub(r"^(the|al) ", "", plain)


def overlap(a: str, b: str) -> float:
    """Return how much of the shorter wording stands in the longer one, word by word.

    Args:
        a: One wording.
        b: The other.

    Returns:
        0.0 to 1.0, the shared words as a share of the shorter wording's.

    Example:
        >>> overlap("a medical source", "medical source in Gao")
        0.6666666666666666
    """
    mine, theirs = set(fold(a).split()), set(fold(b).split())
    return len(mine & theirs) / max(1, min(len(mine), len(theirs)))


def names_of(entity: Row) -> list[str]:
    """Return every name of an entity, of a key (plain strings) or of a release (objects with `text`).

    Args:
        entity: A row with `name` and, where it has others, `names`.

    Returns:
        The main name first; it may come again among the others.
    """
    return [entity["name"], *(n["text"] if isinstance(n, dict) else n for n in entity.get("names", []))]


@dataclass(frozen=True, slots=True)
class Gold:
    """A key and the texts of its documents, by file name; `by_name` leads from a folded name to the entities that bear it."""

    key: Row
    texts: Mapping[str, str]
    entities: Mapping[str, Row]
    by_name: Mapping[str, frozenset[str]]

    def spans(self, document: str, quote: str) -> list[tuple[int, int]]:
        """Return every place where a quotation stands, white space folded and case kept.

        Args:
            document: File name of the document.
            quote: The words quoted.

        Returns:
            Half-open offsets in code points; empty if the words do not stand there.
        """
        pattern = r"\s+".join(re.escape(word) for word in quote.split())
        return [(m.start(), m.end()) for m in re.finditer(pattern, self.texts.get(document, ""))]


def gold_from(key: Row, texts: Mapping[str, str]) -> Gold:
    """Return a key made ready for scoring.

    Args:
        key: The key as its JSON file has it.
        texts: The text of each document as offsets count it, by file name.

    Returns:
        The key with its entities indexed by id and by folded name.
    """
    by_name: dict[str, set[str]] = collections.defaultdict(set)
    for entity in key["entities"]:
        for name in names_of(entity):
            by_name[fold(name)].add(entity["id"])
    return Gold(key, texts, {e["id"]: e for e in key["entities"]}, {name: frozenset(ids) for name, ids in by_name.items()})


def load_gold(path: Path, texts: Mapping[str, str]) -> Gold:
    """Read a key from its file.

    Args:
        path: The key, JSON.
        texts: The text of each document as offsets count it, by file name.

    Returns:
        The key, ready for scoring.
    """
    return gold_from(json.loads(path.read_text(encoding="utf-8")), texts)


def plain_texts(folder: Path, suffixes: Iterable[str] = (".txt",)) -> dict[str, str]:
    """Read the documents whose text is the file itself.

    Args:
        folder: The folder of documents; those in folders below it are not read.
        suffixes: The endings that count as plain text.

    Returns:
        Text by file name.
    """
    wanted = set(suffixes)
    return {p.name: p.read_text(encoding="utf-8") for p in sorted(folder.iterdir()) if p.suffix in wanted}
