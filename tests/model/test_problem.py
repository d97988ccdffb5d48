"""A problem is the same one when it comes again, so a second run adds none."""

from dataclasses import replace

import pytest

from testimonia.model.problem import Problem

PROBLEM = Problem(
    "box.zip!a.pdf", "capture", "capture.encrypted", "the file asks for a password", "remove the password and add the file again"
)


@pytest.mark.parametrize(
    "change",
    [{"origin": "box.zip!b.pdf"}, {"stage": "read"}, {"rule": "capture.empty"}, {"place": "page 3"}, {"what": "the file is empty"}],
)
def test_another_place_or_fault_is_another_problem(change):
    assert replace(PROBLEM, **change).id != PROBLEM.id


def test_a_better_worded_remedy_is_the_same_problem():
    assert replace(PROBLEM, remedy="take the password off").id == PROBLEM.id


def test_a_problem_is_fatal_unless_said_otherwise():
    assert PROBLEM.fatal
