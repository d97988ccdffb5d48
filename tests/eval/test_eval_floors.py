"""Floors rise, hold, and are lowered only with a reason."""

from pathlib import Path

from eval.floors import Floors, below, digest, load_floors, lowered, raised, save_floors

HIGH = {"claims_f1": 0.7, "grounded": 1.0}


def test_raising_lowers_nothing() -> None:
    floors = raised({"claims_f1": 0.6, "events_f1": 0.5}, Floors("old", {"claims_f1": 0.7}), corpus="new")
    assert floors == Floors("new", {"claims_f1": 0.7, "events_f1": 0.5})


def test_a_figure_below_its_floor_is_named() -> None:
    assert below({"claims_f1": 0.69, "grounded": 1.0}, Floors("", HIGH)) == ["claims_f1: 0.69 is below its floor of 0.7"]
    assert below(HIGH, Floors("", HIGH)) == []


def test_a_figure_that_is_no_longer_measured_counts_as_nought() -> None:
    assert below({"grounded": 1.0}, Floors("", HIGH)) == ["claims_f1: 0.0 is below its floor of 0.7"]


def test_grounding_has_a_floor_of_its_own_that_nothing_lowers() -> None:
    floors = lowered({"grounded": 0.9}, Floors("", {"grounded": 1.0}), corpus="", reason="no reason is good enough")
    assert below({"grounded": 0.9}, floors) == ["grounded: 0.9 is below its floor of 1.0"]


def test_lowering_keeps_the_reason_beside_what_went_down() -> None:
    floors = lowered({"claims_f1": 0.6, "grounded": 1.0}, Floors("a", HIGH), corpus="b", reason="the key became stricter")
    assert floors.floors == {"claims_f1": 0.6, "grounded": 1.0}
    assert floors.history == ({"reason": "the key became stricter", "lowered": {"claims_f1": [0.7, 0.6]}},)


def test_floors_survive_their_file(tmp_path: Path) -> None:
    floors = Floors("digest", HIGH, ({"reason": "r", "lowered": {"x": [1.0, 0.5]}},))
    save_floors(floors, tmp_path / "floors.json")
    assert load_floors(tmp_path / "floors.json") == floors
    assert load_floors(tmp_path / "none.json") == Floors()


def test_the_digest_follows_names_and_bytes_and_not_the_order(tmp_path: Path) -> None:
    a, b = tmp_path / "a.txt", tmp_path / "b.txt"
    a.write_text("one")
    b.write_text("two")
    before = digest([a, b])
    assert before == digest([b, a]) == digest([tmp_path])
    b.write_text("three")
    assert digest([a, b]) != before
