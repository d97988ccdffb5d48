"""Cases of who says so, and the arithmetic of nested voices."""

from collections.abc import Callable
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from tests.read.reading import Read, expect_case, fields_of, parametrized

from testimonia.model.party import Party
from testimonia.read.voices.voices import BLOCK, Scope, Scopes, chain_at

PUBLISHER = Party("Example Press", "r-1", "publisher")
ARMY, AIDE = Party("army", None, "words", 0, 4), Party("aide", None, "words", 5, 9)


@parametrized("voices")
def test_a_text_gives_the_voices_that_its_coder_expects(case: dict[str, Any], read: Callable[..., Read]) -> None:
    expect_case(read(case["text"], **fields_of(case)), case)


def words_at(offset: int, *scopes: Scope, frame: tuple[Party, ...] = (PUBLISHER,)) -> tuple[list[str], str]:
    """Give the chain at an offset in words, with its stance."""
    chain = chain_at(offset, scopes, frame)
    return [voice.words for voice in chain.voices], chain.stance


def test_outside_all_scopes_the_frame_speaks_alone() -> None:
    assert words_at(50, Scope(0, 20, ARMY, "claimed", "said")) == (["Example Press"], "asserted")


def test_scopes_nest_from_the_outside_in_and_the_innermost_gives_the_stance() -> None:
    inner, outer = Scope(10, 30, AIDE, "claimed", "claims"), Scope(0, 40, ARMY, "asserted", "said")
    assert words_at(15, inner, outer) == (["Example Press", "army", "aide"], "claimed")
    assert words_at(35, inner, outer) == (["Example Press", "army"], "asserted")


def test_the_saying_itself_is_not_told_in_the_voice_that_it_names() -> None:
    scope = Scope(0, 40, ARMY, "asserted", "said", hole=(28, 40))
    assert words_at(30, scope) == (["Example Press"], "asserted")
    assert words_at(27, scope) == (["Example Press", "army"], "asserted")


def test_a_scope_without_a_voice_changes_the_stance_alone() -> None:
    assert words_at(5, Scope(0, 40, None, "reported_anonymous", "reportedly")) == (["Example Press"], "reported_anonymous")


def test_a_voice_stands_once_though_it_speaks_twice() -> None:
    assert words_at(15, Scope(0, 40, ARMY, "asserted", "said"), Scope(10, 30, ARMY, "denied", "denied")) == (
        ["Example Press", "army"],
        "denied",
    )


def test_a_publisher_that_quotes_itself_stands_once() -> None:
    assert words_at(15, Scope(0, 40, Party("the paper", "r-1", "name", 0, 9), "asserted", "wrote")) == (["Example Press"], "asserted")


@given(st.lists(st.tuples(st.integers(0, 30), st.integers(1, 30)), max_size=6), st.integers(0, 60))
def test_the_order_in_which_scopes_were_found_does_not_matter(spans: list[tuple[int, int]], offset: int) -> None:
    scopes = [
        Scope(start, start + length, Party(f"voice {n}", None, "words", n, n + 1), "asserted", "said")
        for n, (start, length) in enumerate(dict.fromkeys(spans))
    ]
    assert words_at(offset, *scopes) == words_at(offset, *reversed(scopes))
    assert len(words_at(offset, *scopes)[0]) == 1 + sum(scope.holds(offset) for scope in scopes)


@given(st.lists(st.tuples(st.integers(0, 4 * BLOCK), st.integers(1, 3 * BLOCK)), max_size=12), st.integers(0, 7 * BLOCK))
def test_scopes_asked_for_by_offset_are_those_that_hold_it_in_their_order(spans: list[tuple[int, int]], offset: int) -> None:
    scopes = [Scope(start, start + length, None, "claimed", str(n)) for n, (start, length) in enumerate(spans)]
    kept = Scopes()
    kept.add(scopes[:5])
    kept.add(scopes[5:])
    assert kept.around(offset) == [scope for scope in scopes if scope.holds(offset)]
