"""Serving: run the workbench on this machine until it is stopped.

Where the machine has the cores, two processes listen on one port: Python works on one page at a time in each. They share nothing but the
store, which every request asks anew; whatever somebody decided is in its file before the answer goes out. One Ctrl+C ends both.
"""

import json
import os
import threading
import webbrowser
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import uvicorn

from testimonia.store import open_store
from testimonia.workbench.visit import lens_asked, missing_libraries

HOST = "127.0.0.1"
"""The loopback address: no other machine gets through to it."""
WORKERS = 2
"""Processes that serve where there are so many cores: more would take memory that the knowledge base's own pages use better."""
OPEN_AFTER_S = 1.2
"""Seconds after which the browser is sent to the address: by then the server listens."""
ANSWERS_WITHIN_S = 120
"""Seconds after which a process that shows no sign of life is ended and begun anew; no page takes so long."""
ASKED = "TESTIMONIA_SERVE"
"""The variable of the environment in which a process finds what it serves: folder, port and lens, as a JSON list."""
APP = "testimonia.workbench.worker:app_of_worker"
"""What each process makes; named and not imported, so that the first process does not load what only the others need."""


@dataclass(frozen=True, slots=True)
class ServeOptions:
    """How to serve: the port, the lens in force where an address names none, whether to open a browser, and processes (0: by the cores)."""

    port: int = 8765
    lens: str = ""
    opens: bool = True
    workers: int = 0


def serve(kb: Path, *, options: ServeOptions, tell: Callable[[str], None]) -> None:
    """Serve a knowledge base on this machine until somebody stops it.

    Args:
        kb: Folder of the knowledge base.
        options: How to serve.
        tell: Told of the address, and of pictures that cannot be drawn.

    Raises:
        StoreError: There is no knowledge base.
        LensError: There is no such lens.
    """
    with open_store(kb, create=False) as store:  # brought up to date once, before several processes open it
        lens_asked(store, options.lens)
    address = f"http://{HOST}:{options.port}/"
    missing = missing_libraries()
    if missing:
        tell(
            f"This program was built without {', '.join(missing)}: some pictures are missing, the tables behind them are there. "
            "To have them: uv sync --reinstall-package testimonia, with a connection to the npm registry"
        )
    tell(f"{kb} is open at {address} for this machine only; stop with Ctrl+C")
    if options.opens:
        opener = threading.Timer(OPEN_AFTER_S, webbrowser.open, (address,))
        opener.daemon = True
        opener.start()
    os.environ[ASKED] = json.dumps([str(kb.resolve()), options.port, options.lens])
    uvicorn.run(
        APP,
        factory=True,
        workers=options.workers or min(WORKERS, cores()),
        host=HOST,
        port=options.port,
        log_level="warning",
        server_header=False,
        timeout_worker_healthcheck=ANSWERS_WITHIN_S,
    )


def cores() -> int:
    """Count the processors that this process may use.

    Returns:
        At least 1.
    """
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
