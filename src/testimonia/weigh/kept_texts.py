"""Kept texts: words and samples of all documents in columns, so that a new document is looked for among all and no text is read again.

| table | one line for |
|---|---|
| `texts` | a document: a code of its words, its sample (`sampled`), and its words as numbers |
| `unlike` | two texts, by their codes, that were compared and share too little |
| `copied` | a document that is a copy, as was found last |
| `compared` | one line alone: of which texts that was found |
"""

from collections.abc import Iterable, Sequence
from hashlib import blake2b
from typing import Any, Protocol

import numpy as np

from testimonia.model.document import Document
from testimonia.weigh.columns import Columns, Numbers, Tables, code_of
from testimonia.weigh.copies import Copy, Numbered, copies_among, words_of
from testimonia.weigh.overlap import Words
from testimonia.weigh.sampled import signature_of

TEXTS, UNLIKE, COPIED, COMPARED = "texts", "unlike", "copied", "compared"


class Texts(Protocol):
    """Where columns are kept, and what was found on the way."""

    def table(self, name: str, columns: Sequence[str], *, having: tuple[str, Numbers] | None = None) -> Columns:
        """Give columns of a table.

        Args:
            name: The table.
            columns: Which columns.
            having: A column and values; only lines that have one of them are given. None for all lines.

        Returns:
            One array a column.
        """

    def remembered(self, name: str) -> Columns:
        """Give what was kept under a name.

        Args:
            name: The name.

        Returns:
            Its columns, none where nothing was kept.
        """

    def remember(self, name: str, columns: Columns) -> None:
        """Keep what can be worked out again, but at a cost.

        Args:
            name: A name.
            columns: What to keep; it stands in the place of what was kept there.
        """


def text_columns(documents: Iterable[Document]) -> Tables:
    """Write the words of documents as columns.

    Args:
        documents: Documents with their texts.

    Returns:
        The table, which is added to.
    """
    numbers, lines = Numbered(), []
    for document in documents:
        words = words_of(document, numbers)
        lines.append((code_of(document.id), _code(words), signature_of(words).tobytes(), words.tobytes()))
    names, kinds = ("document", "text", "signature", "words"), (np.uint64, np.uint64, np.object_, np.object_)
    return {TEXTS: _columns(names, kinds, lines)}


def kept_copies(kept: Texts, names: Sequence[str]) -> dict[str, Copy]:
    """Find which documents are copies of one another, as `copies_of` does; texts that were compared before are not compared again.

    Args:
        kept: Where the texts are kept.
        names: All documents, in their order.

    Returns:
        The documents that have a copy.
    """
    table = kept.table(TEXTS, ("document", "text"))
    text = dict(zip(table["document"].tolist(), table["text"].tolist(), strict=True))
    documents = [code_of(name) for name in names]
    texts = [text[code] for code in documents]
    all_of_them = np.array([_code(np.array([documents, texts], np.uint64))], np.uint64)
    known = kept.remembered(COMPARED)
    if known and np.array_equal(known["texts"], all_of_them):
        return _copied(kept.remembered(COPIED))
    copies = _found(kept, names, np.array(documents, np.uint64), texts)
    lines = [(name, copy.group, copy.of, copy.share) for name, copy in copies.items()]
    kept.remember(COPIED, _columns(("document", "group", "of", "share"), (np.object_, np.object_, np.object_, np.float64), lines))
    kept.remember(COMPARED, {"texts": all_of_them})
    return copies


def _found(kept: Texts, names: Sequence[str], documents: Numbers, texts: Sequence[int]) -> dict[str, Copy]:
    table, known = kept.table(TEXTS, ("document", "signature")), kept.remembered(UNLIKE)
    held = dict(zip(table["document"].tolist(), table["signature"], strict=True))
    signatures = [np.frombuffer(held[code], np.uint32) for code in documents.tolist()]
    unlike = set(zip(known["one"].tolist(), known["two"].tolist(), strict=True)) if known else set()
    before = len(unlike)

    def words(places: list[int]) -> dict[int, Words]:
        found = kept.table(TEXTS, ("document", "words"), having=("document", documents[places]))
        place = dict(zip(documents[places].tolist(), places, strict=True))
        return {place[code]: np.frombuffer(one, np.uint32) for code, one in zip(found["document"].tolist(), found["words"], strict=True)}

    copies = copies_among(names, signatures, words, unlike=unlike, codes=texts)
    if len(unlike) > before:
        kept.remember(UNLIKE, _columns(("one", "two"), (np.uint64, np.uint64), sorted(unlike)))
    return copies


def _copied(lines: Columns) -> dict[str, Copy]:
    found = zip(*(lines[name].tolist() for name in ("document", "group", "of", "share")), strict=True)
    return {name: Copy(group, of, share) for name, group, of, share in found}


def _columns(names: Sequence[str], kinds: Sequence[Any], lines: Sequence[tuple[Any, ...]]) -> Columns:
    columns = list(zip(*lines, strict=True)) or [()] * len(names)
    return {name: np.array(column, kind) for name, column, kind in zip(names, columns, kinds, strict=True)}


def _code(words: Numbers) -> int:
    return int.from_bytes(blake2b(words.tobytes(), digest_size=8).digest(), "little")
