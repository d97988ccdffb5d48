"""Cases of fact boxes: labels and values under a body's name."""

from collections.abc import Callable
from typing import Any, get_args

from tests.read.reading import Read, expect_case, fields_of, parametrized

from testimonia.model.kinds import PREDICATES, NameKind
from testimonia.read.boxes import labels


@parametrized("labelled")
def test_a_text_gives_the_facts_of_boxes_that_its_coder_expects(case: dict[str, Any], read: Callable[..., Read]) -> None:
    expect_case(read(case["text"], **fields_of(case)), case)


def test_every_label_tells_a_predicate_or_a_value_of_the_codebook() -> None:
    told = {label.code for label in labels().values() if label.group in ("parties", "times", "places", "beliefs")}
    assert told <= set(PREDICATES)
    assert {label.code for label in labels().values() if label.group == "names"} <= set(get_args(NameKind))


def test_a_label_may_turn_a_relation_round() -> None:
    assert labels()["split from"].turned is False
    assert labels()["split to"].turned is True
    assert labels()["split to"].code == labels()["split from"].code == "split_from"


def test_evidence_of_a_labelled_line_begins_at_its_label(read: Callable[..., Read]) -> None:
    told = read("Moro Freedom Army\n\nFounded: 1984\nAllies: Basilan Brigade, Sulu Command\n")
    quotes = {claim.predicate: claim.evidence[0].quote for claim in told.reading.claims}
    assert quotes["founded"] == "Founded: 1984"
    assert quotes["allied_with"].startswith("Allies: Basilan Brigade")
