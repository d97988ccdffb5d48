"""Cases of figures and of statuses, and the tables behind the event rules."""

from collections.abc import Callable
from typing import Any

from tests.read.reading import Read, expect_case, fields_of, parametrized

from testimonia.model.kinds import EVENT_TYPES
from testimonia.read.events.happenings import noun_triggers, verb_triggers


@parametrized("figures")
def test_a_text_gives_the_figures_that_its_coder_expects(case: dict[str, Any], read: Callable[..., Read]) -> None:
    expect_case(read(case["text"], **fields_of(case)), case)


def test_every_trigger_has_a_type_of_the_codebook() -> None:
    assert {trigger.type for trigger in (*verb_triggers().values(), *noun_triggers().values())} <= set(EVENT_TYPES)


def test_a_trigger_is_a_lemma_in_small_letters() -> None:
    assert all(word == word.lower().strip() for word in (*verb_triggers(), *noun_triggers()))
