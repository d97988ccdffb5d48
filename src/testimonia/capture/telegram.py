"""Telegram: the export of one channel (`result.json`), each message one document.

Only channels are read. A group or a private chat is people talking to one another; the instrument reads what was published.
"""

import json
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

from testimonia.capture.dates import to_edtf
from testimonia.capture.decoding import decode, encoding_problem, plain_newlines
from testimonia.capture.options import CaptureOptions
from testimonia.capture.piece import Draft, Facts, Piece, canonical, digest
from testimonia.capture.trouble import skipped, trouble
from testimonia.model.problem import Problem

MEDIA_TYPE = "application/vnd.telegram.export+json"


def capture_telegram(piece: Piece, options: CaptureOptions) -> Iterator[Draft | Problem]:
    """Read the export of a channel.

    Args:
        piece: The file.
        options: Not used; every format has the same door.

    Yields:
        One draft for each message with text, and problems with the number of service messages and of messages without text.
    """
    decoded = decode(piece.bytes())
    problem = encoding_problem(piece.origin, decoded)
    if problem is not None:
        yield problem
    if decoded is None:
        return
    try:
        export = json.loads(decoded.text)
    except (ValueError, RecursionError) as error:
        yield _not_an_export(piece.origin, f"It is no valid JSON ({error}).")
        return
    wrong = _why_not(export)
    if wrong is not None:
        yield _not_an_export(piece.origin, wrong)
        return
    left_out: Counter[str] = Counter()
    for message in export["messages"]:
        reason = _reason_to_skip(message)
        if reason is None:
            yield _draft(message, export, piece, encoding=decoded.encoding)
        else:
            left_out[reason] += 1
    for reason, count in sorted(left_out.items()):
        yield skipped(piece.origin, f"{count:,} {reason}.")


def _why_not(export: Any) -> str | None:
    if not isinstance(export, dict):
        return "It is JSON, but not the export of a Telegram channel."
    if isinstance(export.get("chats"), dict):
        return "It is the export of a whole Telegram account."
    if not isinstance(export.get("messages"), list) or not isinstance(export.get("name"), str):
        return "It is JSON, but not the export of a Telegram channel."
    kind = export.get("type", "public_channel")
    return None if str(kind).endswith("channel") else f"It is the export of a Telegram chat of the type {kind!r}, not of a channel."


def _not_an_export(origin: str, what: str) -> Problem:
    remedy = (
        "A .json file must be the result.json that Telegram Desktop writes for one channel (Export chat history, format JSON): an object "
        "with name, type and messages. Save other records as .jsonl, one object a line, or as .csv."
    )
    return trouble(origin, "unsupported", what, remedy=remedy)


def _reason_to_skip(message: Any) -> str | None:
    if not isinstance(message, dict):
        return "entries are no messages"
    if message.get("type", "message") != "message":
        return "service messages (joined, pinned, photo changed) are no testimony and were left out"
    if not _text(message.get("text")).strip():
        return "messages have no text (photos, videos, polls alone) and were left out"
    return None


def _draft(message: dict[str, Any], export: dict[str, Any], piece: Piece, *, encoding: str) -> Draft:
    number = message.get("id")
    channel = export.get("id")
    publisher = plain_newlines(export["name"]).strip() or None
    forwarded = message.get("forwarded_from")
    facts = Facts(
        title="",  # a message has no title, and its first line is none
        publisher=publisher,
        original_publisher=plain_newlines(forwarded).strip() or None if isinstance(forwarded, str) and forwarded != publisher else None,
        author=message["author"] if isinstance(message.get("author"), str) else None,
        published=_day(message),
        url=None if channel is None or number is None else f"https://t.me/c/{channel}/{number}",
    )
    origin = f"{piece.origin}!message {number}"
    return Draft(origin, digest(canonical(message)), MEDIA_TYPE, plain_newlines(_text(message["text"])), encoding=encoding, facts=facts)


def _text(parts: Any) -> str:
    """Join the text of a message, which is a string or a list of strings and of objects such as `{"type": "bold", "text": "…"}`."""
    if isinstance(parts, str):
        return parts
    if isinstance(parts, dict):
        return _text(parts.get("text"))
    return "".join(_text(part) for part in parts) if isinstance(parts, list) else ""


def _day(message: dict[str, Any]) -> str | None:
    """Return the day in UTC; the other field is in the time of the machine that made the export."""
    seconds = str(message.get("date_unixtime", ""))
    if seconds.isdigit() and len(seconds) <= 11:
        return datetime.fromtimestamp(int(seconds), UTC).date().isoformat()
    return to_edtf(str(message.get("date", ""))[:10])
