"""A refusal names its rule, its words and a reason that has words."""

import dataclasses
import re
from pathlib import Path

import pytest

import testimonia
from testimonia.codebook.words import load_words
from testimonia.model.refusal import Refusal


def test_a_refusal_is_frozen() -> None:
    refusal = Refusal("wings.read_wings", "wing", 0, 4, "unreal")
    with pytest.raises(dataclasses.FrozenInstanceError):
        refusal.reason = "negated"  # type: ignore[misc]


def test_every_reason_is_a_sentence_of_its_own() -> None:
    reasons = load_words("refusals")["reasons"]
    assert len(set(reasons.values())) == len(reasons)
    assert all(" " in words and not words.endswith(".") for words in reasons.values())


def test_every_reason_is_given_by_some_rule_and_every_rule_gives_one_of_them() -> None:
    source = "\n".join(path.read_text("utf-8") for path in (Path(testimonia.__file__).parent / "read").rglob("*.py"))
    given = {words for call in re.findall(r"\.refuse\(([^\n]*)\)", source) for words in re.findall(r'"([a-z_]+)"', call)}
    given |= set(re.findall(r'Refusal\([^\n]*"([a-z_]+)"\)', source))
    assert given == set(load_words("refusals")["reasons"])
