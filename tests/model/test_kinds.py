"""The closed sets hang together; `tests/codebook/test_load.py` compares them with the codebook's file."""

import pytest

from testimonia.model import kinds


@pytest.mark.parametrize("closed_set", [kinds.ENTITY_KINDS, kinds.PREDICATES, kinds.EVENT_TYPES, kinds.STANCES, kinds.STATUSES])
def test_no_code_stands_twice(closed_set):
    assert len(set(closed_set)) == len(closed_set)


def test_the_codebook_has_12_kinds_19_predicates_and_16_event_types():
    assert (len(kinds.ENTITY_KINDS), len(kinds.PREDICATES), len(kinds.EVENT_TYPES)) == (12, 19, 16)


@pytest.mark.parametrize("kind", kinds.ENTITY_KINDS)
def test_a_town_is_never_compared_with_the_brigade_named_after_it(kind):
    expected = kind if kind in ("person", "place", "named_event") else "org"
    assert kinds.entity_class(kind) == expected
