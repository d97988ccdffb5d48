"""Readers and coders: ask a running workbench for pages over loopback, and time what comes back."""

import gzip
import http.client
import json
import random
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

HOST = "127.0.0.1"
NO_ANSWER = 599
MOST_PAUSES = 10
"""A reader stays on a page as long as those of TPC-W: exponentially distributed, at most ten times as long as on average."""
WAIT_S = 60.0
"""Seconds after which a request counts as failed."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back: status, seconds it took, bytes as sent (pressed), and what they say."""

    status: int
    seconds: float
    size: int
    body: bytes


@dataclass(frozen=True, slots=True)
class Crowd:
    """How many readers and coders are at work, for how many seconds, and how many seconds a reader stays on a page on average."""

    readers: int
    coders: int
    seconds: float
    pause: float


@dataclass(slots=True)
class Times:
    """Seconds of all requests by kind of page, and how many failed; several threads add to it."""

    seconds: dict[str, list[float]] = field(default_factory=dict)
    failed: dict[str, int] = field(default_factory=dict)
    lock: threading.Lock = field(default_factory=threading.Lock)

    def add(self, kind: str, answer: Answer) -> None:
        """Count an answer."""
        with self.lock:
            self.seconds.setdefault(kind, []).append(answer.seconds)
            if answer.status >= 400:
                self.failed[kind] = self.failed.get(kind, 0) + 1


class Client:
    """One browser: a connection that is kept open, as browsers keep theirs."""

    def __init__(self, port: int) -> None:
        self._port = port
        self._connection = http.client.HTTPConnection(HOST, port, timeout=WAIT_S)

    def ask(self, path: str, *, data: object = None) -> Answer:
        """Ask for a page, or send data.

        Args:
            path: The path with its query.
            data: What to send as JSON; None asks for a page.

        Returns:
            The answer; status `NO_ANSWER` where none came.
        """
        answer = self._once(path, data)
        # A server ends a connection that was idle for some seconds; browsers open another one and say nothing of it.
        return self._once(path, data) if answer.status == NO_ANSWER else answer

    def _once(self, path: str, data: object) -> Answer:
        headers = {"Accept-Encoding": "gzip", "Origin": f"http://{HOST}:{self._port}", "Content-Type": "application/json"}
        start = time.perf_counter()
        try:
            self._connection.request("GET" if data is None else "POST", path, None if data is None else json.dumps(data), headers)
            response = self._connection.getresponse()
            body = response.read()
        except (OSError, http.client.HTTPException):
            self._connection.close()
            return Answer(NO_ANSWER, time.perf_counter() - start, 0, b"")
        taken = time.perf_counter() - start
        pressed = response.getheader("Content-Encoding") == "gzip"
        return Answer(response.status, taken, len(body), gzip.decompress(body) if pressed else body)

    def close(self) -> None:
        """End the connection."""
        self._connection.close()


def read_and_decide(port: int, pages: Mapping[str, Sequence[str]], weights: Mapping[str, int], *, crowd: Crowd) -> Times:
    """Have readers and coders at work at once.

    Args:
        port: Where the workbench listens.
        pages: Paths by kind of page.
        weights: How often each kind is asked for, beside the others.
        crowd: Who is at work, and for how long.

    Returns:
        The times of all, those of decisions under "decide".
    """
    times, until = Times(), time.monotonic() + crowd.seconds
    work: list[Callable[[], None]] = [lambda n=n: _read(port, pages, weights, times, (n, until, crowd.pause)) for n in range(crowd.readers)]  # type: ignore[misc]
    work += [lambda n=n: _decide(port, times, (n, until)) for n in range(crowd.coders)]  # type: ignore[misc]
    threads = [threading.Thread(target=one, daemon=True) for one in work]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(crowd.seconds + 2 * WAIT_S)
    return times


def _read(port: int, pages: Mapping[str, Sequence[str]], weights: Mapping[str, int], times: Times, run: tuple[int, float, float]) -> None:
    chance, client = random.Random(run[0]), Client(port)
    time.sleep(chance.uniform(0.0, run[2]))
    kinds = [kind for kind in pages if pages[kind] and weights.get(kind, 0)]
    while time.monotonic() < run[1]:
        kind = chance.choices(kinds, [weights[one] for one in kinds])[0]
        times.add(kind, client.ask(chance.choice(pages[kind])))
        time.sleep(min(chance.expovariate(1 / run[2]), MOST_PAUSES * run[2]))
    client.close()


def _decide(port: int, times: Times, run: tuple[int, float]) -> None:
    """Accept and reject what is in the queue, and take every second one back."""
    chance, client, coder = random.Random(run[0] + 1000), Client(port), f"coder-{run[0]}"
    while time.monotonic() < run[1]:
        queue = client.ask("/api/review/queue?limit=60")
        times.add("review queue", queue)
        if queue.status != 200:
            return
        for item in chance.sample(json.loads(queue.body)["items"], 10):
            if time.monotonic() > run[1]:
                break
            path = f"/api/review/records/{item['record']}/decisions"
            answer = client.ask(path, data={"verb": chance.choice(("accept", "reject")), "by": coder, "because": "measured"})
            if answer.status != 409:
                times.add("decide", answer)
            if answer.status == 201 and chance.random() < 0.5:
                times.add("undo", client.ask("/api/review/undo", data={"by": coder}))
            time.sleep(chance.uniform(0.2, 0.8))  # a fast coder
    client.close()
