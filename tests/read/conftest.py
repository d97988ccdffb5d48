"""The parser, loaded once for all tests of reading, and a door to read a text with the built-in grammar."""

from collections.abc import Callable
from typing import Any

import pytest
from tests.read.reading import Read, read_text

from testimonia.read.parser.session import Parser, load_parser


@pytest.fixture(scope="session")
def parser() -> Parser:
    """The package's parser."""
    return load_parser()


@pytest.fixture(scope="session")
def read(parser: Parser) -> Callable[..., Read]:
    """Read a text: `read("...", publisher="...")`; its evidence is replayed at once."""

    def _read(text: str, **fields: Any) -> Read:
        return read_text(parser, text, **fields)

    return _read
