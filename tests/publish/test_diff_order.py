"""Rows of a release by identifier, however many there are, and single rows looked at."""

import json
from pathlib import Path

import pytest

from testimonia.errors import RecordError
from testimonia.publish import diff_order
from testimonia.publish.diff_order import places_in_order, row_at
from testimonia.publish.released import Released


@pytest.fixture
def release(knowledge, released, tmp_path) -> Released:
    folder = released(knowledge)
    names = [f"c-{number * 37 % 101:04d}" for number in range(101)]
    (folder / "claims.jsonl").write_text("".join(json.dumps({"id": name, "n": number}) + "\n" for number, name in enumerate(names)))
    return Released(folder)


@pytest.mark.parametrize("run", [1, 10, 101, 1000])
def test_places_come_in_order_whatever_fits_in_memory(release, tmp_path, monkeypatch, run):
    monkeypatch.setattr(diff_order, "RUN", run)
    spill = tmp_path / "spill"
    spill.mkdir()
    places = list(places_in_order(release, "claims", spill=spill))
    assert [place.id for place in places] == [f"c-{number:04d}" for number in range(101)]
    with row_at(release, "claims") as read:
        assert all(read(place)["id"] == place.id for place in places)
    assert len({place.digest for place in places}) == 101
    assert list(spill.iterdir()) == [], "nothing is left on the disk"


def test_a_file_that_is_left_out_has_no_places(release, tmp_path: Path):
    assert list(places_in_order(release, "judgements", spill=tmp_path)) == []


def test_a_line_without_identifier_is_named(release, tmp_path: Path):
    with (release.folder / "claims.jsonl").open("a") as file:
        file.write("{}\n")
    with pytest.raises(RecordError, match="line 102: has no id"):
        list(places_in_order(release, "claims", spill=tmp_path))
