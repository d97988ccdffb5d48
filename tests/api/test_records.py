"""The records: frozen, flat, and told field by field."""

import re
from dataclasses import FrozenInstanceError, fields
from inspect import getdoc

import pytest

from testimonia.api import findings, records

HELD = [
    held
    for module in (records, findings)
    for held in vars(module).values()
    if isinstance(held, type) and held.__module__ == module.__name__
]


@pytest.mark.parametrize("record", HELD, ids=lambda record: record.__name__)
def test_every_field_is_told_in_the_order_of_the_fields(record):
    told = re.findall(r"^    (\w+): \S", (getdoc(record) or "").split("Attributes:")[1], re.MULTILINE)
    assert told == [field.name for field in fields(record)]


@pytest.mark.parametrize("record", HELD, ids=lambda record: record.__name__)
def test_a_record_is_frozen_and_has_slots(record):
    made = record(**{field.name: None for field in fields(record)})
    with pytest.raises(FrozenInstanceError):
        setattr(made, fields(record)[0].name, "other")
    assert not hasattr(made, "__dict__")


def test_records_can_be_put_into_sets(kb):
    assert len(set(kb.events())) == len(kb.events())
    assert len(set(kb.reports())) == len(kb.reports())
