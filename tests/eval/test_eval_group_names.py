"""The measure of names puts them into sentences and compares what is read there."""

import json
from pathlib import Path

import pytest
from eval import group_names as names
from eval.row import ROOT, DataMissingError


@pytest.fixture
def lists(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    actors = [
        {"name": "NUBA LIBERATION FRONT (NLF)", "aliases": ["NUBA FRONT"], "codes": [{"code": "SDNREB"}]},
        {"name": "AHRAR AL-NUBA", "aliases": [], "codes": [{"code": "SDNREB"}]},
        {"name": "OMAR THE CARPENTER", "aliases": [], "codes": [{"code": "IMGMUS"}]},
    ]
    (tmp_path / "milnonstate_actors.jsonl").write_text("\n".join(map(json.dumps, actors)))
    (tmp_path / "eu_listed_organisations.csv").write_text("name\nThe Kadugli Brigade (KB)\n")
    monkeypatch.setattr(names, "shared", lambda *parts: tmp_path / parts[-1])
    return tmp_path


def test_a_name_stands_in_its_sentence_where_the_trial_says(lists: Path) -> None:
    trials = [*names.trials("dev"), *names.trials("test")]
    written = {t.text[t.start : t.end] for t in trials if t.kind == "org"}
    assert written == {"Nuba Liberation Front", "Ahrar al-Nuba", "Kadugli Brigade"}
    assert all("{" not in t.text for t in trials)


def test_the_halves_share_no_name_and_no_sentence(lists: Path) -> None:
    contexts = json.loads((ROOT / "eval" / "gold" / "name_contexts.json").read_text("utf-8"))
    for kind in ("org", "person", "place"):
        assert not set(contexts[kind]["dev"].values()) & set(contexts[kind]["test"].values())
    dev = {t.text[t.start : t.end] for t in names.trials("dev")}
    assert not dev & {t.text[t.start : t.end] for t in names.trials("test")}


def test_a_reading_is_right_where_span_and_class_are() -> None:
    text = "Fighters of the Nuba Liberation Front left."
    right = names.read_trial(names.Trial("members", "org", text, 16, 37))
    assert (right.span, right.cls) == (True, True)
    short = names.read_trial(names.Trial("members", "org", text, 16, 31))
    assert (short.span, short.cls) == (False, True)
    person = names.read_trial(names.Trial("members", "person", text, 16, 37))
    assert person.cls is False


def test_missing_lists_are_told_in_one_line(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def missing(*parts: str) -> Path:
        raise DataMissingError(Path(parts[-1]))

    monkeypatch.setattr(names, "shared", missing)
    assert names.main([]) == 0
    assert capsys.readouterr().out.startswith("names: not measured.")
