"""Measure an exported model through the package's own run time, and the tokeniser on raw text.

    python evaluate.py [--model build/export] [--data ../../../shared/data] [--require]

Words are the treebank's own, sentences the model's. ``--require`` fails below the floors that a release must reach.
"""

import argparse
import json
import resource
import sys
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from batches import load
from prepare import SHARED, paragraphs
from treebanks import Sentence, Tree, read_conllu

from testimonia.read.parser.session import ParsedWords, Parser
from testimonia.read.parser.tokens import tokenise

HERE = Path(__file__).resolve().parent
FLOORS = {"upos": 96.5, "uas": 90.0, "las": 87.5, "sentences": 95.0, "names": 76.0, "tokeniser": 98.0}  # on EWT dev
DEVELOPMENT = {"ewt": "ud/en_ewt-ud-dev.conllu", "gum": "ud/gum_open-dev.conllu"}


def spans(tags: Iterable[str]) -> set[tuple[int, int, str]]:
    """Find the names in BIO tags.

    Args:
        tags: One tag a word.

    Returns:
        First word, word after the last, kind.
    """
    found: set[tuple[int, int, str]] = set()
    begin, kind = 0, ""
    for place, tag in enumerate([*tags, "O"]):
        if kind and tag != "I-" + kind:
            found.add((begin, place, kind))
            kind = ""
        if tag[0] == "B":
            begin, kind = place, tag[2:]
    return found


def f1(right: int, given: int, wanted: int) -> float:
    """Combine precision and recall.

    Args:
        right: How many of those given are right.
        given: How many were given.
        wanted: How many should have been.

    Returns:
        F1 in per cent.
    """
    return 200 * right / max(1, given + wanted)


def score(parser: Parser, groups: Iterable[list[Sentence]]) -> dict[str, float]:
    """Parse prepared paragraphs and compare.

    Args:
        parser: The parser.
        groups: Paragraphs of treebank sentences.

    Returns:
        Scores in per cent, and words and sentences a second.
    """
    counts: Counter[str] = Counter()
    seconds = 0.0
    for group in groups:
        words = [word for sentence in group for word in sentence["w"]]
        begun = time.perf_counter()
        parsed = parser.parse(words)
        seconds += time.perf_counter() - begun
        starts, offset = [], 0
        for sentence in group:
            starts.append(offset)
            _compare(counts, parsed, sentence, offset)
            offset += len(sentence["w"])
        counts["starts right"] += len(set(starts) & set(parsed.starts))
        counts["starts given"] += len(parsed.starts)
        counts["starts wanted"] += len(starts)
    share = {name: 100 * counts[name] / counts["words"] for name in ("upos", "feats", "lemmas", "uas", "las")}
    share |= {name: f1(counts[name + " right"], counts[name + " given"], counts[name + " wanted"]) for name in ("PER", "ORG", "LOC")}
    share["sentences"] = f1(counts["starts right"], counts["starts given"], counts["starts wanted"])
    share["names"] = f1(*(sum(counts[f"{kind} {part}"] for kind in ("PER", "ORG", "LOC")) for part in ("right", "given", "wanted")))
    return {**share, "words a second": counts["words"] / seconds, "sentences a second": counts["starts wanted"] / seconds}


def _compare(counts: Counter[str], parsed: ParsedWords, sentence: Sentence, offset: int) -> None:
    for place in range(len(sentence["w"])):
        at, head = offset + place, sentence["h"][place]
        attached = parsed.heads[at] == (head - 1 + offset if head else -1)
        counts["words"] += 1
        counts["upos"] += parsed.upos[at] == sentence["p"][place]
        counts["feats"] += parsed.feats[at] == sentence["f"][place]
        counts["lemmas"] += parsed.lemmas[at].lower() == sentence["l"][place].lower()
        counts["uas"] += attached
        counts["las"] += attached and parsed.deprels[at] == sentence["d"][place]
    if sentence["n"] is not None:
        wanted, given = spans(sentence["n"]), spans(parsed.names[offset : offset + len(sentence["w"])])
        for name, found in (("right", wanted & given), ("given", given), ("wanted", wanted)):
            counts.update(f"{kind} {name}" for _, _, kind in found)


def raw_words(trees: list[Tree]) -> Iterator[tuple[str, set[tuple[int, int]], list[tuple[int, int]]]]:
    """Take a treebank's sentences as raw text with the places of their words.

    Args:
        trees: The sentences.

    Yields:
        Text, places of words as a set, and in order.
    """
    for tree in trees:
        places, at = [], 0
        for row in tree.rows:
            begin = tree.text.find(row[1], at)
            if begin < 0 or tree.text[at:begin].strip():
                break  # a multiword token whose parts are not spelled out in the text
            at = begin + len(row[1])
            places.append((begin, at))
        else:
            yield tree.text, set(places), places


def tokeniser_score(path: Path, *, show: bool = False) -> float:
    """Compare our words with a treebank's on its raw sentences.

    Args:
        path: The CoNLL-U file.
        show: Print the most frequent differences.

    Returns:
        F1 of exact words in per cent.
    """
    right = given = wanted = 0
    missed: Counter[str] = Counter()
    for text, gold, _ in raw_words(list(read_conllu(path))):
        ours = {(word.start, word.end) for word in tokenise(text)}
        right, given, wanted = right + len(gold & ours), given + len(ours), wanted + len(gold)
        missed.update("gold " + text[low:high] for low, high in gold - ours)
        missed.update("ours " + text[low:high] for low, high in ours - gold)
    if show:
        print(missed.most_common(200))
    return f1(right, given, wanted)


def raw_score(parser: Parser, path: Path) -> dict[str, float]:
    """Score the whole way from raw paragraphs: words, sentences and relations that agree with the treebank.

    Args:
        parser: The parser.
        path: The CoNLL-U file.

    Returns:
        F1 of words, of attached and of labelled words in per cent; words a second.
    """
    counts: Counter[str] = Counter()
    seconds = 0.0
    for group in paragraphs(read_conllu(path), 12):
        text, gold = "", {}
        if len(list(raw_words(group))) != len(group):
            continue
        for tree, (sentence, _, places) in zip(group, raw_words(group), strict=True):
            for row, (low, high) in zip(tree.rows, places, strict=True):
                head = places[int(row[6]) - 1] if row[6] != "0" else (-1 - len(text), -1)
                gold[low + len(text), high + len(text)] = (head[0] + len(text), row[7])
            text += sentence + " "
        begun = time.perf_counter()
        sentences = parser.parse_text(text)
        seconds += time.perf_counter() - begun
        for found in sentences:
            for token in found.tokens:
                counts["given"] += 1
                head, relation = gold.get((token.start, token.end), (-2, ""))
                attached = head == (found.tokens[token.head].start if token.head >= 0 else -1)
                counts["words"] += head != -2
                counts["uas"] += attached
                counts["las"] += attached and relation == token.deprel
        counts["wanted"] += len(gold)
    scores = {f"{name} (raw)": f1(counts[name], counts["given"], counts["wanted"]) for name in ("words", "uas", "las")}
    return {**scores, "words a second (raw)": counts["given"] / seconds}


def main() -> int:
    """Measure and write the figures beside the model.

    Returns:
        0, or 1 when something required is not reached.
    """
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--model", type=Path, default=HERE / "build" / "export")
    arguments.add_argument("--data", type=Path, default=SHARED)
    arguments.add_argument("--require", action="store_true", help="fail below the floors")
    options = arguments.parse_args()
    begun = time.perf_counter()
    parser = Parser(options.model)
    parser.parse(["Ready", "."])
    figures: dict[str, Any] = {"seconds to load": round(time.perf_counter() - begun, 3)}
    for name, path in DEVELOPMENT.items():
        scores = score(parser, load(HERE / "build" / "data" / f"{name}-dev.jsonl"))
        if (options.data / path).is_file():
            scores["tokeniser"] = tokeniser_score(options.data / path)
            scores |= raw_score(parser, options.data / path)
        figures[name] = {key: round(value, 2) for key, value in scores.items()}
        print(name, json.dumps(figures[name]), flush=True)
    figures["largest memory in MB"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    (options.model / "figures.json").write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")
    short = {name: figures["ewt"].get(name, 0) for name, floor in FLOORS.items() if figures["ewt"].get(name, 0) < floor}
    if short:
        print(f"below the floors on EWT dev: {short} (floors: {FLOORS})", file=sys.stderr)
    return 1 if short and options.require else 0


if __name__ == "__main__":
    raise SystemExit(main())
