"""Plain text: the file and nothing else."""

from collections.abc import Callable
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from testimonia.capture.plain import capture_markdown, capture_plain

printable = st.text(st.characters(blacklist_categories=("Cs",), min_codepoint=32) | st.sampled_from("\n\r\t"), min_size=1)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(printable)
def test_the_text_of_a_txt_equals_its_decoded_bytes(read: Callable[..., Any], text: str) -> None:
    drafts, problems = read(capture_plain, "a.txt", text.encode("utf-8"))
    expected = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    assert [draft.text for draft in drafts] == [expected] and problems == []


def test_an_older_encoding_is_read_and_reported(read: Callable[..., Any]) -> None:
    drafts, problems = read(capture_plain, "a.txt", ("El acuerdo se firmó en La Habana según la población. " * 5).encode("cp1252"))
    assert "firmó" in drafts[0].text and drafts[0].encoding == "cp1252" and [problem.rule for problem in problems] == ["capture.encoding"]


def test_binary_junk_gives_no_draft(read: Callable[..., Any]) -> None:
    drafts, problems = read(capture_plain, "a.txt", bytes(range(256)) * 40)
    assert drafts == [] and problems[0].fatal


def test_markdown_keeps_its_marks(read: Callable[..., Any]) -> None:
    drafts, _ = read(capture_markdown, "a.md", b"# Title\n\n*words*")
    assert (drafts[0].text, drafts[0].format) == ("# Title\n\n*words*", "text/markdown")
