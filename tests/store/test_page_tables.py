"""Roles keep their numbers: they are written in files."""

from typing import get_args

from testimonia.store.page_records import Role
from testimonia.store.page_tables import ALL, LAST, ROLES, VOICE, page_copies


def test_every_role_has_a_number_and_the_voice_comes_last() -> None:
    assert set(ROLES) == set(get_args(Role)) and ROLES[VOICE] == "voice" and len(ROLES) - 1 == VOICE


def test_what_is_undated_comes_after_every_date() -> None:
    assert max("1999", "../1999", "Y-12000", "-0300", LAST) == LAST


def test_copies_outlast_the_filling_of_the_rest() -> None:
    assert page_copies not in ALL and len(ALL) > 8
