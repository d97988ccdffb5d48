"""Work beside: a second process does its part, says why it failed, and is gone when the first one is interrupted."""

import time

import pytest

from testimonia.errors import StoreError
from testimonia.publish.beside import beside, cores, run_apart


def test_there_is_a_core_at_least() -> None:
    assert cores() >= 1


def test_what_another_process_says_is_given() -> None:
    assert "usage" in run_apart("json.tool", ["--help"]).lower()


def test_a_failure_is_told_in_the_words_of_the_other_process() -> None:
    with pytest.raises(StoreError, match="no_such_module"), beside("no_such_module", []):
        pass


def test_an_error_here_ends_the_other_process() -> None:
    began = time.monotonic()
    with pytest.raises(KeyError, match="here"), beside("http.server", ["--bind", "127.0.0.1", "0"]):
        raise KeyError("here")
    assert time.monotonic() - began < 60
