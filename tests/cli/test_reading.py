"""A reading is laid out in paragraphs; every refusal and every rule can be put into words."""

import pytest

from testimonia.cli.reading import explained, reason, rule_reason
from testimonia.model.refusal import Refusal
from testimonia.pipeline import Preview
from testimonia.registry import RULES


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_every_rule_gives_its_reason(rule: object) -> None:
    name = f"{rule.__module__.rpartition('.')[2]}.{rule.__name__}"  # type: ignore[attr-defined]
    assert rule_reason(name).endswith(".") or rule_reason(name).endswith('"')


def test_a_rule_of_another_reader_has_none() -> None:
    assert rule_reason("model.read") == ""


def test_a_refusal_is_put_into_words() -> None:
    assert "plan" in reason(Refusal("wings.read_wings", "wing", 0, 4, "unreal"))


def test_a_document_without_claims_is_explained_too(empty_preview: Preview) -> None:
    row = explained(empty_preview, explain=True)
    assert (row["claims"], row["reports"], row["refused"]) == ([], [], [])
    assert "refused" not in explained(empty_preview, explain=False)


@pytest.fixture
def empty_preview() -> Preview:
    from testimonia.model.document import Document
    from testimonia.model.knowledge import Knowledge
    from testimonia.model.reading import Reading

    document = Document("d-1", "a.txt", "0", "text/plain", "Nothing.")
    return Preview(document, Reading("d-1", "grammar"), Knowledge({"d-1": document}, {}, {}, {}, (), ()))
