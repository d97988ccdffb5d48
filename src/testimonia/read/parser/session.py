"""The parser: one model, loaded once, that cuts sentences and says what every word is and does.

1. Words are numbered: word pieces and outlines (`wordpiece`, `shape`).
2. Windows go through the network one a call: the quantised network scales its numbers by what it sees, so two windows in one call
   would change each other's result. A long paragraph is cut where the model sees a sentence end.
3. The scores are decoded (`decode`): sentences, trees, relations, names.
"""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from itertools import pairwise
from typing import Any

import numpy as np

from testimonia.errors import MissingPartError
from testimonia.read.parser.decode import Decoded, Decoder
from testimonia.read.parser.forms import model_form
from testimonia.read.parser.lexicon import Lexicon
from testimonia.read.parser.records import Sentence, Token, Word
from testimonia.read.parser.shape import word_shape
from testimonia.read.parser.tokens import tokenise
from testimonia.read.parser.wordpiece import WordPieces

MODEL, SETTINGS, VOCABULARY, LEMMAS = "reader.onnx", "reader.json", "vocab.txt", "lemmas.tsv"

LONGEST_WINDOW = 256  # word pieces; the encoder would take 510, but attention over more costs time and gains nothing
LONGEST_WORD = 16  # word pieces of one word that are looked at (addresses, broken text)

_form = lru_cache(maxsize=100_000)(model_form)


@dataclass(frozen=True, slots=True)
class ParsedWords:
    """What the model says about a run of words, as parallel lists.

    Attributes:
        starts: Places where a sentence begins.
        upos: Parts of speech.
        feats: Features.
        lemmas: Dictionary forms.
        heads: Place of the head in the run, -1 for the root of a sentence.
        deprels: Relations to the head.
        names: BIO tags.
        name_odds: Probability of each tag, 0 to 1.
    """

    starts: list[int]
    upos: list[str]
    feats: list[str]
    lemmas: list[str]
    heads: list[int]
    deprels: list[str]
    names: list[str]
    name_odds: list[float]


class Parser:
    """Parses English text; loads its model once and keeps it.

    Not to be shared between threads; results do not depend on what was parsed before.
    """

    def __init__(self, folder: Traversable | None = None) -> None:
        """Load the model.

        Args:
            folder: Where reader.onnx, reader.json, vocab.txt and lemmas.tsv lie; the package's own when None.

        Raises:
            MissingPartError: The model is not there, or is not the one its settings describe.
        """
        folder = files("testimonia.read.parser").joinpath("data") if folder is None else folder
        model = _read_model(folder)
        settings = json.loads(folder.joinpath(SETTINGS).read_text(encoding="utf-8"))
        self.fingerprint = hashlib.sha256(model).hexdigest()
        if settings["sha256"] != self.fingerprint:
            raise MissingPartError(f"{folder}/{MODEL} is not the one {SETTINGS} describes: run `make model`, or install the package again")
        self._classes: dict[str, list[str]] = settings["classes"]
        self._shapes = {shape: number for number, shape in enumerate(self._classes["shapes"], 1)}
        vocabulary = folder.joinpath(VOCABULARY).read_text(encoding="utf-8").split("\n")
        self.pieces = WordPieces(vocabulary)
        self._lexicon = Lexicon(folder.joinpath(LEMMAS).read_text(encoding="utf-8").splitlines(), vocabulary)
        self._decoder = Decoder(self._classes["deps"], self._classes["names"])
        self._session = _open_session(model)
        self._outputs = [output.name for output in self._session.get_outputs()]

    def parse_text(self, text: str, *, start: int = 0, end: int | None = None) -> list[Sentence]:
        """Parse one paragraph of a document.

        Args:
            text: The document's text, unchanged.
            start: Offset in code points where the paragraph begins.
            end: Offset where it ends; the end of the text when None.

        Returns:
            Its sentences; empty when it has no word.
        """
        return self.parse_words(tokenise(text, start=start, end=end))

    def parse_words(self, words: Sequence[Word]) -> list[Sentence]:
        """Parse one paragraph that is already cut into words.

        Args:
            words: The words; offsets are taken from them, forms from their ``text``, which may be a placeholder for a longer name.

        Returns:
            Its sentences, with offsets in the document; empty when there are no words.
        """
        parsed = self.parse([word.text for word in words])
        bounds = [*parsed.starts, len(words)]
        return [_sentence(words, parsed, low, high) for low, high in pairwise(bounds)]

    def parse(self, words: Sequence[str], *, starts: Sequence[int] | None = None) -> ParsedWords:
        """Parse the words of one paragraph, for callers that need no offsets.

        Args:
            words: The words as they stand.
            starts: Places where sentences begin, when they are known; else the model decides.

        Returns:
            What the model says about each word.
        """
        result = ParsedWords([], [], [], [], [], [], [], [])
        forms = [_form(word) for word in words]
        pieces = [self.pieces.pieces(form)[:LONGEST_WORD] for form in forms]
        low = 0
        while low < len(words):
            high = self._window_end(pieces, low)
            known = None if starts is None else sorted({0, *(start - low for start in starts if low < start < high)})
            decoded = self._decoder.decode(self._score(forms[low:high], pieces[low:high]), starts=known)
            if high < len(words) and len(decoded.starts) > 2:
                high = low + decoded.starts[-2]
            self._append(result, decoded, forms, low, high)
            low = high
        return result

    def _window_end(self, pieces: Sequence[tuple[int, ...]], low: int) -> int:
        size = 2
        high = low
        while high < len(pieces) and (high == low or size + len(pieces[high]) <= LONGEST_WINDOW):
            size += len(pieces[high])
            high += 1
        return high

    def _score(self, forms: Sequence[str], pieces: Sequence[tuple[int, ...]]) -> dict[str, Any]:
        numbers, shapes, first = [self.pieces.start], [0], []
        for form, cut in zip(forms, pieces, strict=True):
            first.append(len(numbers))
            numbers += cut
            shapes += [self._shapes.get(word_shape(form), 0)] * len(cut)
        numbers.append(self.pieces.end)
        shapes.append(0)
        given = {"pieces": numbers, "shapes": shapes, "first": first}
        return dict(zip(self._outputs, self._session.run(None, {k: np.array(v, np.int64) for k, v in given.items()}), strict=True))

    def _append(self, result: ParsedWords, decoded: Decoded, forms: Sequence[str], low: int, high: int) -> None:
        """Add the words of a window up to ``high``."""
        classes, count = self._classes, high - low
        result.starts.extend(low + start for start in decoded.starts if start < count)
        upos = [classes["upos"][number] for number in decoded.upos[:count]]
        result.upos.extend(upos)
        result.feats.extend(classes["feats"][number] for number in decoded.feats[:count])
        rules = [classes["rules"][number] for number in decoded.rules[:count]]
        triples = zip(forms[low:high], rules, upos, strict=True)
        result.lemmas.extend(self._lexicon.lemma(form, rule=rule, upos=kind) for form, rule, kind in triples)
        result.heads.extend(head if head < 0 else low + head for head in decoded.heads[:count])
        result.deprels.extend(classes["deps"][number] for number in decoded.deprels[:count])
        result.names.extend(classes["names"][number] for number in decoded.names[:count])
        result.name_odds.extend(decoded.name_odds[:count])


@lru_cache(maxsize=1)
def load_parser() -> Parser:
    """Load the package's parser, once a process.

    Returns:
        The parser; the same one at every call.
    """
    return Parser()


def _read_model(folder: Traversable) -> bytes:
    path = folder.joinpath(MODEL)
    if not path.is_file():
        raise MissingPartError(f"the reader's model is missing ({path}): run `make model`, or install the package again")
    return path.read_bytes()


def _open_session(model: bytes) -> Any:
    """One thread: documents are read in parallel by processes, and a result must not depend on the number of cores."""
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])


def _sentence(words: Sequence[Word], parsed: ParsedWords, low: int, high: int) -> Sentence:
    tokens = tuple(
        Token(
            i=place - low,
            start=words[place].start,
            end=words[place].end,
            text=words[place].text,
            lemma=parsed.lemmas[place],
            upos=parsed.upos[place],
            feats=parsed.feats[place],
            head=parsed.heads[place] if parsed.heads[place] < 0 else parsed.heads[place] - low,
            deprel=parsed.deprels[place],
            name=parsed.names[place],
        )
        for place in range(low, high)
    )
    return Sentence(start=tokens[0].start, end=tokens[-1].end, tokens=tokens)
