"""A knowledge base becomes a release and, from there, the formats of the field; a lens is asked for once."""

from pathlib import Path

import pytest

from testimonia.errors import LensError, NameNotFoundError, StoreError
from testimonia.model.lens import Choice, Lens
from testimonia.pipeline import build
from testimonia.publish.released import Released
from testimonia.releasing import export, release

TEXT = "The North Front, the armed wing of the River Party, was founded in 1990. The River Party denied it."
NOBODY = Lens("nobody", publishers=Choice(named=frozenset({"Nobody at all"})))


@pytest.fixture(scope="module")
def kb(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("releasing")
    (folder / "note.txt").write_text(TEXT, encoding="utf-8")
    build([folder / "note.txt"], folder / "kb")
    return folder / "kb"


def test_a_release_holds_what_is_claimed_and_a_lens_leaves_out(kb: Path, tmp_path: Path) -> None:
    release(kb, tmp_path / "all")
    release(kb, tmp_path / "none", lens=NOBODY)
    assert "founded" in {row["predicate"] for row in Released(tmp_path / "all").claims()}
    assert list(Released(tmp_path / "none").claims()) == []
    assert Released(tmp_path / "none").manifest["lens"]["name"] == "nobody"


def test_a_knowledge_base_is_exported_by_way_of_a_release(kb: Path, tmp_path: Path) -> None:
    release(kb, tmp_path / "release")
    straight = export(kb, tmp_path / "straight.ttl", formats=["turtle"])
    by_hand = export(tmp_path / "release", tmp_path / "by-hand.ttl", formats=["turtle"])
    assert len(straight) == len(by_hand) == 1
    assert (tmp_path / "straight.ttl").read_bytes() == (tmp_path / "by-hand.ttl").read_bytes()


def test_what_cannot_be_exported_is_refused_with_the_way_out(kb: Path, tmp_path: Path) -> None:
    release(kb, tmp_path / "release")
    with pytest.raises(LensError, match="was made through a lens already"):
        export(tmp_path / "release", tmp_path / "out", formats=["turtle"], lens=NOBODY)
    with pytest.raises(NameNotFoundError):
        export(kb, tmp_path / "out", formats=["papyrus"])
    with pytest.raises(StoreError):
        export(tmp_path / "nothing", tmp_path / "out", formats=["turtle"])
