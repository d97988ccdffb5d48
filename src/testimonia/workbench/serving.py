"""Serving: run the workbench on this machine until it is stopped."""

import gc
import threading
import webbrowser
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import uvicorn

from testimonia.workbench.app import WorkbenchOptions, make_app

HOST = "127.0.0.1"
"""The loopback address: no other machine gets through to it."""
MADE_BETWEEN = 50_000
"""Records made between two looks of the garbage collector; a page makes some ten thousands, and nearly all go by themselves."""
OPEN_AFTER_S = 0.6
"""Seconds after which the browser is sent to the address: by then the server listens."""


@dataclass(frozen=True, slots=True)
class ServeOptions:
    """How to serve: the port, the lens that is in force where an address names none, and whether to open a browser."""

    port: int = 8765
    lens: str = ""
    opens: bool = True


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
    app = make_app(kb, options=WorkbenchOptions(options.port, options.lens))
    address = f"http://{HOST}:{options.port}/"
    missing = app.state.desk.missing
    if missing:
        tell(
            f"This program was built without {', '.join(missing)}: some pictures are missing, the tables behind them are there. "
            "To have them: uv sync --reinstall-package testimonia, with a connection to the npm registry"
        )
    tell(f"{kb} is open at {address} for this machine only; stop with Ctrl+C")
    settle()
    if options.opens:
        opener = threading.Timer(OPEN_AFTER_S, webbrowser.open, (address,))
        opener.daemon = True
        opener.start()
    uvicorn.run(app, host=HOST, port=options.port, log_level="warning", server_header=False)


def settle() -> None:
    """Put what was loaded out of the garbage collector's sight, and have it look less often: it would stop every page for a while."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(MADE_BETWEEN, 50, 100)
