"""Marks: a number over all that a finding about some claims is worked out and written from, so that equal marks mean equal findings.

A claim's mark covers what it says, of whom, when, in which document and by which voices, with the names that are shown; for whom its voices
speak, and how that is known; and what is recorded of its document. It is made once for all claims, without asking what hangs together.
"""

import json

import numpy as np

from testimonia.weigh.columns import Columns, code_of
from testimonia.weigh.corpus import NOTHING, Corpus
from testimonia.weigh.numbers import Numbers, looked_up, mixed, spread
from testimonia.weigh.recalled import Recalled
from testimonia.weigh.sides import Sides

_STATED = ("id", "start", "document_code", "chain_code", "time", "value", "denied", "in_title", "stance")
_WHO = ("about", "other", "subject", "object")


def marks_of(lines: Columns, rows: Numbers, *, shown: tuple[Numbers, Numbers], behind: "Behind") -> Numbers:
    """Give some claims their marks.

    Args:
        lines: The claims of a corpus.
        rows: Which of them.
        shown: Codes of entities, sorted, and of the names that are shown for them.
        behind: What their voices and documents stand for.

    Returns:
        One number a claim.
    """
    taken = [lines[name][rows] for name in (*_STATED, *_WHO)]
    names = [looked_up(lines[name][rows], *shown) for name in ("about", "other")]
    return mixed(*taken, *names, behind.voices[lines["chain"][rows]], behind.documents[lines["document"][rows]], behind.register)


class Behind:
    """What stands behind claims, as numbers: `voices` by chain, `documents` by document, and one for what the register says of sides."""

    def __init__(self, corpus: Corpus, recalled: Recalled, sides: Sides, shown: tuple[Numbers, Numbers]) -> None:
        """Work them out for a whole corpus."""
        self.voices = _voices(corpus, recalled, sides, shown)
        self.documents = _documents(corpus)
        self.register = _register(recalled, sides)


def _voices(corpus: Corpus, recalled: Recalled, sides: Sides, shown: tuple[Numbers, Numbers]) -> Numbers:
    codes, spoken = _spoken_for(recalled, sides)
    voice, chains = corpus.voice, corpus.voices
    entity = voice["entity"]
    each = mixed(entity, voice["place"], looked_up(entity, *shown), looked_up(entity, codes, spoken), voice["words"])
    line, place = spread(chains["starts"], chains["sizes"], np.arange(len(chains["chain"])))
    found = np.zeros(len(chains["chain"]), np.uint64)
    with np.errstate(over="ignore"):
        np.add.at(found, line, each[place])
    return found


def _spoken_for(recalled: Recalled, sides: Sides) -> tuple[Numbers, Numbers]:
    """Give everybody who speaks for another, sorted, a number over all that is said of those bonds and of the bonds above them."""
    own = {name: code_of(told) for name, told in sides.told().items()}
    bodies = sorted((code, name) for code, name in recalled.entities(()).items() if name in own)
    above = [sum(own.get(body, NOTHING) for body in sides.of(name)) % 2**64 for _, name in bodies]
    return np.array([code for code, _ in bodies], np.uint64), np.array(above, np.uint64)


def _documents(corpus: Corpus) -> Numbers:
    """Cover publishers, days of publication, and what a document is a copy of."""
    table = corpus.tables.table("copies", ("document", "group", "of", "share"))
    order = np.argsort(table["document"])
    told = zip(*(table[name][order].tolist() for name in ("group", "of", "share")), strict=True)
    copied = np.array([code_of(f"{group} {other} {share:.4f}") for group, other, share in told], np.uint64)
    publishers = corpus.documents["publisher"].tolist()
    codes = {name: code_of(name) for name in set(publishers)}
    return mixed(
        corpus.documents["document"],
        np.array([codes[name] for name in publishers], np.uint64),
        corpus.documents["outlet"],
        corpus.documents["credited"],
        corpus.documents["first_said"].astype(np.int64),
        corpus.documents["last_said"].astype(np.int64),
        looked_up(corpus.documents["document"], table["document"][order], copied, NOTHING),
    )


def _register(recalled: Recalled, sides: Sides) -> int:
    """Cover what the register says of sides: it is small, and a change in it may reach everything."""
    knowledge, told = recalled.knowledge, []
    for source in knowledge.sources.values():
        if source.side is not None:
            body = sides.body_named(source.side)
            told.append([source.name, source.side, source.note, "" if body is None else knowledge.name_of(body)])
    return code_of(json.dumps(told, ensure_ascii=False))
