"""What people say of a publisher, above the register and beside it."""

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from testimonia.errors import DecisionError
from testimonia.model.document import Source
from testimonia.store import Store, open_store
from testimonia.store.editing import REGISTER
from testimonia.store.review_records import SourceEdit

REGISTERED = Source("The Paper", "independent_media", None, "PH", "a daily")
EDITED = Source("The Paper", "partisan_media", "the Front", None, None)
NOON = "2024-05-06T12:00:00+00:00"


def edited(source: Source | None = EDITED, *, by: str = "anna") -> SourceEdit:
    return SourceEdit("The Paper", by, NOON, source)


def test_what_somebody_says_stands_whole(store: Store) -> None:
    store.add_captured([REGISTERED])
    store.edit_source(edited())
    assert list(store.sources()) == [EDITED]
    assert [(one.by, one.source) for one in store.source_edits()] == [(REGISTER, REGISTERED), ("anna", EDITED)]


def test_a_register_read_again_changes_nothing_that_stands_and_is_kept(store: Store) -> None:
    store.add_captured([REGISTERED])
    store.edit_source(edited())
    store.add_captured([REGISTERED, replace(REGISTERED, kind="state")])
    assert list(store.sources()) == [EDITED]
    assert [one.source for one in store.source_edits() if one.by == REGISTER] == [REGISTERED, replace(REGISTERED, kind="state")]


def test_taken_back_the_newest_register_stands_again_and_goes_on(store: Store) -> None:
    store.add_captured([REGISTERED])
    store.edit_source(edited())
    store.add_captured([replace(REGISTERED, kind="state")])
    store.edit_source(edited(None, by="clara"))
    assert list(store.sources()) == [replace(REGISTERED, kind="state")]
    store.add_captured([replace(REGISTERED, kind="ngo")])
    assert next(iter(store.sources())).kind == "ngo"


def test_a_publisher_that_no_register_names_is_unknown_again_when_taken_back(store: Store) -> None:
    store.edit_source(edited())
    assert list(store.sources()) == [EDITED]
    store.edit_source(edited(None))
    assert list(store.sources()) == []


def test_whoever_did_not_see_the_newest_edit_is_told(store: Store) -> None:
    store.edit_source(edited(), seen=0)
    with pytest.raises(DecisionError, match="edited meanwhile by anna"):
        store.edit_source(edited(REGISTERED, by="clara"), seen=0)
    newest = max(one.number for one in store.source_edits(name="The Paper"))
    store.edit_source(edited(REGISTERED, by="clara"), seen=newest)
    assert list(store.sources()) == [REGISTERED]


@pytest.mark.parametrize("wrong", [edited(by=" "), edited(Source("Another")), edited(None), SourceEdit(" ", "anna", NOON, Source(" "))])
def test_what_cannot_be_is_refused(store: Store, wrong: SourceEdit) -> None:
    with pytest.raises(DecisionError):
        store.edit_source(wrong)
    assert list(store.source_edits()) == []


def test_an_earlier_day_has_the_earlier_word(tmp_path: Path) -> None:
    now = datetime(2024, 5, 6, tzinfo=UTC)
    with open_store(tmp_path / "kb", clock=lambda: now) as store:
        store.add_captured([REGISTERED])
        now = datetime(2024, 5, 9, tzinfo=UTC)
        store.edit_source(edited())
        assert list(store.as_of(date(2024, 5, 7)).sources()) == [REGISTERED]
        assert list(store.sources()) == [EDITED]


def test_half_a_surrogate_pair_is_kept_as_its_code(store: Store) -> None:
    store.edit_source(SourceEdit("x\udce9", "a\udce9", NOON, Source("x\udce9", note="\udce9")))
    assert next(iter(store.sources())).note == "\\udce9"
