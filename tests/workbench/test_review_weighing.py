"""Working out what follows, aside: once at a time, once more when asked meanwhile, and with a word when it fails."""

import threading

from testimonia.errors import StoreError
from testimonia.workbench import review_weighing
from testimonia.workbench.review_weighing import Weigher


def test_asked_meanwhile_it_is_done_once_more(monkeypatch):
    begun, go_on, runs = threading.Event(), threading.Event(), []

    def weigh(store, *, anyway, progress):
        runs.append(store)
        progress("weigh", 0, 1)
        begun.set()
        assert go_on.wait(10)
        return True

    monkeypatch.setattr(review_weighing, "weigh_again", weigh)
    weigher = Weigher("store")
    assert weigher.start().state == "running"
    assert begun.wait(10)
    weigher.start()
    weigher.start()
    assert (weigher.told.state, weigher.told.step) == ("running", "weigh")
    go_on.set()
    assert weigher.wait(10).state == "done"
    assert runs == ["store", "store"]
    assert weigher.told.ended >= weigher.told.began


def test_what_went_wrong_is_told_and_it_can_be_tried_again(monkeypatch):
    errors = [StoreError("no room"), ValueError("odd"), None]

    def weigh(store, *, anyway, progress):
        if (error := errors.pop(0)) is not None:
            raise error

    monkeypatch.setattr(review_weighing, "weigh_again", weigh)
    weigher = Weigher("store")
    told = []
    for _ in range(3):
        weigher.start()
        told.append(weigher.wait(10))
    assert [(one.state, one.error) for one in told] == [("failed", "no room"), ("failed", "ValueError: odd"), ("done", None)]
