"""The releases of a knowledge base are made once a lens, and go when it is closed."""

import gc
from datetime import date

import pytest

from testimonia.api import shelf as module
from testimonia.api.shelf import Shelf
from testimonia.errors import LensError, StoreError
from testimonia.model.lens import Lens


@pytest.fixture
def made(monkeypatch):
    """The lenses through which a release was made."""
    lenses = []
    real = module.release

    def note(*given, **named):
        lenses.append(named["lens"].name)
        return real(*given, **named)

    monkeypatch.setattr(module, "release", note)
    return lenses


def test_a_release_is_made_once_a_lens(base, made):
    shelf = Shelf(base)
    news = shelf.lens({"name": "news", "publishers": {"named": ["Demo News Agency"]}})
    assert shelf.hold(Lens()) is shelf.hold(Lens())
    assert shelf.hold(news) is shelf.hold(shelf.lens({"publishers": {"named": ["Demo News Agency"]}, "name": "news"}))
    assert made == ["everything", "news"]
    shelf.close()


def test_a_release_that_was_opened_is_read_where_it_lies(folder, made):
    shelf = Shelf(folder)
    assert shelf.hold(Lens()).released.folder == folder
    assert made == []
    with pytest.raises(LensError, match="made through a lens already"):
        shelf.lens({"name": "news"})
    shelf.close()


def test_what_was_made_goes_when_it_is_closed_and_when_it_is_forgotten(base):
    shelf = Shelf(base)
    folder = shelf.hold(Lens()).released.folder
    assert folder.is_dir()
    shelf.close()
    assert not folder.exists()
    with pytest.raises(StoreError, match="was closed"):
        shelf.hold(Lens())
    forgotten = Shelf(base)
    aside = forgotten._aside
    assert aside.is_dir()
    del forgotten
    gc.collect()
    assert not aside.exists()


def test_a_release_that_fails_can_be_tried_again(base, monkeypatch):
    shelf = Shelf(base)
    real = module.release

    def fail(*given, **named):
        raise StoreError("the disk is full")

    monkeypatch.setattr(module, "release", fail)
    with pytest.raises(StoreError, match="disk"):
        shelf.hold(Lens())
    monkeypatch.setattr(module, "release", real)
    assert shelf.hold(Lens()).released.count("claims") > 0
    shelf.close()


def test_fields_of_a_lens_may_hold_sets_and_days(base):
    shelf = Shelf(base)
    lens = shelf.lens({"sides": {"Mali"}, "said_before": date(2023, 1, 1)})
    assert (lens.name, lens.sides, lens.said_before) == ("lens from Python", frozenset({"Mali"}), date(2023, 1, 1))
    with pytest.raises(LensError, match="lens from Python"):
        shelf.lens({"colour": "red"})
    shelf.close()
