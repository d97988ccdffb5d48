"""A cursor comes back as it was written, and what is none is refused."""

import pytest

from testimonia.errors import StoreError
from testimonia.store.page_cursors import cursor, key_of


def test_a_cursor_comes_back() -> None:
    assert key_of(cursor((3, "حزب", "x")), kinds=(int, str, str)) == (3, "حزب", "x")
    assert key_of(None, kinds=(int,)) is None


@pytest.mark.parametrize("after", ["", "[]", "[true]", '["1"]', "[1,2]", "{", "null", "[1.5]"])
def test_anything_else_is_refused(after: str) -> None:
    with pytest.raises(StoreError, match="begin again"):
        key_of(after, kinds=(int,))
