"""Walk: which files are found, in which order, and which links are not followed."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from testimonia.capture.options import CaptureOptions
from testimonia.capture.piece import Piece
from testimonia.capture.walk import STDIN, walk


def _origins(*paths: Path, options: CaptureOptions | None = None) -> list[str]:
    return [item.origin for item in walk(paths, options or CaptureOptions()) if isinstance(item, Piece)]


def test_files_come_in_the_order_of_their_names_whatever_the_order_given(tmp_path: Path) -> None:
    for name in ("b.txt", "a/z.txt", "a/b.txt", ".hidden.txt", "a/.git/x.txt"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("x")
    expected = [f"{tmp_path.as_posix()}/{name}" for name in ("a/b.txt", "a/z.txt", "b.txt")]
    assert _origins(tmp_path) == expected
    assert _origins(tmp_path / "b.txt", tmp_path / "a") == expected == _origins(tmp_path / "a", tmp_path / "b.txt", tmp_path / "a")


def test_origins_are_as_the_user_gave_them(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs/a.txt").write_text("x")
    monkeypatch.chdir(tmp_path)
    assert _origins(Path("docs")) == ["docs/a.txt"] and _origins(Path()) == ["docs/a.txt"]


def test_a_link_that_leads_out_is_not_followed(capture: Callable[..., Any], tmp_path: Path) -> None:
    (tmp_path / "outside").mkdir()
    (tmp_path / "outside/secret.txt").write_text("Secret.")
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs/link.txt").symlink_to(tmp_path / "outside/secret.txt")
    (tmp_path / "docs/folder").symlink_to(tmp_path / "outside", target_is_directory=True)
    caught = capture(tmp_path / "docs")
    assert caught.documents == [] and caught.rules == ["capture.symlink_outside"] * 2


def test_a_link_within_the_folder_loses_nothing(capture: Callable[..., Any], tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Text.")
    (tmp_path / "b.txt").symlink_to(tmp_path / "a.txt")
    (tmp_path / "loop").symlink_to(tmp_path, target_is_directory=True)
    caught = capture(tmp_path)
    assert caught.document.origin.endswith("/a.txt") and [(p.rule, p.fatal) for p in caught.problems] == [("capture.symlink", False)] * 2


def test_a_link_that_the_user_names_is_followed(capture: Callable[..., Any], tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Text.")
    (tmp_path / "b.txt").symlink_to(tmp_path / "a.txt")
    assert capture(tmp_path / "b.txt").document.text == "Text."


def test_a_path_that_is_not_there_is_a_problem(capture: Callable[..., Any], tmp_path: Path) -> None:
    problem = capture(tmp_path / "gone.txt").problem
    assert problem.rule == "capture.unreadable" and "No such file" in problem.what and problem.origin.endswith("gone.txt")


def test_a_pipe_is_a_problem_and_does_not_block(capture: Callable[..., Any], tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.txt")
    assert capture(tmp_path).problem.rule == "capture.unreadable"


def test_a_file_that_may_not_be_read_is_a_problem(capture: Callable[..., Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.txt").write_text("Text.")
    (tmp_path / "b.txt").write_text("Other.")
    good = Path.read_bytes

    def refused(self: Path) -> bytes:
        if self.name == "a.txt":
            raise PermissionError(13, "Permission denied")
        return good(self)

    monkeypatch.setattr(Path, "read_bytes", refused)
    caught = capture(tmp_path)
    assert caught.document.text == "Other." and "Permission denied" in caught.problem.what


def test_standard_input_is_sniffed(capture: Callable[..., Any]) -> None:
    assert capture(STDIN, options=CaptureOptions(stdin=b"Rebels took Kidal.")).document.origin == "-"
    page = b"<!DOCTYPE html><html><body><article><p>" + b"Rebels took Kidal, residents said. " * 9 + b"</p></article></body></html>"
    assert capture(STDIN, options=CaptureOptions(stdin=page)).document.format == "text/html"
    assert capture(STDIN).problem.rule == "capture.unreadable"


def test_an_inner_sidecar_beats_an_outer_one_and_the_document_s_own_beats_both(capture: Callable[..., Any], tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in/a.txt").write_text("Text.")
    (tmp_path / "sources.yaml").write_text(
        "documents: {in/a.txt: {title: Outer, author: Outer, publisher: Outer, url: 'https://example.org'}}"
    )
    (tmp_path / "in/sources.yaml").write_text("documents: {a.txt: {title: Inner, author: Inner}}")
    (tmp_path / "in/a.txt.meta.yaml").write_text("title: Own")
    document = capture(tmp_path).document
    assert (document.title, document.author, document.publisher, document.url) == ("Own", "Inner", "Outer", "https://example.org")


def test_a_single_file_has_its_folder_s_sidecar(capture: Callable[..., Any], tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(name)
    (tmp_path / "sources.yaml").write_text("documents: {a.txt: {title: One}, b.txt: {title: Two}, c.txt: {title: Three}}")
    caught = capture(tmp_path / "a.txt")
    assert caught.document.title == "One" and caught.problems == []


def test_a_sidecar_without_its_document_is_reported(capture: Callable[..., Any], tmp_path: Path) -> None:
    (tmp_path / "sources.yaml").write_text("documents: {gone.txt: {title: One}}")
    (tmp_path / "lost.meta.yaml").write_text("title: Lost")
    caught = capture(tmp_path)
    assert caught.rules == ["capture.sidecar"] * 2 and not any(problem.fatal for problem in caught.problems)


def test_a_sidecar_named_as_document_is_refused(capture: Callable[..., Any], tmp_path: Path) -> None:
    (tmp_path / "sources.yaml").write_text("documents: {}")
    assert capture(tmp_path / "sources.yaml").problem.rule == "capture.unsupported"
