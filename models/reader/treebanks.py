"""Reading what the model is trained on: CoNLL-U treebanks, IOB2 names, GUM entities, re3d documents.

A training sentence is a dict of parallel lists: ``w`` words, ``l`` lemmas, ``p`` parts of speech, ``f`` features, ``h`` heads (0 is
the root), ``d`` relations, ``s`` whether white space follows, ``n`` names in BIO. A list that a source does not have is None, and the
model learns nothing from it.
"""

import json
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from testimonia.read.parser.forms import model_form
from testimonia.read.parser.tokens import tokenise

GUM_TYPES = {"person": "PER", "organization": "ORG", "place": "LOC"}
RE3D_TYPES = {"Person": "PER", "Organisation": "ORG", "Location": "LOC"}
NO_NAME = ("O", "OTH")

ID, FORM, LEMMA, UPOS, FEATS, HEAD, DEPREL, MISC = 0, 1, 2, 3, 5, 6, 7, 9

Sentence = dict[str, Any]
Rows = list[list[str]]

_WORDS: dict[str, list[str]] = yaml.safe_load(Path(__file__).with_name("names.yml").read_text(encoding="utf-8"))
TITLES, PLAIN_WORDS, SMALL_NAME_WORDS = (frozenset(_WORDS[key]) for key in ("titles", "plain_words", "small_name_words"))
BEFORE_NAME = re.compile(r"(?:the|a|an|former|northern|southern|eastern|western|north|south|central)\s+", re.IGNORECASE)


@dataclass
class Tree:
    """One sentence of a treebank as it stands in the file."""

    rows: Rows = field(default_factory=list)
    identifier: str = ""
    begins_paragraph: bool = False
    text: str = ""


def read_conllu(path: Path) -> Iterator[Tree]:
    """Read the sentences of a CoNLL-U file, without multiword and empty rows.

    Args:
        path: The file.

    Yields:
        One tree a sentence.
    """
    tree = Tree()
    for line in path.open(encoding="utf-8"):
        line = line.rstrip("\n")
        if not line:
            if tree.rows:
                yield tree
            tree = Tree()
        elif line.startswith("#"):
            tree.begins_paragraph |= line.startswith(("# newdoc", "# newpar"))
            if line.startswith("# sent_id = "):
                tree.identifier = line.split(" = ", 1)[1]
            elif line.startswith("# text = "):
                tree.text = line.split(" = ", 1)[1]
        else:
            row = line.split("\t")
            if row[ID].isdigit():
                tree.rows.append(row)


def read_names(path: Path) -> dict[str, list[tuple[str, str]]]:
    """Read an IOB2 file of the Universal NER project.

    Args:
        path: The file.

    Returns:
        Word and BIO tag of every word, by sentence.
    """
    names: dict[str, list[tuple[str, str]]] = {}
    current: list[tuple[str, str]] = []
    for line in path.open(encoding="utf-8"):
        line = line.rstrip("\n")
        if line.startswith("# sent_id"):
            current = names.setdefault(line.split(" = ", 1)[1], [])
        elif line and not line.startswith("#"):
            row = line.split("\t")
            tag = row[2] if len(row) > 2 else "O"
            current.append((row[1], "O" if tag[2:] in NO_NAME or tag == "_" else tag))
    return names


def _gum_spans(rows: Rows) -> Iterator[tuple[int, int, str]]:
    """Entities that open and close in one sentence: first word, last word, type."""
    opened: list[tuple[str, str, int]] = []
    for place, row in enumerate(rows):
        marks = re.search(r"(?:^|\|)Entity=([^|]+)", row[MISC])
        if marks is None:
            continue
        for mark in re.findall(r"\([^()]+\)?|[^()]+\)", marks.group(1)):
            if mark.startswith("("):
                identifier, kind = [*mark[1:].rstrip(")").split("-"), ""][:2]
                if mark.endswith(")"):
                    yield place, place, kind
                else:
                    opened.append((identifier, kind, place))
                continue
            identifier = mark.rstrip(")").split("-")[0]
            for back in range(len(opened) - 1, -1, -1):
                if opened[back][0] == identifier:
                    _, kind, begin = opened.pop(back)
                    yield begin, place, kind
                    break


def _in_name(row: list[str], kind: str) -> bool:
    """Whether a dependent of a proper noun belongs to its name."""
    relation, capital = row[DEPREL], row[FORM][:1].isupper()
    if relation.split(":")[0] in ("flat", "compound", "goeswith"):
        return capital or row[UPOS] in ("PROPN", "NUM", "X", "PUNCT")
    if relation in ("amod", "nummod"):
        return capital
    return relation == "nmod" and row[UPOS] == "PROPN" and kind == "organization"


def gum_names(rows: Rows) -> list[str]:
    """Derive names from GUM's entities: the proper noun that heads one, with what belongs to it by the tree.

    Args:
        rows: The rows of one sentence, with ``Entity=`` in the last column.

    Returns:
        One BIO tag a word.
    """
    heads = [int(row[HEAD]) - 1 for row in rows]
    children: dict[int, list[int]] = defaultdict(list)
    for place, head in enumerate(heads):
        children[head].append(place)
    spans: list[tuple[int, int, str]] = []
    for begin, last, kind in _gum_spans(rows):
        outer = [place for place in range(begin, last + 1) if not begin <= heads[place] <= last]
        if kind not in GUM_TYPES or not outer or rows[outer[0]][UPOS] != "PROPN":
            continue
        kept, todo = {outer[0]}, [outer[0]]
        while todo:
            for child in children[todo.pop()]:
                if begin <= child <= last and _in_name(rows[child], kind):
                    kept.add(child)
                    todo.append(child)
        low, high = min(kept), max(kept)
        if any(rows[place][FORM] in ",;()" for place in range(low, high + 1)):
            low = high = outer[0]
        if " ".join(row[FORM] for row in rows[low : high + 1]).lower() not in TITLES:
            spans.append((low, high, GUM_TYPES[kind]))
    return _tags(spans, len(rows))


def _tags(spans: list[tuple[int, int, str]], length: int) -> list[str]:
    """BIO tags of spans (first, last, type), the longer winning where two overlap."""
    tags = ["O"] * length
    for low, high, kind in sorted(spans, key=lambda span: span[0] - span[1]):
        if all(tag == "O" for tag in tags[low : high + 1]):
            tags[low : high + 1] = ["B-" + kind] + ["I-" + kind] * (high - low)
    return tags


def training_sentence(tree: Tree, names: list[str] | None) -> Sentence:
    """Make a training sentence of a tree.

    Args:
        tree: The sentence of the treebank.
        names: Its BIO tags, None when unknown.

    Returns:
        The parallel lists described above.
    """
    rows = tree.rows
    return {
        "w": [model_form(row[FORM].replace(" ", "_")) for row in rows],
        "l": [model_form(row[LEMMA]) for row in rows],
        "p": [row[UPOS] for row in rows],
        "f": ["" if row[FEATS] == "_" else row[FEATS] for row in rows],
        "h": [int(row[HEAD]) for row in rows],
        "d": [row[DEPREL] for row in rows],
        "n": names,
        "s": ["SpaceAfter=No" not in row[MISC] for row in rows],
    }


def _name_in(text: str, begin: int, end: int) -> tuple[int, int] | None:
    """The proper name in a marked stretch, without article and genitive; None when it is only described."""
    while (before := BEFORE_NAME.match(text, begin, end)) is not None:
        begin = before.end()
    value = text[begin:end]
    for ending in ("'s", "’s"):
        if value.endswith(ending):
            end -= len(ending)
            value = text[begin:end]
    if not value[:1].isupper() or value.lower() in PLAIN_WORDS:
        return None
    if any(word[:1].islower() and word not in SMALL_NAME_WORDS for word in value.split()):
        return None
    return begin, end


def re3d_paragraphs(folder: Path) -> Iterator[list[Sentence]]:
    """Read the names of one part of re3d, one training "sentence" a paragraph (sentence ends are not marked there).

    Args:
        folder: The part's folder, with documents.json and entities.json.

    Yields:
        Paragraphs of one sentence each, with names only.
    """
    marked: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for line in (folder / "entities.json").open(encoding="utf-8"):
        entity = json.loads(line)
        marked[entity["documentId"]].append(entity)
    for line in (folder / "documents.json").open(encoding="utf-8"):
        document = json.loads(line)
        text, entities = document["text"], marked[document["_id"]]
        known = [(_name_in(text, entity["begin"], entity["end"]), entity["type"]) for entity in entities]
        spans = [(*place, RE3D_TYPES[kind]) for place, kind in known if place is not None and kind in RE3D_TYPES]
        for paragraph in re.finditer(r"[^\n]+", text):
            words = tokenise(text, start=paragraph.start(), end=paragraph.end())
            found = []
            for begin, end, kind in spans:
                inside = [place for place, word in enumerate(words) if word.start < end and word.end > begin]
                if inside:
                    found.append((inside[0], inside[-1], kind))
            if len(words) > 3:
                forms = [model_form(word.text) for word in words]
                yield [{"w": forms, "l": None, "p": None, "f": None, "h": None, "d": None, "s": None, "n": _tags(found, len(words))}]
