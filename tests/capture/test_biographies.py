"""Biographies: the rest is in boilerplate.jsonl."""

from testimonia.capture.biographies import LAST, mark_biographies
from testimonia.capture.blocks import split_blocks

NOTE = "Maria Santos is a journalist based in Davao. Her work has appeared in several magazines."


def test_only_the_last_blocks_are_looked_at() -> None:
    text = "\n\n".join([NOTE] + ["The army left the town on Friday."] * (LAST + 1))
    assert mark_biographies(split_blocks(text), author=None) == []


def test_the_author_s_name_suffices_with_a_role() -> None:
    text = "The army left the town on Friday.\n\nMaria Santos is a lawyer."
    assert mark_biographies(split_blocks(text), author=None) == []
    assert len(mark_biographies(split_blocks(text), author="Maria Santos and John Roe")) == 1


def test_a_first_block_is_never_a_note() -> None:
    assert mark_biographies(split_blocks(NOTE), author=None) == []
