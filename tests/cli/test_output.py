"""Tables fit, and nothing in them is taken for markup."""

import pytest
from rich.cells import cell_len

from testimonia.cli import output


@pytest.mark.parametrize("columns", [30, 80, 200])
def test_no_line_of_a_table_is_wider_than_the_terminal(
    columns: int, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    output.results.cache_clear()
    output.write_table(("A", "B"), [("long " * 40, "unbroken" * 30), ("جبهة " * 30, "ကချင်" * 20)], title="title " * 20)
    printed = capsys.readouterr().out
    assert max(cell_len(line) for line in printed.splitlines()) <= columns
    assert "".join(printed.split()).count("unbroken") >= 1


def test_markup_and_emoji_codes_are_plain_words(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    output.results.cache_clear()
    output.write_table(("A",), [("[bold]x[/bold] :smile: [link=https://e.org]y[/link]",)], title="[red]t[/red]")
    output.write_line("[bold]z[/bold]")
    printed = capsys.readouterr().out
    for words in ("[bold]x[/bold] :smile: [link=https://e.org]y[/link]", "[red]t[/red]", "[bold]z[/bold]"):
        assert words in printed


def test_a_message_goes_to_standard_error_on_one_line(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    output.messages.cache_clear()
    output.say("testimonia: " + "long " * 30 + "\x1b[2J")
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.count("\n") == 1
    assert "\\x1b[2J" in captured.err
