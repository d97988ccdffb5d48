"""Pieces, facts and hashes."""

from pathlib import Path

from testimonia.capture.piece import Facts, Piece, canonical, digest


def test_facts_over_facts_keep_the_first_that_is_stated() -> None:
    upper, lower = Facts(title="A", publisher=""), Facts(title="B", publisher="P", author="C")
    assert upper.over(lower) == Facts(title="A", publisher="", author="C"), "the empty text states that there is none"


def test_a_piece_of_bytes_and_one_of_a_file_read_alike(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"text")
    for content in (b"text", tmp_path / "a.txt"):
        piece = Piece("a.txt", "a.txt", content)
        with piece.open() as stream:
            assert (piece.size(), piece.bytes(), stream.read()) == (4, b"text", b"text")


def test_hashes() -> None:
    assert digest(b"") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    assert canonical({"b": [1, None], "a": "ü"}) == '{"a":"ü","b":[1,null]}'.encode()
