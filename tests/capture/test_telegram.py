"""Telegram: the export of a channel, message by message; nothing of a private chat."""

import json
from collections.abc import Callable
from typing import Any

import pytest

from testimonia.capture.piece import Facts, canonical
from testimonia.capture.telegram import capture_telegram


def _export(*messages: dict[str, Any], **fields: Any) -> bytes:
    return json.dumps({"name": "Example Front", "type": "public_channel", "id": 77, **fields, "messages": list(messages)}).encode()


def _message(number: int, text: Any, **fields: Any) -> dict[str, Any]:
    return {"id": number, "type": "message", "date": "2021-03-04T01:30:00", "date_unixtime": "1614814200", "text": text, **fields}


def test_each_message_is_a_document(read: Callable[..., Any]) -> None:
    drafts, rest = read(capture_telegram, "result.json", _export(_message(1, "We took the bridge."), _message(2, "We left it.")))
    assert [(draft.origin, draft.text) for draft in drafts] == [
        ("result.json!message 1", "We took the bridge."),
        ("result.json!message 2", "We left it."),
    ]
    assert rest == [] and drafts[0].facts == Facts(
        title="", publisher="Example Front", published="2021-03-03", url="https://t.me/c/77/1"
    ), "the day is the one in UTC, not that of the machine that exported"


def test_text_in_pieces_is_joined(read: Callable[..., Any]) -> None:
    parts = ["The ", {"type": "bold", "text": "front"}, " says: ", {"type": "link", "text": "https://example.org"}, "."]
    assert read(capture_telegram, "r.json", _export(_message(1, parts)))[0][0].text == "The front says: https://example.org."


def test_a_forwarded_message_keeps_its_first_publisher(read: Callable[..., Any]) -> None:
    facts = read(capture_telegram, "r.json", _export(_message(1, "We took the bridge.", forwarded_from="Other Front")))[0][0].facts
    assert (facts.publisher, facts.original_publisher) == ("Example Front", "Other Front")


def test_service_messages_and_messages_without_text_are_counted(read: Callable[..., Any]) -> None:
    messages = [
        {"id": 1, "type": "service", "action": "pin_message"},
        {"id": 2, "type": "service"},
        _message(3, "", photo="a.jpg"),
        _message(4, "Text."),
    ]
    drafts, problems = read(capture_telegram, "r.json", _export(*messages))
    assert len(drafts) == 1 and [(problem.what[0], problem.fatal) for problem in problems] == [("1", False), ("2", False)]


def test_the_local_date_is_used_where_there_is_no_other(read: Callable[..., Any]) -> None:
    message = {"id": 1, "type": "message", "date": "2021-03-04T01:30:00", "text": "Text."}
    assert read(capture_telegram, "r.json", _export(message))[0][0].facts.published == "2021-03-04"


def test_the_hash_is_over_the_canonical_row(read: Callable[..., Any]) -> None:
    one = read(capture_telegram, "r.json", _export(_message(1, "Text.")))[0][0].sha256
    other = read(capture_telegram, "s.json", _export(dict(reversed(_message(1, "Text.").items()))))[0][0].sha256
    assert one == other and canonical({"b": 1, "a": "é"}) == '{"a":"é","b":1}'.encode()


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"[1, 2]", "not the export"),
        (b'{"claims": []}', "not the export"),
        (b"{", "no valid JSON"),
        (b"[" * 100_000, "no valid JSON"),
        (b'{"chats": {"list": []}}', "whole Telegram account"),
        (_export(type="personal_chat"), "not of a channel"),
        (_export(type="private_group"), "not of a channel"),
    ],
)
def test_other_json_says_what_is_expected(read: Callable[..., Any], data: bytes, says: str) -> None:
    drafts, problems = read(capture_telegram, "r.json", data)
    assert drafts == [] and len(problems) == 1 and says in problems[0].what and "result.json" in problems[0].remedy and problems[0].fatal


def test_a_lone_surrogate_does_no_harm(read: Callable[..., Any]) -> None:
    text = read(capture_telegram, "r.json", _export(_message(1, "Broken \ud83d emoji.")))[0][0].text
    assert text.encode("utf-8").startswith(b"Broken ")
