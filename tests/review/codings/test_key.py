"""The key format, and the JSON Lines of a release."""

import pytest

from testimonia.review.codings.key import parse_json, sheet_of_key, sheet_of_lines

from .small import KEY


def test_a_key_is_taken_apart_and_what_follows_from_claims_is_counted() -> None:
    sheet = sheet_of_key({**KEY, "disputes": [{}, {}], "not": [1]}, name="key.json", sha256="00")
    assert [len(part) for part in (sheet.documents, sheet.entities, sheet.claims, sheet.events)] == [1, 2, 1, 1]
    assert sheet.claims[0].place == "claims[0]"
    assert sheet.left_out == {"disputes": 2}
    assert sheet_of_key([], name="key.json", sha256="00").problems[0].what == "a key is one object"


def test_lines_of_a_release_are_rows_and_a_broken_one_is_told_once() -> None:
    sheet = sheet_of_lines(
        {"claims.jsonl": '{"id": "c-1"}\n{"id": \n3\n', "disputes.jsonl": "{}\n", "entities.jsonl": ""}, name="r", sha256="00"
    )
    assert [entry.row["id"] for entry in sheet.claims] == ["c-1"]
    assert [(one.origin, one.place) for one in sheet.problems] == [("r/claims.jsonl", "line 2"), ("r/claims.jsonl", "line[2]")]
    assert sheet.left_out == {"disputes": 1}


@pytest.mark.parametrize(("text", "what"), [("{", "Expecting"), ("NaN", "no number of JSON"), ("[" * 100_000, "nested too deep")])
def test_what_is_no_json_is_refused(text: str, what: str) -> None:
    with pytest.raises(ValueError, match=what):
        parse_json(text)
