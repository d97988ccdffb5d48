"""The cases of publication.jsonl: what a text says of its own publication, and the look-alikes that say nothing."""

import json
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from testimonia.capture.blocks import split_blocks
from testimonia.capture.dates import is_edtf
from testimonia.capture.piece import Facts
from testimonia.capture.publication import read_date, read_publication

CASES = [json.loads(line) for line in (Path(__file__).parents[1] / "cases/capture/publication.jsonl").read_text("utf-8").splitlines()]
LINES = sorted({line for case in CASES for line in case["text"].split("\n")})


@pytest.mark.parametrize("case", CASES, ids=[case["label"] for case in CASES])
def test_reads_what_the_case_expects_and_nothing_else(case: dict[str, Any], request: pytest.FixtureRequest) -> None:
    if case["holds"] == "no":
        request.applymarker(pytest.mark.xfail(strict=True, reason=case["comment"]))
    facts = read_publication(case["text"], known=Facts(**case["known"]))
    assert {name: value for name, value in asdict(facts).items() if value is not None} == case["expect"]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.one_of(st.sampled_from(LINES), st.text(max_size=80)), max_size=10))
def test_whatever_the_text_the_date_is_edtf_and_names_stand_in_it(lines: list[str]) -> None:
    text = "\n\n".join(lines)
    facts = read_publication(text, known=Facts())
    assert facts.published is None or is_edtf(facts.published)
    assert facts.author is None or facts.author in text
    assert facts.title is None or facts.title in text


def test_a_labelled_date_beats_a_date_by_itself() -> None:
    found = read_date(split_blocks("1 May 2020\n\nPublished 3 March 2021\n\nShops in Goma opened again, traders said."))
    assert found is not None and found.value == "2021-03-03"


def test_a_dateline_may_name_town_and_country_before_its_date() -> None:
    text = "QUETTA, Pakistan, March 14, 2025 (Example Wire) - The army said on Friday that it had ended the siege.\n\nIt gave no toll."
    assert read_publication(text, known=Facts()).published == "2025-03-14"
