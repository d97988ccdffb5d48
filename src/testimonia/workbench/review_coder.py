"""Who decides: a name asked once and kept in a cookie of this address.

The cookie is no key to anything: it spares people typing their name, and whatever changes something is let through by its origin
(`security`), with or without it. `SameSite=Strict` keeps it from pages elsewhere all the same.
"""

from datetime import UTC, datetime
from typing import Annotated
from urllib.parse import quote, unquote

from fastapi import Cookie, Form
from starlette.responses import Response

from testimonia.errors import DecisionError
from testimonia.review import Decider

COOKIE = "testimonia_coder"
LONGEST_NAME = 80
YEAR_S = 31_536_000
Kept = Annotated[str, Cookie(alias=COOKIE, max_length=LONGEST_NAME * 12, include_in_schema=False)]
"""The cookie as it came."""
Name = Annotated[str, Form(max_length=LONGEST_NAME)]


def coder_of(kept: str) -> str:
    """Read the name out of the cookie.

    Args:
        kept: The cookie's value; empty where there is none.

    Returns:
        The name; empty where none can be read.
    """
    try:
        return name_of(unquote(kept, errors="strict"))
    except (DecisionError, UnicodeDecodeError):
        return ""


def name_of(given: str) -> str:
    """Take a name that somebody gives.

    Args:
        given: What they typed.

    Returns:
        The name on one line.

    Raises:
        DecisionError: Nobody could be told by it.
    """
    name = plain_words(" ".join(given.split()))[:LONGEST_NAME]
    return Decider(name, now()).by


def plain_words(given: str) -> str:
    """Leave out what no file can hold: halves of surrogate pairs and the null character.

    Args:
        given: What somebody typed or sent.

    Returns:
        The same without them.
    """
    return given.encode("utf-8", "ignore").decode("utf-8").replace("\0", "")


def keep_name(response: Response, name: str) -> None:
    """Have the browser remember a name.

    Args:
        response: The answer that brings it.
        name: The name.
    """
    response.set_cookie(COOKIE, quote(name, safe=""), max_age=YEAR_S, path="/", httponly=True, samesite="strict")


def now() -> str:
    """Say when something is decided.

    Returns:
        ISO 8601 in UTC, to the microsecond, so that two decisions of one person never share a moment.
    """
    return datetime.now(UTC).isoformat(timespec="microseconds")
