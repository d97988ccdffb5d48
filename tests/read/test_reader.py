"""The whole of reading: what holds of any document, however broken, and how little a reading may depend on."""

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.read.reading import OPTIONS, Read, cases_of, check_grounded, document_of, expect_case, fields_of, parametrized, read_text

from testimonia.model.document import Marked
from testimonia.read.parser.session import Parser
from testimonia.read.reader import ReadOptions, read_document
from testimonia.registry import CLAIM_RULES, EVENT_RULES, RULES

LONG_LINE = 20_000
"""Code points; a document without a line break or a full stop."""

NAMES = [
    "the",
    "Arakan",
    "Army",
    "Front",
    "attacked",
    "was",
    "founded",
    "in",
    "2012",
    "said",
    "that",
    "killed",
    "12",
    "people",
    "of",
    "al-Sham",
    "(KNU)",
    "[the",
    "and",
    "by",
    "against",
    "armed",
    "wing",
    "Goma",
    "spokesman",
    "General",
    "Omar",
    "Haidar",
    "who",
    "which",
    "it",
    "they",
    "on",
    "3",
    "May",
    "between",
    "30",
    "to",
    "20",
    "U.S",
    "99",
    "May",
    "31",
    "February",
]
SIGNS = [
    "الجيش",
    "軍隊",
    "ё́",
    "é",
    "\u200b",
    "\u202e",
    "„",
    "“",
    "”",
    "«",
    '"',
    "'",
    "(",
    ")",
    "—",
    ".",
    "?",
    "!",
    ",",
    ";",
    ":",
    "==",
    "-",
    "U.N“.",
    "1e9",
    "½",
    "١٢",
    "🙂",
]
WORDS = st.sampled_from([*NAMES, *SIGNS, "\n", "\n\n"])
TEXTS = st.one_of(
    st.text(max_size=300),
    st.lists(WORDS, max_size=60).map(" ".join),
    st.lists(st.one_of(WORDS, st.text(alphabet=st.characters(codec="utf-8"), max_size=12)), max_size=40).map(" ".join),
)


@parametrized("dense")
def test_a_dense_passage_gives_what_its_coder_expects(case: dict[str, Any], read: Callable[..., Read]) -> None:
    expect_case(read(case["text"], **fields_of(case)), case)


@parametrized("reader")
def test_a_passage_of_several_sentences_gives_what_its_coder_expects(case: dict[str, Any], read: Callable[..., Read]) -> None:
    expect_case(read(case["text"], **fields_of(case)), case)


@settings(
    max_examples=120, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
@given(text=TEXTS, publisher=st.sampled_from([None, "The Daily Example", "Arakan Army"]))
def test_any_text_is_read_without_an_exception_and_every_word_is_grounded(parser: Parser, text: str, publisher: str | None) -> None:
    read_and_check(parser, text, publisher)


def read_and_check(parser: Parser, text: str, publisher: str | None = None) -> Read:
    """Read without asking that there be no problems: on broken text a problem is a right answer, and an exception is none."""
    document = document_of(text, publisher=publisher)
    reading = read_document(document, parser=parser, options=OPTIONS)
    check_grounded(Read(document, replace(reading, problems=())))
    return Read(document, reading)


@pytest.mark.parametrize(
    "text", ["", " ", "\n\n\n", "\u200b", "...", "(", ")", "“", "((((((", "]]]]", '"' * 50, "“" * 50, "\r\n\r\n", "\x00", "كتائب", "🙂🙂"]
)
def test_a_text_of_nothing_or_of_marks_alone_gives_no_claim(parser: Parser, text: str) -> None:
    read = read_and_check(parser, text)
    assert read.reading.claims == () and read.reading.reports == ()


BROKE_ONCE = [
    "The U.S army left.",
    "A.A",
    "The U.N“. mission left.",
    "The Mai-Mai Front left Fizi. The Mai Kivu Reform Front stayed.",
    "The Baraka Baraka Front met the Baraka Southern Reform Front.",
]


@pytest.mark.parametrize("text", BROKE_ONCE)
def test_a_text_that_once_broke_the_reader_is_read(parser: Parser, text: str) -> None:
    assert read_and_check(parser, text).document.text == text


@pytest.mark.parametrize("unit", ["a", "A", "Army-", "the Front and ", "the rebels attacked Goma and ", "((a)) of the "])
def test_a_line_of_twenty_thousand_characters_is_read_to_its_end(parser: Parser, unit: str) -> None:
    text = (unit * (LONG_LINE // len(unit) + 1))[:LONG_LINE]
    assert len(read_and_check(parser, text).document.text) == LONG_LINE


@pytest.mark.parametrize("mark", ["(", ")", "“", '"', "[", "—", ".", "\u200b", "\n"])
def test_a_run_of_two_thousand_marks_is_read_to_its_end(parser: Parser, mark: str) -> None:
    read = read_and_check(parser, f"The Moro National Liberation Front was founded in 1972.\n\n{mark * 2000}")
    assert [claim.predicate for claim in read.reading.claims] == ["founded"]


def test_reading_twice_gives_the_same_records(parser: Parser) -> None:
    text = "The Karen National Union (KNU) attacked Papun on 3 May 2021, the army said. The group was founded in 1947."
    assert read_text(parser, text).reading == read_text(parser, text).reading


def test_boilerplate_yields_no_claim(parser: Parser) -> None:
    text = "The rebels left the town.\n\nThe Moro National Liberation Front was founded in 1972."
    start = text.index("The Moro")
    document = replace(document_of(text), marked=(Marked(start, len(text), "related_link", "a link to another story"),))
    assert read_document(document, parser=parser, options=OPTIONS).claims == ()
    assert [c.predicate for c in read_text(parser, text).reading.claims] == ["founded"]


def test_without_rules_nothing_is_claimed(parser: Parser) -> None:
    document = document_of("The Moro National Liberation Front was founded in 1972.")
    reading = read_document(document, parser=parser, options=ReadOptions("none", (), ()))
    assert reading.claims == () and reading.reports == ()
    assert [r.name for r in reading.referents] == ["Moro National Liberation Front"]


def test_every_proposal_names_a_rule_that_exists_and_the_reader(read: Callable[..., Read]) -> None:
    names = {rule.__name__ for rule in RULES} | {"read_listed_members"}
    proposals = [record.proposal for case in cases_of("wings") + cases_of("events")[:20] for record in _records(read(case["text"]))]
    assert proposals
    assert {p.rule.rsplit(".", 1)[-1] for p in proposals} <= names
    assert {p.reader for p in proposals} == {OPTIONS.name}


def _records(read: Read) -> list[object]:
    return [*read.reading.claims, *read.reading.reports]


def test_the_same_words_in_a_longer_document_are_claimed_alike(parser: Parser) -> None:
    """What stands before and after in other paragraphs changes no founding year and moves every offset by just as much."""
    text = "The Moro National Liberation Front was founded in 1972."
    before = "Markets opened late.\n\n"
    [alone] = read_text(parser, text).reading.claims
    [inside] = read_text(parser, f"{before}{text}\n\nRain fell.").reading.claims
    assert alone.when == inside.when
    assert inside.evidence[0].start == alone.evidence[0].start + len(before)
    assert inside.evidence[0].quote == alone.evidence[0].quote


CLAIMS = ["naming", "wings", "membership", "lineage", "relations", "outlook", "presence", "strength", "roles", "capability"]
OTHERS = ["events", "voices", "figures", "dates_in_claims", "scene", "listing", "frame", "spotting", "cast"]
AFRICA = "Libya|Mali|Nigeria|Congo|Uganda|Sudan|Tigray|Sahrawi|Casamance"
AMERICA = "Colombia|Peru|Zapatista|Sinaloa"
ASIA = "Sri Lanka|Philippine|Aceh|Myanmar|Nepal|Kurdistan|Afghan|Syria|Mosul|Houthi|Srinagar"
EUROPE = "Belfast|Basque|Mykolaiv|Grozny"


PRIVATE = ["Amina Yusuf", "Pedro Quispe", "Rosa Huaman"]


@pytest.mark.parametrize("name", PRIVATE)
@pytest.mark.parametrize(
    "text",
    [
        "{0}, a farmer, was killed near Goma on 3 May 2012.",
        "{0} said that soldiers burned her house in Bunia.",
        '"They took my son away at night," said {0}, who lives in Gulu.',
        "Soldiers arrested {0} in Mandalay. {0} was released in June.",
        "The victims were {0}, 19, and her brother.",
    ],
)
def test_a_private_person_is_never_among_the_referents(read: Callable[..., Read], name: str, text: str) -> None:
    reading = read(text.format(name)).reading
    assert all(name not in (r.name, *r.names) for r in reading.referents)
    assert all(mention.quote != name for mention in reading.mentions)


def test_the_cases_are_many_span_the_world_and_a_third_of_them_say_what_must_not_be_read() -> None:
    cases = [case for name in (*CLAIMS, *OTHERS) for case in cases_of(name)]
    assert len(cases) >= 260
    assert 3 * sum(bool(case["not"]) for case in cases) >= len(cases)
    text = " ".join(case["text"] for case in cases)
    conflicts = f"{AFRICA}|{AMERICA}|{ASIA}|{EUROPE}"
    assert len(set(re.findall(conflicts, text))) >= 20


def test_all_predicates_of_the_rules_have_a_case() -> None:
    asked = {wanted["claim"] for name in CLAIMS for case in cases_of(name) for wanted in case["expect"] if "claim" in wanted}
    assert len(asked) == 19 and len(CLAIM_RULES) > 0 and len(EVENT_RULES) > 0
