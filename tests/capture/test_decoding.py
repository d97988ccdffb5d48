"""Decoding: what is stored is what the file says, and what was assumed is recorded."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from testimonia.capture.decoding import decode, encoding_problem, guess, plain_newlines

SPANISH = "Los combatientes del frente salieron de Añorve según la población, que contó once heridos en el hospital de la ciudad. " * 4
ARABIC = "قال سكان المدينة إن المقاتلين غادروا مواقعهم على ضفة النهر قبل الفجر وتركوا خلفهم شاحنتين ومستشفى ميدانيا. " * 4
printable = st.text(
    st.characters(blacklist_categories=("Cs",), blacklist_characters=[chr(code) for code in range(32) if chr(code) not in "\t\n\r\x0c"])
)


@given(printable)
def test_the_text_of_a_utf8_file_is_what_python_reads_from_it(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    if text.startswith("\ufeff") or "\0" in text:
        return
    path: Path = tmp_path_factory.getbasetemp() / "one.txt"
    path.write_bytes(text.encode("utf-8"))
    decoded = decode(path.read_bytes())
    assert decoded is not None and decoded.text == path.read_text(encoding="utf-8") and decoded.encoding == "utf-8"


def test_a_byte_order_mark_is_left_out() -> None:
    decoded = decode(b"\xef\xbb\xbfSplit in 1984")
    assert decoded is not None and decoded.text == "Split in 1984"


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-32-le"])
def test_a_mark_tells_the_encoding(encoding: str) -> None:
    decoded = decode(("\ufeff" + SPANISH).encode(encoding))
    assert decoded is not None and (decoded.text, decoded.encoding, decoded.certain) == (SPANISH, encoding, True)


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf16_without_a_mark_is_told_by_its_zero_bytes(encoding: str) -> None:
    decoded = decode(SPANISH.encode(encoding))
    assert decoded is not None and (decoded.text, decoded.encoding) == (SPANISH, encoding)


def test_an_older_encoding_is_guessed_and_recorded() -> None:
    decoded = decode(ARABIC.encode("cp1256"))
    assert decoded is not None and decoded.text == ARABIC and not decoded.certain
    problem = encoding_problem("a.txt", decoded)
    assert problem is not None and not problem.fatal and decoded.encoding in problem.what


def test_latin_letters_with_accents_survive() -> None:
    decoded = decode(SPANISH.encode("cp1252"))
    assert decoded is not None and decoded.text == SPANISH


def test_a_declared_encoding_is_believed_where_it_fits() -> None:
    decoded = decode("Сегодня".encode("koi8-r"), declared="koi8-r")
    assert decoded is not None and (decoded.text, decoded.certain) == ("Сегодня", True)


def test_a_declared_encoding_that_does_not_exist_does_no_harm() -> None:
    decoded = decode(SPANISH.encode("cp1252"), declared="no-such-encoding")
    assert decoded is not None and decoded.text == SPANISH


@pytest.mark.parametrize("data", [bytes(range(256)) * 40, b"\x89PNG\r\n\x1a\n" + bytes(range(31)) * 200, b"\x00\x01\x02\x03" * 100])
def test_binary_junk_is_no_text(data: bytes) -> None:
    problem = encoding_problem("a.txt", decode(data))
    assert problem is not None and problem.fatal and problem.rule == "capture.encoding"


def test_utf8_is_no_problem() -> None:
    assert encoding_problem("a.txt", decode(b"plain")) is None


def test_line_ends_become_line_feeds_and_lone_surrogates_are_replaced() -> None:
    assert plain_newlines("a\r\nb\rc\n") == "a\nb\nc\n"
    assert plain_newlines("\ud800a \ud83d\ude00").endswith("a 😀")
    plain_newlines("\udfff").encode("utf-8")


def test_guessing_gives_a_name_that_python_knows() -> None:
    encoding = guess(SPANISH.encode("cp1252"))
    assert encoding is not None and SPANISH.encode("cp1252").decode(encoding) == SPANISH
