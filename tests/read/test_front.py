"""From a passage to trees in which every longer name is one word."""

from itertools import pairwise

from tests.read.reading import document_of

from testimonia.read.front import ParsedPassage, merge_names, parse_passage
from testimonia.read.names.chunks import find_chunks
from testimonia.read.parser.session import Parser
from testimonia.read.parser.tokens import tokenise
from testimonia.read.passages import cut_passages

TEXT = "The Kachin Independence Army (KIA) left Laiza (a town on the border). (The army denied that it had fought there in the spring.)"


def parse(parser: Parser, text: str) -> list[ParsedPassage]:
    """Parse every passage of a text."""
    return [p for passage in cut_passages(document_of(text)) for p in parse_passage(text, passage, parser=parser, lower=frozenset())]


def test_a_name_becomes_one_word_that_covers_all_of_it() -> None:
    words = tokenise(TEXT, start=0, end=33)
    merged = merge_names(words, find_chunks(TEXT, start=0, end=28))
    assert [TEXT[w.start : w.end] for w in merged][:2] == ["The", "Kachin Independence Army"]
    assert merged[1].text == "Army"


def test_without_names_words_stay_as_they_are() -> None:
    words = tokenise("they left at dawn", start=0, end=17)
    assert merge_names(words, []) == words


def test_brackets_are_read_apart_and_a_bracket_that_is_a_sentence_is_prose(parser: Parser) -> None:
    main, *others = parse(parser, TEXT)
    assert not main.aside
    assert all("KIA" not in TEXT[t.start : t.end] for tree in main.trees for t in tree.tokens)
    assert [(TEXT[p.passage.start : p.passage.end][:9], p.aside) for p in others] == [("KIA", True), ("The army ", False)]


def test_every_token_stands_at_its_offsets(parser: Parser) -> None:
    text = "Les rebelles d’Ahrar al‑Sham\u200b left Kidal…\r\nقوات quit —“now”— e\u0301te\u0301."
    for parsed in parse(parser, text):
        for tree in parsed.trees:
            spans = [(t.start, t.end) for t in tree.tokens]
            assert all(0 <= a < b <= len(text) for a, b in spans)
            assert all(x[1] <= y[0] for x, y in pairwise(spans))
            assert tree.sentence.start == spans[0][0] and tree.sentence.end == spans[-1][1]
