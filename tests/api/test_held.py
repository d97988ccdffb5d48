"""A release as it is asked: its own tables, or tables made of its lines."""

import shutil

import pytest

from testimonia.api.held import Held
from testimonia.errors import QuestionError, StoreError
from testimonia.publish.released import Released


@pytest.fixture
def copied(folder, tmp_path):
    """A copy of the release, to be damaged."""
    shutil.copytree(folder, tmp_path / "copy [1] of it's")
    return tmp_path / "copy [1] of it's"


@pytest.fixture
def opened(copied, tmp_path):
    """The copy, opened."""
    (tmp_path / "aside").mkdir()
    held = Held(Released(copied), aside=tmp_path / "aside")
    yield held
    held.close()


def test_a_folder_may_be_called_anything(opened, kb):
    opened.prepare("claims")
    assert next(opened.rows("SELECT count(*) FROM claims"))[0] == len(kb.claims())


def test_only_what_is_asked_for_is_made(bare, tmp_path):
    held = Held(Released(bare), aside=tmp_path)
    assert list((tmp_path / "tables").iterdir()) == []
    held.prepare("claims")
    assert sorted(file.name for file in (tmp_path / "tables").iterdir()) == ["claims.parquet", "documents.parquet"]
    held.close()


def test_a_file_that_is_missing_is_said(copied, opened):
    shutil.rmtree(copied / "parquet")
    (copied / "disputes.jsonl").unlink()
    assert "release.disputes" not in opened.tables
    with pytest.raises(StoreError, match=r"has no disputes\.jsonl; copy the release again"):
        opened.prepare("disputes")


def test_a_file_that_is_damaged_is_said(copied, opened):
    (copied / "parquet" / "claims.parquet").write_bytes(b"PAR1 no longer")
    with pytest.raises(StoreError, match=r"claims\.parquet cannot be read"):
        opened.prepare("claims")


def test_tables_of_another_version_are_said(copied, opened):
    shutil.copy(copied / "parquet" / "documents.parquet", copied / "parquet" / "claims.parquet")
    with pytest.raises(StoreError, match="the tables do not give claims"):
        opened.prepare("claims")


def test_a_release_without_judgements_can_be_asked_all_the_rest(copied, opened):
    (copied / "parquet" / "judgements.parquet").unlink()
    (copied / "judgements.jsonl").unlink()
    opened.prepare_all("SELECT 1")
    assert next(opened.rows("SELECT count(*) FROM release.problems")) == (0,)
    with pytest.raises(QuestionError):
        opened.columns("SELECT * FROM release.judgements")
