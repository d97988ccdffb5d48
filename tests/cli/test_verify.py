"""Verify says what is wrong and ends with 1, so that a script notices."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from testimonia.publish.release import release_stock
from testimonia.publish.stock import StoredStock
from testimonia.store import open_store
from testimonia.store.in_order import in_order

from .conftest import Run


@pytest.fixture
def folder(kb: Path, tmp_path: Path) -> Path:
    with open_store(kb, create=False) as store, in_order(store) as stored:
        release_stock(tmp_path / "release", StoredStock(stored), meta={})
    return tmp_path / "release"


def test_a_whole_release_ends_with_nothing_wrong(run: Callable[..., Run], folder: Path, kb: Path) -> None:
    plain = run("verify", folder)
    assert (plain.code, "nothing is wrong" in plain.out) == (0, True)
    assert "not held against their texts" in plain.err
    held = run("verify", folder, "--kb", kb, columns=200)
    assert (held.code, held.err) == (0, "")
    assert "3 quotations held against their texts" in held.out


def test_a_change_is_said_with_its_file_and_ends_with_1(run: Callable[..., Run], folder: Path) -> None:
    claims = folder / "claims.jsonl"
    claims.write_text(claims.read_text("utf-8").replace("1977", "1978", 1), "utf-8")
    ended = run("verify", folder, columns=300)
    assert ended.code == 1
    assert "hashes: claims.jsonl: was changed since the release was made; copy the release again" in ended.out
    assert "faults" in ended.out
    as_json = run("verify", folder, "--json")
    assert as_json.code == 1
    assert json.loads(as_json.out)["faults"][0]["file"] == "claims.jsonl"


def test_a_quotation_that_the_knowledge_base_has_otherwise_is_found(run: Callable[..., Run], folder: Path, kb: Path) -> None:
    with open_store(kb, create=False) as store:
        first = next(store.documents()).id
    claims = folder / "claims.jsonl"
    claims.write_text(claims.read_text("utf-8").replace(first, first[:-1]), "utf-8")
    ended = run("verify", folder, "--kb", kb, "--limit", 3, columns=300)
    assert ended.code == 1
    assert "claims.jsonl, line 1: refers to d-aaa, which does not stand in documents.jsonl" in ended.out, "a shortened id is no id"


def test_what_is_no_release_is_wrong_use(run: Callable[..., Run], tmp_path: Path) -> None:
    ended = run("verify", tmp_path)
    assert (ended.code, ended.out) == (2, "")
    assert "is no release" in ended.err
