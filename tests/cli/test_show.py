"""Every kind is listed and shown, found by any name, in tables and in JSON."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from testimonia.store import open_store

from .conftest import HOSTILE, Run

KINDS = ("actor", "event", "dispute", "document", "claim", "place")


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("columns", [40, 100, 300])
def test_every_kind_is_listed_without_letting_a_document_act_on_the_terminal(
    run: Callable[..., Run], kb: Path, kind: str, columns: int
) -> None:
    ended = run("show", kb, kind, columns=columns)
    assert (ended.code, ended.err) == (0, "")
    for character in ("\x1b", "\x9b", "\x07", "\u202e"):
        assert character not in ended.out


@pytest.mark.parametrize("kind", KINDS)
def test_every_list_is_json_too(run: Callable[..., Run], kb: Path, kind: str) -> None:
    out = run("show", kb, kind, "--json").out
    assert all(each["id"] for each in json.loads(out))
    assert "\x1b" not in out


@pytest.mark.parametrize("kind", KINDS)
def test_an_empty_knowledge_base_has_none(run: Callable[..., Run], tmp_path: Path, kind: str) -> None:
    open_store(tmp_path / "kb").close()
    ended = run("show", tmp_path / "kb", kind)
    assert ended.code == 0
    assert "none." in ended.out


@pytest.mark.parametrize(
    ("kind", "name", "heading"),
    [
        ("actor", "MILF", "Moro Islamic Liberation Front"),
        ("actor", "milf", "Moro Islamic Liberation Front"),
        ("actor", "moro isl", "Moro Islamic Liberation Front"),
        ("actor", "جبهه تحرير مورو", "Moro Islamic Liberation Front"),
        ("actor", "n-front", "Moro Islamic Liberation Front"),
        ("place", "marawi", "Marawi"),
        ("event", "v-1", "ASSAULT, told by 1 passage"),
        ("event", "marawi", "ASSAULT, told by 1 passage"),
        ("event", "The Front", "ASSAULT, told by 1 passage"),
        ("dispute", "when the front", "when the front was founded"),
        ("document", "paper.txt", "How the front began"),
        ("document", "on air", "On air"),
        ("document", "d-aa", "How the front began"),
        ("claim", "strength", "What"),
    ],
)
def test_a_record_is_found_by_any_of_its_names(run: Callable[..., Run], kb: Path, kind: str, name: str, heading: str) -> None:
    ended = run("show", kb, kind, *name.split())
    assert ended.code == 0
    assert heading in ended.out


def test_an_actor_has_each_line_with_quotation_and_chain(run: Callable[..., Run], kb: Path) -> None:
    out = run("show", kb, "actor", "milf", columns=250).out
    assert "“The Moro Islamic Liberation Front broke away in 1977.”" in out
    assert "The Davao Paper → Moro Islamic Liberation Front (claimed)" in out
    assert "“جبهة تحرير مورو تأسست في 1984”" in out
    assert "reports/paper.txt:54-145" in out
    assert "when the front was founded" in out


def test_a_claim_is_shown_with_what_stands_for_and_against_it(run: Callable[..., Run], kb: Path) -> None:
    with open_store(kb) as store:
        identifier = next(store.claims()).id
    out = run("show", kb, "claim", identifier[:9], columns=200).out
    for words in ("founding.year (grammar 1)", "that the front exists", "when the front was founded", "1977 | 1984"):
        assert words in out


def test_an_event_has_its_figures_and_its_reports(run: Callable[..., Run], kb: Path) -> None:
    event = json.loads(run("show", kb, "event", "v-1", "--json").out)
    assert event["tolls"] == [{"what": "wounded", "of": "soldiers", "low": 4, "best": 4, "high": None}]
    assert event["reports"][0]["evidence"][0]["document"] == "d-aaaa"


def test_a_dispute_has_its_positions_apart(run: Callable[..., Run], kb: Path) -> None:
    dispute = json.loads(run("show", kb, "dispute", "when the front was founded", "--json").out)
    assert [side["holds"] for side in dispute["positions"]] == ["1977", "1984"]
    assert [side["claims"][0]["when"]["edtf"] for side in dispute["positions"]] == ["1977", "1984"]


def test_a_document_shows_where_it_comes_from_and_what_it_says(run: Callable[..., Run], kb: Path) -> None:
    document = json.loads(run("show", kb, "document", "radio.txt", "--json").out)
    assert document["publisher"] == "Radio Cotabato"
    assert len(document["claims"]) == 2


def test_a_name_nobody_has_gets_a_suggestion(run: Callable[..., Run], kb: Path) -> None:
    ended = run("show", kb, "actor", "Morro Islamik Front")
    assert (ended.code, ended.out) == (2, "")
    assert "did you mean: Moro Islamic Liberation Front" in ended.err


def test_a_name_that_several_have_lists_them(run: Callable[..., Run], kb: Path) -> None:
    ended = run("show", kb, "document", "reports/")
    assert ended.code == 0
    assert "How the front began" in ended.out
    assert "On air" in ended.out


def test_a_limit_says_what_it_leaves_out(run: Callable[..., Run], kb: Path) -> None:
    assert "… and 2 more; --limit 0 shows all" in run("show", kb, "claim", "--limit", "1").out
    assert "more;" not in run("show", kb, "claim", "--limit", "0").out


def test_a_hostile_name_is_shown_letter_by_letter(run: Callable[..., Run], kb: Path) -> None:
    ended = run("show", kb, "actor", HOSTILE, columns=200)
    assert ended.code == 0
    assert "[bold red]Files[/] \\x1b[2J\\u202e\\x9b31m" in ended.out
