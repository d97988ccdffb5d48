"""The tokeniser: exact offsets whatever the text, and the words of the UD English treebanks."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from testimonia.read.parser.outline import is_format
from testimonia.read.parser.tokens import LONGEST_RULED, tokenise

# Pieces that real documents are made of, and that break careless offsets.
AWKWARD = [
    "can't",
    "Front’s",
    "“we",
    "will”",
    "U.N.",
    "Lt.",
    "no.",
    "...",
    "…",
    "--",
    "—",
    "12,000",
    "3.5%",
    "http://example.org/a?b=c",
    "a@b.org",
    "\u200b",
    "\ufeff",
    "zero\u200bwidth",
    "soft\u00adhyphen",
    "\u202bحركة\u202c",
    "حَرَكَة",
    "كتائب،",
    "e\u0301tat",
    "👍🏽",
    "👨\u200d👩\u200d👧",
    "🇨🇴",
    "\r\n",
    "\n",
    "\u00a0",
    "\u2028",
    "\t",
    " ",
    "(",
    ")",
    "'",
    "’",
    "\x00",
    "\x01",
    "\ud800",
    "村",
    "_",
    "#tag",
    "@user",
    ":)",
]
TEXTS = st.lists(st.one_of(st.sampled_from(AWKWARD), st.text(max_size=6), st.just(" ")), max_size=30).map("".join)


@given(TEXTS)
def test_every_word_stands_at_its_offsets_and_nothing_visible_is_lost(text: str) -> None:
    words = tokenise(text)
    at = 0
    for word in words:
        assert at <= word.start < word.end
        assert text[word.start : word.end] == word.text
        assert not any(character.isspace() for character in word.text)
        assert all(character.isspace() or is_format(character) for character in text[at : word.start])
        at = word.end
    assert all(character.isspace() or is_format(character) for character in text[at:])


@given(TEXTS, TEXTS)
def test_a_stretch_is_cut_as_if_it_stood_alone(before: str, text: str) -> None:
    whole = f"{before} {text} "
    start = len(before) + 1
    inside = tokenise(whole, start=start, end=start + len(text))
    assert [(word.start - start, word.end - start, word.text) for word in inside] == [(w.start, w.end, w.text) for w in tokenise(text)]


@given(TEXTS)
def test_no_word_begins_with_a_combining_mark_that_follows_a_letter(text: str) -> None:
    for word in tokenise(text):
        if word.start and unicodedata.category(word.text[0]) == "Mn":
            assert not unicodedata.category(text[word.start - 1]).startswith("L")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("They didn't, and won’t.", "They|did|n't|,|and|wo|n’t|."),
        ("We cannot; it's the army’s.", "We|can|not|;|it|'s|the|army|’s|."),
        ("the rebels’ camp", "the|rebels|’|camp"),
        ("He’ll say they’ve left", "He|’ll|say|they|’ve|left"),
        ("Gen. Prayut met Mr. Hun in St. Petersburg.", "Gen.|Prayut|met|Mr.|Hun|in|St.|Petersburg|."),
        ("the U.N. and the U.S.-backed force", "the|U.N.|and|the|U.S.|-|backed|force"),
        ("at 5:30 p.m. on 12 Sept. 2014", "at|5:30|p.m.|on|12|Sept.|2014"),
        ("He sat. No. 5 sat. No.", "He|sat|.|No.|5|sat|.|No|."),
        ("Col. Aureliano", "Col.|Aureliano"),
        ("J. Smith lost plan B.", "J.|Smith|lost|plan|B|."),
        ("guns, etc. The rest", "guns|,|etc|.|The|rest"),
        ("2,000 men, 3.5% and $5m", "2,000|men|,|3.5|%|and|$|5|m"),
        ("155mm shells at 7pm", "155|mm|shells|at|7|pm"),
        ("1,500-strong pro-government post-war so-called", "1,500|-|strong|pro-government|post-war|so|-|called"),
        ("al-Shabaab in 2014-15 (M-19)", "al|-|Shabaab|in|2014|-|15|(|M|-|19|)"),
        ("O’Neill of Sana'a and Ba'ath", "O’Neill|of|Sana'a|and|Ba'ath"),
        ("see https://example.org/a,b(c). Or x@y.org!", "see|https://example.org/a,b(c)|.|Or|x@y.org|!"),
        ("11/28/2000 2014-05-06 713-853-3989", "11/28/2000|2014-05-06|713-853-3989"),
        ("#Myanmar @user :) and/or R&D", "#Myanmar|@user|:)|and|/|or|R&D"),
        ("“No!!” he said... then — silence…", "“|No|!!|”|he|said|...|then|—|silence|…"),
        ("l’État, حركة الشباب، النصر", "l’État|,|حركة|الشباب|،|النصر"),
        ("Hez\u00adbollah\u200b’s", "Hez\u00adbollah|’s"),
        ("one\r\ntwo\u00a0three", "one|two|three"),
        ("the 1990s, the ’90s, the 1st", "the|1990s|,|the|’90s|,|the|1st"),
        ("👍🏽 👨\u200d👩\u200d👧.", "👍🏽|👨\u200d👩\u200d👧|."),
        ("", ""),
        (" \u200b\ufeff ", ""),
    ],
)
def test_words_are_those_of_the_treebanks(text: str, words: str) -> None:
    assert [word.text for word in tokenise(text)] == (words.split("|") if words else [])


def test_a_run_too_long_for_the_rules_is_still_cut_exactly() -> None:
    text = "a" * LONGEST_RULED + "-b." * 40_000 + "’" * 40_000
    words = tokenise(text)
    assert "".join(word.text for word in words) == text
    assert all(text[word.start : word.end] == word.text for word in words)


@pytest.mark.parametrize("piece", ["ab.-", ".,", "x_", "a@", "'s", "1:", "www.", "((("])
def test_hostile_runs_without_spaces_come_back_whole(piece: str) -> None:
    text = (piece * 60)[:190]
    assert "".join(word.text for word in tokenise(" ".join([text] * 200))) == text * 200
