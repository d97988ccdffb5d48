"""A small key and a small release with every figure worked out by hand."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from eval.key import Gold, gold_from
from eval.released import load_release
from eval.report import misses, table
from eval.scorer import Scores, score_release

Row = dict[str, Any]
Write = Callable[[dict[str, list[Row]]], Path]

TEXT = (
    "The MNLF (Moro National Liberation Front) was founded in 1972. Its chairman is Nur Misuari. "  # 0-91
    "The MILF split from the MNLF in 1977. A resident said that the MILF attacked Lamitan, killing at least 8 people. Please donate."
)


def _claim(i: str, subject: str, predicate: str, evidence: str, **more: Any) -> Row:
    base: Row = {"id": i, "subject": subject, "predicate": predicate, "object": None, "value": None, "when": None}
    return {**base, "attribution": ["pub"], "stance": "asserted", "document": "a.txt", "evidence": evidence, **more}


def _gold() -> Gold:
    event: Row = {
        "id": "ge",
        "type": "ASSAULT",
        "type_alt": ["COERCE"],
        "initiator": ["milf"],
        "target": ["people"],
        "where": ["lamitan"],
        "when": None,
        "figures": [{"what": "killed", "of": "people", "low": 8, "high": None}],
        "responsibility": [],
        "attribution": ["pub", "a resident"],
        "document": "a.txt",
        "evidence": "the MILF attacked Lamitan, killing at least 8 people",
    }
    key: Row = {
        "documents": [{"id": "a.txt"}],
        "entities": [
            {"id": "pub", "kind": "media", "name": "Demo News", "names": []},
            {"id": "mnlf", "kind": "political_body", "name": "MNLF", "names": ["MNLF", "Moro National Liberation Front"]},
            {"id": "milf", "kind": "armed_group", "name": "MILF", "names": ["MILF", "Moro Islamic Liberation Front"]},
            {"id": "misuari", "kind": "person", "name": "Nur Misuari", "names": ["Nur Misuari"]},
            {"id": "lamitan", "kind": "place", "name": "Lamitan", "names": ["Lamitan"]},
        ],
        "claims": [
            _claim("g1", "mnlf", "founded", "was founded in 1972", when="1972"),
            _claim("g2", "misuari", "has_role", "Its chairman is Nur Misuari", object="mnlf", value={"role": "chairman"}),
            _claim("g3", "milf", "split_from", "The MILF split from the MNLF in 1977", object="mnlf", when="1977"),
            _claim("g4", "mnlf", "known_as", "MNLF (Moro National", value={"text": "Moro National Liberation Front"}, optional=True),
        ],
        "events": [event],
        "disputes": [{"about": "x", "claims": ["g1", "g3"]}],
        "corroborations": [{"about": "y", "claims": ["g2", "g3"], "independent": True}],
        "not": [
            {"entity_name": "A resident"},
            {"distinct": ["MNLF", "MILF"]},
            {"document": "a.txt", "no_evidence": "Please donate"},
        ],
    }
    return gold_from(key, {"a.txt": TEXT})


def _quoted(words: str) -> list[Row]:
    start = TEXT.index(words)
    return [{"document": "d1", "start": start, "end": start + len(words), "quote": words}]


def _rows() -> dict[str, list[Row]]:
    def claim(i: str, subject: str, predicate: str, words: str, **more: Any) -> Row:
        base: Row = {"id": i, "subject": subject, "predicate": predicate, "object": None, "value": None, "when": None}
        return {**base, "attribution": ["e-pub"], "stance": "asserted", "evidence": _quoted(words), **more}

    return {
        "documents": [{"id": "d1", "path": "folder/a.txt"}],
        "entities": [
            {"id": "e-pub", "kind": "media", "name": "Demo News", "names": []},
            {"id": "e-mnlf", "kind": "armed_group", "name": "MNLF", "names": [{"text": "Moro National Liberation Front"}]},
            {"id": "e-milf", "kind": "armed_group", "name": "MILF", "names": []},
            {"id": "e-misuari", "kind": "person", "name": "Nur Misuari", "names": []},
            {"id": "e-resident", "kind": "person", "name": "A resident", "names": []},
        ],
        "claims": [
            claim("s1", "e-mnlf", "founded", "founded in 1972", when="1972-10"),  # right by its year
            claim("s2", "e-misuari", "has_role", "chairman is Nur Misuari", object="e-mnlf", value={"role": "commander"}),  # another role
            claim(
                "s3", "e-milf", "split_from", "split from the MNLF", object="e-mnlf", attribution=["e-pub", "e-misuari"]
            ),  # voice and date wrong
            claim(
                "s4", "e-mnlf", "known_as", "Moro National Liberation Front", value={"text": "The Moro National Liberation Front"}
            ),  # optional
        ],
        "events": [
            {
                "id": "s5",
                "type": "COERCE",
                "initiator": ["e-milf"],
                "target": [],
                "where": ["Lamitan"],
                "when": "2013",
                "responsibility": [],
                "figures": [{"what": "killed", "low": 8, "high": None}, {"what": "injured", "low": 1, "high": 1}],
                "attribution": ["e-pub", "e-resident"],
                "evidence": _quoted("attacked Lamitan"),
            },
            {
                "id": "s6",
                "type": "REQUEST",
                "initiator": [],
                "target": [],
                "where": [],
                "when": None,
                "figures": [],
                "responsibility": [],
                "attribution": ["e-pub"],
                "evidence": _quoted("Please donate"),
            },
        ],
        "disputes": [{"id": "x", "claims": ["s1", "s3"]}, {"id": "z", "claims": ["s1", "s2"]}],
        "corroborations": [{"id": "y", "claims": ["s2", "s3"], "independent": True}],
    }


@pytest.fixture
def scores(write_release: Write) -> Scores:
    return score_release(load_release(write_release(_rows()), _gold()))


def _counts(row: Row) -> tuple[int, int, int]:
    return row["right"], row["system"], row["gold"]


def test_claims_are_right_when_their_arguments_are(scores: Scores) -> None:
    claims = scores.figures["claims"]
    assert _counts(claims["all"]) == (2, 3, 3)  # s1 and s3 right, s2 wrong, s4 free; g2 missed
    assert claims["all"]["f1"] == 0.667
    assert claims["structural"] == claims["all"]
    assert _counts(claims["has_role"]) == (0, 1, 1)
    assert _counts(claims["known_as"]) == (0, 0, 0)


def test_attribution_evidence_and_year_are_shares_of_the_matched(scores: Scores) -> None:
    # Matched are s1, s3 and s4: s3 has a voice too many and no date.
    assert scores.figures["claims"]["on_matched"] == {"attribution": 0.667, "evidence": 1.0, "when_year": 0.667}


def test_an_event_is_found_by_type_and_words_and_its_slots_are_counted(scores: Scores) -> None:
    events = scores.figures["events"]
    assert _counts(events["found"]) == (1, 2, 1)
    assert _counts(events["initiator"]) == (1, 1, 1)
    assert _counts(events["target"]) == (0, 0, 1)
    assert _counts(events["where"]) == (1, 1, 1)
    assert _counts(events["when"]) == (0, 1, 0)
    assert _counts(events["figures"]) == (1, 2, 1)
    assert events["attribution_on_matched"] == 1.0


def test_entities_count_only_where_they_are_used(scores: Scores) -> None:
    entities = scores.figures["entities"]
    assert _counts(entities["org"]) == (3, 3, 3)
    assert _counts(entities["person"]) == (1, 2, 1)  # the resident is no entity
    assert _counts(entities["place"]) == (0, 0, 1)  # Lamitan stands in words only
    assert _counts(entities["alias_links"]) == (1, 1, 2)


def test_disputes_and_corroborations_follow_the_pairs(scores: Scores) -> None:
    # The second dispute and the corroboration rest on s2, which answers nothing in the key.
    assert scores.figures["disputes"] == {"p": 0.5, "r": 1.0, "f1": 0.667, "right": 1, "system": 2, "gold": 1}
    assert scores.figures["corroborations"] == {"found": 0, "independence_right": 0, "gold": 1, "system": 1}


def test_traps_are_named(scores: Scores) -> None:
    assert scores.figures["traps"] == {"fallen": ["entity: A resident", "evidence in: Please donate"], "set": 3}


def test_evidence_that_does_not_stand_at_its_offsets_is_not_grounded(write_release: Write) -> None:
    rows = _rows()
    rows["claims"][0]["evidence"][0]["start"] += 1
    figures = score_release(load_release(write_release(rows), _gold())).figures
    assert figures["grounded"] == 0.833  # five of six


def test_two_bodies_merged_into_one_fall_into_the_trap(write_release: Write) -> None:
    rows = _rows()
    rows["entities"][1]["names"].append({"text": "MILF"})
    figures = score_release(load_release(write_release(rows), _gold())).figures
    assert "merged: ['MNLF', 'MILF']" in figures["traps"]["fallen"]


def test_an_empty_release_scores_nought_and_breaks_nothing(tmp_path: Path) -> None:
    scores = score_release(load_release(tmp_path, _gold()))
    assert scores.figures["claims"]["all"]["f1"] == 0.0
    assert scores.figures["grounded"] == 0.0
    assert scores.figures["traps"]["fallen"] == []


def test_items_of_documents_that_the_key_does_not_know_do_not_count(write_release: Write) -> None:
    rows = _rows()
    rows["documents"] = [{"id": "d1", "path": "folder/other.txt"}]
    assert _counts(score_release(load_release(write_release(rows), _gold())).figures["claims"]["all"]) == (0, 0, 3)


def test_the_lists_name_what_was_missed_and_what_was_wrong(write_release: Write) -> None:
    release = load_release(write_release(_rows()), _gold())
    scores = score_release(release)
    lines = list(misses(release, scores))
    assert [line.split()[0] for line in lines] == ["MISSED", "WRONG", "WRONG"]
    assert "has_role misuari mnlf role chairman" in lines[0]
    assert "has_role Nur Misuari MNLF role commander" in lines[1]
    assert any(line.startswith("disputes") and "f1 0.667" in line for line in table(scores))
