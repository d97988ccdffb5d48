"""`testimonia stemma`: the tree, the path, the files; what is not found is said."""

import json
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree as Xml

import pytest

from testimonia.store import open_store


@pytest.fixture
def claims(kb: Path) -> list[str]:
    with open_store(kb, create=False) as store:
        return [claim.id for claim in store.claims(predicate="founded")]


def test_a_claim_is_shown_with_those_that_agree(run: Callable[..., object], kb: Path, claims: list[str]) -> None:
    shown = run("stemma", kb, claims[0])
    assert shown.code == 0
    assert "2 claims, 2 witnesses, 2 independent" in shown.out
    assert "The Davao Paper, 1999-05, reports/paper.txt" in shown.out
    assert "“The Moro Islamic Liberation Front broke away in 1977" in shown.out


def test_an_event_is_found_by_where_it_happened(run: Callable[..., object], kb: Path) -> None:
    shown = run("stemma", kb, "Marawi")
    assert "1 claim, 1 witness, 1 independent" in shown.out


def test_the_path_between_two_claims_is_said(run: Callable[..., object], kb: Path, claims: list[str]) -> None:
    assert "Radio Cotabato are independent: no path joins them." in run("stemma", kb, claims[0], "--path-to", claims[1]).out


def test_json_says_all_of_it(run: Callable[..., object], kb: Path, claims: list[str]) -> None:
    told = json.loads(run("stemma", kb, claims[0], "--path-to", claims[1], "--json").out)
    assert (told["independent"], len(told["groups"]), len(told["path"])) == (2, 2, 1)
    assert {claim for witness in told["witnesses"] for claim in witness["claims"]} == set(claims)


def test_graph_and_picture_are_written_and_carry_no_words_of_a_claim(run: Callable[..., object], kb: Path, tmp_path: Path) -> None:
    graph, picture = tmp_path / "graph.xml", tmp_path / "picture.svg"
    assert run("stemma", kb, "Marawi", "--graphml", graph, "--svg", picture).code == 0
    for file in (graph, picture):
        text = file.read_text("utf-8")
        assert Xml.fromstring(text.encode()) is not None
        assert "a camp" not in text


def test_what_is_not_found_is_wrong_use(run: Callable[..., object], kb: Path) -> None:
    shown = run("stemma", kb, "Atlantis")
    assert shown.code == 2
    assert "no claim or event answers to “Atlantis”" in shown.err


def test_a_lens_leaves_witnesses_out(run: Callable[..., object], kb: Path, claims: list[str]) -> None:
    assert "1 claim, 1 witness" in run("stemma", kb, claims[0], "--said-before", "2000-01-01").out
