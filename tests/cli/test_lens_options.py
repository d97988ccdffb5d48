"""The lens that somebody asks for, with what is changed on the spot."""

from datetime import date, datetime
from pathlib import Path

import pytest

from testimonia.cli.lens_options import chosen_lens, lens_of_file
from testimonia.errors import LensError
from testimonia.store import open_store


def test_without_a_word_everything_counts(tmp_path: Path) -> None:
    with open_store(tmp_path / "kb") as store:
        assert chosen_lens(store, None).takes_everything


def test_what_is_said_on_the_spot_overrides_the_saved_lens(tmp_path: Path) -> None:
    with open_store(tmp_path / "kb") as store:
        store.put_lens("early", "name: early\nsaid_before: 2001-01-01\nholding_at: 1999\n")
        saved = chosen_lens(store, "early")
        changed = chosen_lens(
            store, "early", said_before=datetime.fromisoformat("2005-02-03"), known_on=datetime.fromisoformat("2024-01-01")
        )
    assert (saved.said_before, saved.holding_at, saved.known_on) == (date(2001, 1, 1), "1999", None)
    assert (changed.said_before, changed.holding_at, changed.known_on) == (date(2005, 2, 3), "1999", date(2024, 1, 1))


def test_a_file_that_is_no_text_is_refused(tmp_path: Path) -> None:
    (tmp_path / "lens.yaml").write_bytes(b"name: \xff")
    with pytest.raises(LensError, match="is no UTF-8 text"):
        lens_of_file(tmp_path / "lens.yaml")
