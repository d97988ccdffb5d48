"""Memory: the search for cycles stops for a while and goes on as before."""

import gc

import pytest

from testimonia.weigh.memory import uncollected


def test_cycles_are_looked_for_again_after_weighing_even_if_it_breaks_off():
    assert gc.isenabled()
    with pytest.raises(ValueError, match="broken off"), uncollected():
        assert not gc.isenabled()
        raise ValueError("broken off")
    assert gc.isenabled()


def test_where_nobody_looks_for_cycles_nobody_does_afterwards():
    gc.disable()
    try:
        with uncollected():
            assert not gc.isenabled()
        assert not gc.isenabled()
    finally:
        gc.enable()
