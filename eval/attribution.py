"""Attribution: source, content and relation F1 on the development part of GUM's openly licensed genres.

`python -m eval.attribution [--misses] [--part dev|train]`. The key's relations are GUM's rhetorical ones (attribution-positive and
-negative): a unit with who says, thinks, knows or shows something, and the *head unit* of what that is, one clause of it. What we give
are the tellings of `read.hearing`, attitudes ("they know that") included, since the key has them.

- Pairing is one to one: a telling and a key relation can be paired if their contents overlap. Pairs whose word of saying lies in the
  key's attribution unit come first, then those with the larger share of the key's content covered.
- *Source*: precision is the mean, over our tellings, of the share of our source's characters that lie in the key's source; recall the
  mean, over the key's relations, of the share of the key's source that lies in ours; zero where there is no pair (Johansson and
  Moschitti 2010).
- *Content*: recall in the same way. Precision judges only characters that the key decides: those in the content unit are right, those
  in the attribution unit wrong; what lies beyond both ("that the convoy had left | after it was attacked") is more of the same content,
  of which the key keeps the head. A telling without a pair has precision zero. A second row counts all characters beyond the head unit
  as wrong.
- *Relation*: a pair whose sources overlap by half (Dice) and whose key content is covered by half.
"""

import argparse
import json
import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from eval.row import DataMissingError, Row, shared

from testimonia.model.document import Document
from testimonia.read.parser.session import Parser, load_parser
from testimonia.read.voices.hearing import Telling, hear_tellings
from testimonia.read.voices.quotes import find_quotations

_REACH = 0.75
_HALF = 0.5
_PRONOUNS = frozenset(("i", "you", "he", "she", "it", "we", "they"))
_OTHERS = "direct-quote extractors (textacy, JournalismAI) cover quotations only"

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Keyed:
    """A relation of the key: who says, the unit in which that stands, the head unit of what is said."""

    source: Span
    unit: Span
    content: Span


@dataclass(frozen=True, slots=True)
class Paired:
    """One document compared."""

    text: str
    pairs: tuple[tuple[Keyed, Telling], ...]
    missed: tuple[Keyed, ...]
    extra: tuple[Telling, ...]


def pair_tellings(text: str, *, key: Sequence[Keyed], tellings: Sequence[Telling]) -> Paired:
    """Pair the relations of a key with tellings, one to one, on their contents.

    Args:
        text: The document's text.
        key: The key's relations.
        tellings: Ours; those that carry no clause or name nobody are left out, as none that the key could have.

    Returns:
        Pairs, what was missed, and what we gave beyond.
    """
    ours = [telling for telling in tellings if telling.clausal and telling.source is not None]
    candidates = sorted(
        (
            (wanted.unit[0] <= telling.at < wanted.unit[1], _covered(wanted.content, telling.contents), -i, -j)
            for i, wanted in enumerate(key)
            for j, telling in enumerate(ours)
            if _covered(wanted.content, telling.contents) > 0
        ),
        reverse=True,
    )
    pairs: dict[int, int] = {}
    for _, _, i, j in candidates:
        if -i not in pairs and -j not in pairs.values():
            pairs[-i] = -j
    return Paired(
        text,
        tuple((key[i], ours[j]) for i, j in sorted(pairs.items())),
        tuple(wanted for i, wanted in enumerate(key) if i not in pairs),
        tuple(telling for j, telling in enumerate(ours) if j not in pairs.values()),
    )


def scores(compared: Sequence[Paired]) -> dict[str, tuple[float, float, float]]:
    """Give precision, recall and F1 over documents.

    Args:
        compared: The documents.

    Returns:
        Three figures each under `source`, `content`, `content, head unit alone` and `relation`; zero where there is nothing to divide by.
    """
    pairs = [pair for one in compared for pair in one.pairs]
    asked = len(pairs) + sum(len(one.missed) for one in compared)
    given = len(pairs) + sum(len(one.extra) for one in compared)
    source = [(_share(t.source, k.source), _share(k.source, t.source)) for k, t in pairs]
    content = [(_decided(k, t), _covered(k.content, t.contents)) for k, t in pairs]
    alone = [(_inside(t.contents, k.content) / max(1, _length(t.contents)), _covered(k.content, t.contents)) for k, t in pairs]
    relation = [(float(_is_same(k, t)),) * 2 for k, t in pairs]
    measured = {"source": source, "content": content, "content, head unit alone": alone, "relation": relation}
    return {name: _f1(sum(p for p, _ in values), sum(r for _, r in values), given, asked) for name, values in measured.items()}


def _f1(right_given: float, right_asked: float, given: int, asked: int) -> tuple[float, float, float]:
    precision, recall = right_given / given if given else 0.0, right_asked / asked if asked else 0.0
    return precision, recall, 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def _is_same(wanted: Keyed, telling: Telling) -> bool:
    source = telling.source or (0, 0)
    dice = 2 * _inside((source,), wanted.source) / max(1, _length((source, wanted.source)))
    return dice >= _HALF and _covered(wanted.content, telling.contents) >= _HALF


def _decided(wanted: Keyed, telling: Telling) -> float:
    """Give the share of a content's characters that are right, of those that the key decides."""
    right, wrong = _inside(telling.contents, wanted.content), _inside(telling.contents, wanted.unit)
    return right / (right + wrong) if right else 0.0


def _covered(span: Span, by: Sequence[Span]) -> float:
    return _inside(by, span) / max(1, span[1] - span[0])


def _share(span: Span | None, other: Span | None) -> float:
    return 0.0 if span is None or other is None else _covered(span, (other,))


def _inside(spans: Sequence[Span], other: Span) -> int:
    return sum(max(0, min(end, other[1]) - max(start, other[0])) for start, end in spans)


def _length(spans: Sequence[Span]) -> int:
    return sum(end - start for start, end in spans)


def quoted_share(text: str, key: Sequence[Keyed]) -> float:
    """Give the share of relations whose content lies inside quotation marks: what an extractor of direct quotations could find.

    Args:
        text: The document's text.
        key: The key's relations.

    Returns:
        A share from 0 to 1; 0 without relations.
    """
    quotations = [q for line in re.finditer(r"[^\n]+", text) for q in find_quotations(text, start=line.start(), end=line.end())]
    inside = sum(any(q.start <= wanted.content[0] and wanted.content[1] <= q.end + 2 for q in quotations) for wanted in key)
    return inside / len(key) if key else 0.0


def compare(document: dict[str, Any], parser: Parser) -> Paired:
    """Read the tellings of one document and compare them with its key.

    Args:
        document: `docid`, `text`, `attributions` with offsets.
        parser: The reader model.

    Returns:
        The comparison.
    """
    captured = Document(document["docid"], document["docid"], "0", "text/plain", document["text"])
    return pair_tellings(document["text"], key=_key(document), tellings=hear_tellings(captured, parser=parser, attitudes=True))


def _key(document: dict[str, Any]) -> list[Keyed]:
    found = []
    for relation in document["attributions"]:
        source, unit, content = ((relation[part][0], relation[part][1]) for part in ("source", "attribution_edu", "content_edu"))
        found.append(Keyed(marked_source(document["text"], source=source, unit=unit), unit, content))
    return found


def marked_source(text: str, *, source: Span, unit: Span) -> Span:
    """Give a key's source where the key marks two words that name it and keeps only the stretch from the first to the last.

    "I would not care, because I" stands for two marked words in two clauses; such a stretch begins before the attribution unit and ends in
    a personal pronoun, which no noun phrase does. The pronoun in the unit is the source then.

    Args:
        text: The document's text.
        source: The stretch in the key.
        unit: The attribution unit.

    Returns:
        The pronoun alone, or the stretch as it is.
    """
    last = text[source[0] : source[1]].split()[-1:]
    if source[0] < unit[0] < source[1] and last and last[0].lower() in _PRONOUNS:
        return source[1] - len(last[0]), source[1]
    return source


def _documents(part: str) -> list[dict[str, Any]]:
    lines = shared("data", "gum_open", f"gum_open.{part}.jsonl").read_text("utf-8").strip().split("\n")
    return [json.loads(line) for line in lines]


def measure() -> tuple[Row, ...]:
    """Measure attribution on the development part.

    Returns:
        Rows of source, content and relation, and the share of relations that are direct quotations.

    Raises:
        DataMissingError: The documents are not beside the repository.
    """
    documents = _documents("dev")
    parser = load_parser()
    found = scores([compare(document, parser) for document in documents])
    asked = sum(len(document["attributions"]) for document in documents)
    quoted = sum(quoted_share(d["text"], _key(d)) * len(d["attributions"]) for d in documents) / asked
    data = f"GUM, open genres, dev, {len(documents)} documents"
    return (
        Row(data, "source span overlap F1", found["source"][2], asked, _OTHERS, _REACH),
        Row(data, "content span overlap F1", found["content"][2], asked, _OTHERS, _REACH, "where the key decides"),
        Row(data, "content span overlap F1, head unit alone", found["content, head unit alone"][2], asked, note="a lower bound"),
        Row(data, "relation F1", found["relation"][2], asked, _OTHERS),
        Row(data, "share of relations whose content is in quotation marks", quoted, asked, note="what direct-quote extractors can find"),
    )


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the figures on one part of the corpus.

    Args:
        arguments: Those of the command line; None for the process's own.

    Returns:
        The exit code: 0 measured or nothing to measure.
    """
    parser = argparse.ArgumentParser(prog="python -m eval.attribution", description="Measure how well attribution is read.")
    parser.add_argument("--misses", action="store_true", help="list what was missed, misread or given beyond the key")
    parser.add_argument("--part", choices=("dev", "train"), default="dev", help="the part to measure; misses are for the train part")
    options = parser.parse_args(arguments)
    try:
        documents = _documents(options.part)
    except DataMissingError as error:
        print(f"attribution: not measured. {error}")
        return 0
    model = load_parser()
    compared = [compare(document, model) for document in documents]
    for name, (precision, recall, f1) in scores(compared).items():
        print(f"{name:25} precision {precision:.3f}  recall {recall:.3f}  F1 {f1:.3f}")
    for genre in sorted({document["genre"] for document in documents}) if options.part == "train" else ():
        of_genre = scores([one for one, document in zip(compared, documents, strict=True) if document["genre"] == genre])
        print(f"  {genre:12} " + "  ".join(f"{name} {f1:.3f}" for name, (_, _, f1) in of_genre.items()))
    if options.misses:
        for line in _told(compared, documents):
            print(line)
    return 0


def _told(compared: Sequence[Paired], documents: Sequence[dict[str, Any]]) -> Iterator[str]:
    for one, document in zip(compared, documents, strict=True):
        for wanted in one.missed:
            yield f"missed {document['genre']:10} {_shown(one.text, wanted.unit)} >> {_shown(one.text, wanted.content)}"
        for wanted, telling in one.pairs:
            if not _is_same(wanted, telling):
                ours, theirs = telling.source or (0, 0), wanted.source
                told = f"{_shown(one.text, ours)} for {_shown(one.text, theirs)} in {_shown(one.text, wanted.unit)}"
                yield f"misread {document['genre']:9} {told}"
        for telling in one.extra:
            what = _shown(one.text, (telling.at, telling.at + 20))
            told = f"{_shown(one.text, telling.source or (0, 0))} .. {what} >> {_shown(one.text, telling.contents[0])}"
            yield f"beyond {document['genre']:10} {told}"


def _shown(text: str, span: Span) -> str:
    words = " ".join(text[span[0] : span[1]].split())
    return words if len(words) <= 100 else f"{words[:60]} ... {words[-30:]}"


if __name__ == "__main__":
    sys.exit(main())
