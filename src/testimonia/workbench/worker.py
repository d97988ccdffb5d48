"""Worker: one of the processes that serve a knowledge base."""

import gc
import json
import multiprocessing
import os
import signal
import sys
import threading
import traceback
from collections.abc import Callable
from importlib import import_module
from pathlib import Path

from fastapi import FastAPI
from uvicorn.config import STARTUP_FAILURE

from testimonia.workbench.serving import ASKED

MADE_BETWEEN = 50_000
"""Records made between two looks of the garbage collector; a page makes some ten thousands, and nearly all go by themselves."""


def app_of_worker() -> FastAPI:
    """Make the application of this process, as the environment says.

    Returns:
        The application; its process ends with the one that began it, even where that was killed.
    """
    kb, port, lens = json.loads(os.environ[ASKED])
    try:
        workbench = import_module("testimonia.workbench.app")  # here: what fails while it is loaded is told, and ends like the rest
        app: FastAPI = workbench.make_app(Path(kb), options=workbench.WorkbenchOptions(port, lens))
    except Exception:
        traceback.print_exc()
        sys.exit(STARTUP_FAILURE)  # it would fail again: without this the process would be begun anew for ever
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=end_after, args=(parent.join,), daemon=True).start()
    settle()
    return app


def end_after(waits: Callable[[], None]) -> None:
    """End this process, once a wait is over; what it was asked it still answers.

    Args:
        waits: Returns when the process is needed no more.
    """
    waits()
    os.kill(os.getpid(), signal.SIGTERM)


def settle() -> None:
    """Put what was loaded out of the garbage collector's sight, and have it look less often: it would stop every page for a while."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(MADE_BETWEEN, 50, 100)
