"""Every error is drawn in the tree, is a TestimoniaError, and is also the built-in that it says it is."""

import builtins
import inspect
import re

import pytest

from testimonia import errors

CLASSES = {name: held for name, held in inspect.getmembers(errors, inspect.isclass) if held.__module__ == errors.__name__}
DRAWN = dict(re.findall(r"\+ (\w+)\((\w+)\)", errors.__doc__ or ""))


def test_the_tree_in_the_docstring_has_every_class_and_no_other():
    assert {"TestimoniaError", *DRAWN} == set(CLASSES)


@pytest.mark.parametrize(("name", "builtin"), DRAWN.items())
def test_an_error_can_be_caught_as_ours_and_as_the_builtin_it_is(name, builtin):
    assert issubclass(CLASSES[name], errors.TestimoniaError)
    assert issubclass(CLASSES[name], getattr(builtins, builtin))
