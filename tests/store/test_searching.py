"""What people type becomes a question, and the answer is quoted from the text."""

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from testimonia.model.document import Document
from testimonia.store import Store, open_store
from testimonia.store.searching import Wanted, locate, match_expression, wanted

TEXT = "Fighters of the Frente Farabundo Martí agreed to a ceasefire.\nThe ceasefire of the Frente held until “spring”."


def test_quotation_marks_make_a_phrase_and_a_star_a_beginning() -> None:
    assert wanted('Ceasefire "Frente Martí" neg*') == (
        Wanted(("ceasefire",)),
        Wanted(("frente", "marti")),
        Wanted(("neg",), beginning=True),
    )


def test_a_word_with_a_hyphen_is_a_phrase() -> None:
    assert wanted("al-Nusra") == (Wanted(("al", "nusra")),)


@pytest.mark.parametrize("query", ["", "  ", '"', '""', "* ** -", "—"])
def test_a_query_without_words_asks_nothing(query: str) -> None:
    assert wanted(query) == ()


def test_the_longest_phrase_is_shown() -> None:
    document = Document("d-1", "a.txt", "00", "text/plain", TEXT)
    hit = locate(document, wanted('ceasefire "frente held"'))
    assert TEXT[hit.found_start : hit.found_end] == "Frente held"
    assert hit.quote == TEXT[hit.start : hit.end]


@given(st.text(max_size=30))
def test_no_query_breaks_the_index(store_with_text: Store, query: str) -> None:
    for hit in store_with_text.search_text(query, 3):
        assert hit.quote == TEXT[hit.start : hit.end]


@pytest.mark.parametrize("query", ["AND", "ceasefire OR NOT", 'NEAR("a b", 3)', "body:ceasefire", "ceasefire) --", "'; DROP TABLE texts"])
def test_words_of_the_index_language_are_plain_words(store_with_text: Store, query: str) -> None:
    assert all(word.isalnum() for part in wanted(query) for word in part.words)
    store_with_text.search_text(query, 3)
    assert store_with_text.search_text("spring", 3)


def test_every_expression_is_quoted() -> None:
    assert match_expression(wanted('a "b c" d*')) == '"a" AND "b c" AND "d"*'


@pytest.fixture(scope="module")
def store_with_text(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with open_store(tmp_path_factory.mktemp("search") / "kb") as store:
        store.add_captured([Document("d-1", "a.txt", "00", "text/plain", TEXT)])
        yield store
