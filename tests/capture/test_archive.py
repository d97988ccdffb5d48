"""Archives: read from within, and nothing hostile in one costs the rest."""

import io
import stat
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from testimonia.capture.archive import capture_archive
from testimonia.capture.options import ArchiveLimits, CaptureOptions
from testimonia.capture.piece import Piece


def _zip(*members: tuple[str | zipfile.ZipInfo, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members:
            archive.writestr(name, data, zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


@pytest.fixture
def taken(capture: Callable[..., Any], tmp_path: Path) -> Callable[..., Any]:
    """Capture a zip file of the given members."""

    def _taken(*members: tuple[str | zipfile.ZipInfo, bytes], options: CaptureOptions | None = None) -> Any:
        path = tmp_path / "a.zip"
        path.write_bytes(_zip(*members))
        caught = capture(path, options=options)
        assert sorted(tmp_path.iterdir()) == [path], "nothing is unpacked to disk"
        return caught

    return _taken


def test_members_are_documents_in_the_order_of_their_names(taken: Callable[..., Any]) -> None:
    caught = taken(("b.txt", b"Second."), ("a/a.txt", b"First."), ("__MACOSX/._a.txt", b"x"), (".DS_Store", b"x"))
    assert [(document.origin.rpartition("/a.zip!")[2], document.text) for document in caught.documents] == [
        ("a/a.txt", "First."),
        ("b.txt", "Second."),
    ]
    assert caught.problems == []


@pytest.mark.parametrize("name", ["../evil.txt", "/etc/evil.txt", "C:\\evil.txt", "a/../../evil.txt", "..\\evil.txt"])
def test_a_name_that_leads_out_is_refused_and_the_rest_read(taken: Callable[..., Any], name: str) -> None:
    caught = taken((name, b"Evil."), ("good.txt", b"Good."))
    assert caught.document.text == "Good." and caught.problem.rule == "capture.path_traversal" and caught.problem.fatal


def test_a_link_is_refused(taken: Callable[..., Any]) -> None:
    link = zipfile.ZipInfo("link.txt")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    caught = taken((link, b"/etc/passwd"), ("good.txt", b"Good."))
    assert caught.document.text == "Good." and caught.problem.rule == "capture.symlink_outside"


def test_a_member_with_a_bomb_s_ratio_is_refused(taken: Callable[..., Any]) -> None:
    caught = taken(("bomb.txt", b" " * 3_000_000), ("good.txt", b"Good."))
    assert caught.document.text == "Good." and caught.problem.rule == "capture.zip_bomb"


def test_short_members_may_compress_well(taken: Callable[..., Any]) -> None:
    assert taken(("lines.txt", b"The same line.\n" * 20_000)).problems == []


def test_the_total_is_limited_over_all_members(taken: Callable[..., Any], small: CaptureOptions) -> None:
    members = [(f"{number}.txt", f"{number} ".encode() * 9_000) for number in range(4)]
    caught = taken(*members, options=small)
    assert len(caught.documents) == 2 and caught.rules == ["capture.zip_bomb"] * 2


def test_the_total_counts_through_nested_archives(taken: Callable[..., Any], small: CaptureOptions) -> None:
    inner = [(f"{number}.zip", _zip(("a.txt", f"{number} ".encode() * 9_000))) for number in range(4)]
    caught = taken(*inner, options=small)
    assert len(caught.documents) == 2 and set(caught.rules) == {"capture.zip_bomb"}


def test_a_member_over_the_size_limit_is_refused(taken: Callable[..., Any], small: CaptureOptions) -> None:
    caught = taken(("a.txt", bytes(range(97, 122)) * 1000), ("good.txt", b"Good."), options=small)
    assert caught.document.text == "Good." and caught.problem.rule == "capture.too_large"


def test_too_many_members_are_refused(taken: Callable[..., Any], small: CaptureOptions) -> None:
    assert taken(*((f"{number}.txt", b"x") for number in range(6)), options=small).problem.rule == "capture.zip_bomb"


def test_archives_nest_twice_and_no_deeper(taken: Callable[..., Any]) -> None:
    third = _zip(("deep.txt", b"Too deep."))
    second = _zip(("c.zip", third), ("b.txt", b"Second level."))
    caught = taken(("b.zip", second), ("a.txt", b"First level."))
    assert sorted(document.text for document in caught.documents) == ["First level.", "Second level."]
    assert caught.problem.rule == "capture.nesting" and caught.problem.origin.endswith("a.zip!b.zip!c.zip")


def test_a_locked_member_is_a_problem(read: Callable[..., Any]) -> None:
    data = bytearray(_zip(("a.txt", b"Locked."), ("b.txt", b"Open.")))
    data[6] |= 1  # the flag in the member's own header
    data[data.index(b"PK\x01\x02") + 8] |= 1  # and in the directory
    _, items = read(capture_archive, "a.zip", bytes(data))
    assert [getattr(item, "rule", "piece") for item in items] == ["capture.encrypted", "piece"]


def test_a_damaged_member_does_not_cost_the_rest(read: Callable[..., Any]) -> None:
    data = bytearray(_zip(("a.txt", b"First member, which is damaged."), ("b.txt", b"Second.")))
    data[data.index(b"a.txt") + 8] ^= 0xFF
    _, items = read(capture_archive, "a.zip", bytes(data))
    assert [getattr(item, "rule", "piece") for item in items] == ["capture.unreadable", "piece"]


def test_what_is_no_zip_is_unreadable(read: Callable[..., Any]) -> None:
    assert [item.rule for item in read(capture_archive, "a.zip", b"no zip")[1]] == ["capture.unreadable"]


def test_sidecars_within_describe_members(taken: Callable[..., Any]) -> None:
    sources = b"documents: {a.txt: {title: One}, gone.txt: {title: Gone}}\npublishers: {The Daily Example: {kind: independent_media}}\n"
    caught = taken(
        ("x/a.txt", b"First."), ("x/sources.yaml", sources), ("x/a.meta.yaml", b"published: 2021\n"), ("x/lost.meta.yaml", b"title: L\n")
    )
    assert (caught.document.title, caught.document.published, caught.document.published_basis) == ("One", "2021", "sidecar")
    assert [source.name for source in caught.sources] == ["The Daily Example"] and caught.rules == ["capture.sidecar"] * 2


def test_a_size_that_the_archive_lies_about_is_cut_off(read: Callable[..., Any]) -> None:
    _, items = read(
        capture_archive, "a.zip", _zip(("a.txt", b"x" * 400)), CaptureOptions(max_bytes=399, archive=ArchiveLimits(total=10_000))
    )
    assert [getattr(item, "rule", "piece") for item in items] == ["capture.too_large"]


def test_members_know_how_deep_they_lie(read: Callable[..., Any]) -> None:
    _, items = read(capture_archive, "a.zip", _zip(("a.txt", b"x")))
    assert [item.depth for item in items if isinstance(item, Piece)] == [1]
