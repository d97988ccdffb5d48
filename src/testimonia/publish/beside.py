"""Beside: work that another process does at the same time, where there is a second core.

The process is started anew with a module of this package and shares nothing with this one but files: threads that run here and scripts
without a guard for their main part do no harm, and what it needs of memory is free again when it ends.
"""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress

from testimonia.errors import StoreError

PATIENCE = 10
"""Seconds that a process is given to clear up after itself before it is ended."""


def cores() -> int:
    """Count the cores that this process may use.

    Returns:
        The number; 1 where no other process can be started.
    """
    if not sys.executable:
        return 1
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


@contextmanager
def beside(module: str, arguments: Sequence[str]) -> Iterator[None]:
    """Let another process work while the block does; when both are done the block ends.

    Args:
        module: A module of this package that can be run.
        arguments: Those of its command line.

    Yields:
        Nothing.

    Raises:
        StoreError: The other process failed; the message is its own.
    """
    process = _started(module, arguments)
    try:
        yield
        _finished(process)
    finally:
        _end(process)


def run_apart(module: str, arguments: Sequence[str]) -> str:
    """Let another process do something, and wait for it.

    Args:
        module: A module of this package that can be run.
        arguments: Those of its command line.

    Returns:
        What it wrote to its standard output.

    Raises:
        StoreError: It failed; the message is its own.
    """
    process = _started(module, arguments)
    try:
        return _finished(process)
    finally:
        _end(process)


def _started(module: str, arguments: Sequence[str]) -> "subprocess.Popen[str]":
    command = [sys.executable, "-m", module, *arguments]
    # The other process finds this package where this one did, wherever the program was started from.
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, sys.path)), "PYTHONIOENCODING": "utf-8"}
    return subprocess.Popen(
        command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment, encoding="utf-8"
    )


def _finished(process: "subprocess.Popen[str]") -> str:
    said, failed = process.communicate()
    if process.returncode != 0:
        raise StoreError((failed.strip().splitlines() or ["a second process ended without a word; run the command again"])[-1])
    return said


def _end(process: "subprocess.Popen[str]") -> None:
    """End a process that is still running, as an interruption from the keyboard would, so that it clears up."""
    if process.poll() is None:
        with suppress(OSError, ValueError):
            process.send_signal(signal.SIGINT if os.name == "posix" else signal.SIGTERM)
        try:
            process.communicate(timeout=PATIENCE)
        except subprocess.TimeoutExpired:
            process.kill()
            process.communicate()
