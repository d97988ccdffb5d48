"""A bar is shown to whoever watches a long run, and to nobody else."""

import io
import sys

import pytest
from rich.console import Console

from testimonia.cli import output, progress


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> Terminal:
    stream = Terminal()
    monkeypatch.setenv("TERM", "xterm")  # a terminal without cursor movement, as some test machines have, gets no bar
    monkeypatch.setattr(output, "messages", lambda: Console(file=stream, force_terminal=True, width=80))
    return stream


def run_for(seconds: float, monkeypatch: pytest.MonkeyPatch, *, on: Terminal | None = None, quiet: bool = False) -> None:
    if on is not None:  # here and not in the fixture: between the two, pytest puts its own stream back
        monkeypatch.setattr(sys, "stderr", on)
    clock = iter([0.0, *(seconds for _ in range(99))])
    monkeypatch.setattr(progress, "monotonic", lambda: next(clock))
    with progress.ProgressBar(quiet=quiet) as bar:
        monkeypatch.setattr(progress, "monotonic", lambda: seconds)
        bar.report("capture", 1, None)
        bar.report("[bold]read", 1, 40)
        bar.report("[bold]read", 2, 40)


def test_a_long_run_shows_each_stage_by_its_plain_name(terminal: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    run_for(5.0, monkeypatch, on=terminal)
    assert "capture" in terminal.getvalue()
    assert "[bold]read" in terminal.getvalue()
    assert "2/40" in terminal.getvalue()


def test_a_short_run_shows_nothing(terminal: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    run_for(1.9, monkeypatch, on=terminal)
    assert terminal.getvalue() == ""


def test_a_quiet_run_shows_nothing(terminal: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    run_for(5.0, monkeypatch, on=terminal, quiet=True)
    assert terminal.getvalue() == ""


def test_nothing_is_shown_where_no_terminal_is(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    run_for(5.0, monkeypatch)
    assert capsys.readouterr().err == ""
