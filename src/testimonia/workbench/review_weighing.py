"""Working out what follows from decisions while people go on: one at a time, in a thread of its own."""

import threading
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Literal

from testimonia.errors import TestimoniaError
from testimonia.pipeline import weigh_again
from testimonia.store import Store
from testimonia.workbench.visit import Visit


@dataclass(frozen=True, slots=True)
class Weighing:
    """How far the working out is: its state, its step, when it began and ended (ISO 8601, UTC), and what went wrong."""

    state: Literal["idle", "running", "done", "failed"] = "idle"
    step: str = ""
    began: str | None = None
    ended: str | None = None
    error: str | None = None


@dataclass(slots=True)
class Weigher:
    """Works out what follows from decisions in one knowledge base. It holds no decision: all of them are in the store."""

    store: Store
    told: Weighing = Weighing()
    again: bool = False
    lock: threading.Lock = field(default_factory=threading.Lock)
    thread: threading.Thread | None = None

    def start(self) -> Weighing:
        """Begin, or have it done once more when the present run ends.

        Returns:
            How far it is.
        """
        with self.lock:
            if self.told.state == "running":
                self.again = True
            else:
                self.told = Weighing("running", "resolve", _now())
                self.thread = threading.Thread(target=self._run, name="weighing", daemon=True)
                self.thread.start()
            return self.told

    def wait(self, seconds: float) -> Weighing:
        """Wait until nothing is being worked out.

        Args:
            seconds: How long at most.

        Returns:
            How far it is.
        """
        if self.thread is not None:
            self.thread.join(seconds)
        return self.told

    def _run(self) -> None:
        error = None
        while True:
            try:
                weigh_again(self.store, anyway=True, progress=self._tell)
            except TestimoniaError as failed:
                error = str(failed)
            except Exception as failed:  # a thread that dies in silence would run forever on the page
                error = f"{type(failed).__name__}: {failed}"
            with self.lock:
                if self.again and error is None:
                    self.again = False
                    continue
                self.again = False
                self.told = Weighing("done" if error is None else "failed", "", self.told.began, _now(), error)
                return

    def _tell(self, step: str, done: int, total: int | None) -> None:
        self.told = Weighing("running", step, self.told.began)


_MAKING = threading.Lock()


def weigher_of(visit: Visit) -> Weigher:
    """Find who works out what follows, one for each application.

    Args:
        visit: The visit.

    Returns:
        The worker.
    """
    state = visit.request.app.state
    with _MAKING:
        if getattr(state, "weigher", None) is None:
            state.weigher = Weigher(visit.desk.store)
    found: Weigher = state.weigher
    return found


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
