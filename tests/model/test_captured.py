"""What capture hands on is one of four kinds of record."""

from typing import get_args

from testimonia.model.captured import Captured


def test_capture_hands_on_four_kinds_of_record():
    assert {kind.__name__ for kind in get_args(Captured)} == {"Document", "Problem", "Source", "KnownGroup"}
