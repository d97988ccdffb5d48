"""Cases of which date belongs to which claim, and the spans that drafts quote."""

from collections.abc import Callable
from typing import Any

from tests.read.reading import Read, expect_case, fields_of, parametrized
from tests.read.sentences import tree_of

from testimonia.model.party import Party
from testimonia.read.claims.drafts import cover, find_word, party_span

TREE = tree_of("The DET 1 det", "army NOUN 2 nsubj", "left VERB -1 root", "Goma PROPN 2 obj")


@parametrized("dates_in_claims")
def test_a_text_gives_the_dates_that_its_coder_expects(case: dict[str, Any], read: Callable[..., Read]) -> None:
    expect_case(read(case["text"], **fields_of(case)), case)


def test_the_shortest_passage_covers_every_span_inside_the_sentence() -> None:
    assert cover((4, 8), (14, 18), (None, None), (50, 60), within=TREE) == (4, 18)


def test_without_a_span_inside_it_is_the_whole_sentence() -> None:
    assert cover((None, None), (90, 99), within=TREE) == (TREE.sentence.start, TREE.sentence.end)


def test_a_party_that_is_not_there_has_no_span() -> None:
    assert party_span(None) == (None, None)
    assert party_span(Party("the army", None, "words", 4, 8)) == (4, 8)


def test_the_word_at_an_offset_is_the_one_that_covers_it_or_the_next() -> None:
    assert [find_word(TREE, offset) for offset in (0, 3, 4, 17, 18)] == [0, 1, 1, 3, None]
