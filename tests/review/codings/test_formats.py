"""A file's format is found out, and one that cannot be told is asked for."""

import json

import pytest

from testimonia.review.codings.formats import CoderFile, sheet_of

from .small import KEY
from .test_doccano import LINE
from .test_inception import CAS


def sheet(held: object, *, raw: bytes | None = None):  # type: ignore[no-untyped-def]
    return sheet_of(CoderFile("f", {"f": json.dumps(held).encode() if raw is None else raw}))


def test_each_format_is_told_by_what_it_holds() -> None:
    assert len(sheet(KEY).claims) == 1
    assert len(sheet(LINE).claims) == 1
    assert len(sheet(CAS).claims) == 1
    assert len(sheet(None, raw="document,quote,actor,name\na,b,SF [armed_group],S\n".encode("utf-8-sig")).claims) == 1
    annotation = {"@context": "http://www.w3.org/ns/anno.jsonld", "body": {"predicate": "founded"}, "target": "d-1"}
    assert len(sheet(annotation).claims) == 1
    lines = "\n".join(json.dumps(annotation | {"id": number}) for number in range(2)).encode()
    assert len(sheet(None, raw=lines).claims) == 2


def test_the_files_of_a_release_are_one_file_with_one_hash() -> None:
    file = CoderFile("r", {"claims.jsonl": b"{}\n", "entities.jsonl": b""})
    assert len(sheet_of(file).claims) == 1
    assert file.sha256 != CoderFile("r", {"claims.jsonl": b"{}\n", "entities.jsonl": b"\n"}).sha256


@pytest.mark.parametrize("raw", [b"", b"\xff\xfe", b"hello", b"[]", b"{}", b'{"a": 1}\n{'])
def test_what_is_no_coding_is_told(raw: bytes) -> None:
    assert [one.rule for one in sheet(None, raw=raw).problems] == ["review.coding_unreadable"]
