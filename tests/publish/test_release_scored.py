"""A release of what a key codes scores in full against that key: every field is where the scorer looks for it."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))  # `eval` is a folder of the repository, not a part of the package

from eval.key import gold_from
from eval.released import load_release
from eval.scorer import score_release

CHAINS = {"d-a": "The Daily Example", "d-b": "Sample News"}


@pytest.fixture
def gold(knowledge):
    """The key of the same two documents, coded by hand and without the claims that must not be released."""
    names = {entity.id: entity for entity in knowledge.entities.values()}
    texts = {f"{key}.txt": document.text for key, document in knowledge.documents.items()}

    def claim(number: int, document: str, predicate: str, subject: str, words: str, **more):
        item = {"object": None, "value": None, "when": None, "stance": "asserted", "attribution": [f"e-{CHAINS[document]}"], **more}
        return {"id": f"c{number}", "document": f"{document}.txt", "predicate": predicate, "subject": subject, "evidence": words, **item}

    front, ana = "e-Example Front", "e-Ana Cruz"
    claims = [
        claim(1, "d-a", "founded", front, "was founded in 1972", when="1972"),
        claim(2, "d-b", "founded", front, "was founded in 1975", when="1975"),
        claim(3, "d-b", "armed_wing_of", front, "the armed wing of the Sample Party", object="e-Sample Party"),
        claim(4, "d-a", "has_role", ana, "spokesman Ana Cruz", object=front, value={"role": "spokesman"}),
        claim(5, "d-a", "strength", front, "about 500 members", value={"low": 500, "high": 500}, attribution=["e-The Daily Example", ana]),
    ]
    attack = {
        "id": "e1",
        "document": "d-b.txt",
        "type": "ASSAULT",
        "mode": None,
        "initiator": [front],
        "target": ["soldiers"],
        "where": ["e-Jolo"],
        "when": "2015-05-03",
        "figures": [{"what": "killed", "of": None, "low": 5, "high": 5}],
        "responsibility": [],
        "status": "happened",
        "attribution": ["e-Sample News"],
        "stance": "asserted",
        "evidence": "attacked soldiers in Jolo, killing 5",
    }
    shots = {**attack, "id": "e2", "document": "d-a.txt", "initiator": [], "target": [], "where": [], "when": None, "figures": []}
    key = {
        "documents": [{"id": name} for name in texts],
        "entities": [{"id": e.id, "kind": e.kind, "name": e.name, "names": [name.text for name in e.names]} for e in names.values()],
        "claims": claims,
        "events": [attack, {**shots, "attribution": ["e-The Daily Example", "Jane Doe"], "evidence": "heard it"}],
        "disputes": [{"about": "founding", "claims": ["c1", "c2"], "why": "1972 against 1975"}],
        "corroborations": [],
        "not": [{"entity_name": "Jane Doe"}],
    }
    return gold_from(key, texts)


def test_a_release_of_what_the_key_codes_is_right_in_everything(knowledge, released, gold):
    figures = score_release(load_release(released(knowledge), gold)).figures
    for part in (figures["claims"]["all"], figures["events"]["found"], figures["events"]["figures"], figures["events"]["where"]):
        assert (part["p"], part["r"]) == (1.0, 1.0)
    assert figures["claims"]["on_matched"]["attribution"] == 1.0
    assert figures["disputes"]["r"] == 1.0
    assert figures["traps"]["fallen"] == []
    assert figures["grounded"] == 1.0
