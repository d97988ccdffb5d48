"""Formats: every ending of the issue has its reader, and bytes without a name are told apart."""

import pytest

from testimonia.capture.formats import READERS, STREAMED, ending_of, sniff, unsupported
from testimonia.capture.word_lists import load_list


def test_the_endings_that_are_read_are_pinned() -> None:
    assert sorted(READERS) == sorted(
        [
            ".txt",
            ".text",
            ".md",
            ".markdown",
            ".html",
            ".htm",
            ".xhtml",
            ".pdf",
            ".docx",
            ".eml",
            ".json",
            ".jsonl",
            ".ndjson",
            ".csv",
            ".tsv",
            ".warc",
            ".warc.gz",
            ".zip",
        ]
    )
    assert set(STREAMED) <= set(READERS)


@pytest.mark.parametrize(
    ("data", "ending"),
    [
        (b"%PDF-1.7", ".pdf"),
        (b"PK\x03\x04word/document.xml", ".docx"),
        (b"PK\x03\x04a.txt", ".zip"),
        (b"\xef\xbb\xbf\n<!DOCTYPE HTML>", ".html"),
        (b"<html lang=en>", ".html"),
        (b"WARC/1.0\r\n", ".warc.gz"),
        (b"Rebels took Kidal.", ".txt"),
    ],
)
def test_bytes_are_told_apart(data: bytes, ending: str) -> None:
    assert sniff(data) == ending


@pytest.mark.parametrize(
    ("name", "ending"), [("A.TXT", ".txt"), ("a.b.Warc.GZ", ".warc.gz"), ("a.gz", ".gz"), ("noending", ""), (".txt", "")]
)
def test_endings(name: str, ending: str) -> None:
    assert ending_of(name) == ending


def test_no_ending_is_both_read_and_unsupported() -> None:
    endings = [f".{ending}" for entry in load_list("unsupported").values() for ending in entry["endings"]]
    assert not set(endings) & set(READERS) and len(endings) == len(set(endings))


def test_an_unknown_ending_lists_those_that_are_read() -> None:
    problem = unsupported("x/a.foo", "a.foo")
    assert ".docx" in problem.remedy and "'.foo'" in problem.what and not problem.fatal
