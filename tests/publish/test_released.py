"""Released: rows stream from a folder, are found by identifier, and what is damaged is said with file and line."""

import json
from pathlib import Path

import pytest

from testimonia.errors import RecordError, StoreError
from testimonia.publish.released import FILES, Released


@pytest.fixture
def folder(knowledge, released) -> Path:
    return released(knowledge, judgements=[])


def test_every_kind_gives_the_rows_of_its_file_in_order(folder):
    release = Released(folder)
    for kind, file in FILES.items():
        written = [json.loads(line) for line in (folder / file).read_text("utf-8").splitlines()]
        assert list(release.rows(kind)) == written
        assert list(getattr(release, kind)()) == written
        assert release.count(kind) == len(written)


def test_rows_come_one_by_one(folder):
    with (folder / "claims.jsonl").open("ab") as file:
        file.write(b"not read yet\n")
    claims = Released(folder).claims()
    assert next(claims)["predicate"] == "founded"
    with pytest.raises(RecordError, match=r"claims\.jsonl, line 6: is no JSON"):
        list(claims)


def test_rows_are_found_by_identifier(folder):
    release = Released(folder)
    for kind, one in (
        ("documents", release.document),
        ("entities", release.entity),
        ("claims", release.claim),
        ("event_reports", release.event_report),
        ("happenings", release.happening),
    ):
        rows = list(release.rows(kind))
        assert rows
        assert [one(row["id"]) for row in rows] == rows
        assert one("nobody") is None
    assert release.find("disputes", next(release.disputes())["id"]) == next(release.disputes())


def test_rows_are_found_with_the_file_held_open(folder):
    release = Released(folder)
    rows = list(release.claims())
    with release.finding("claims") as find:
        assert [find(row["id"]) for row in reversed(rows)] == rows[::-1]
        assert find("nobody") is None
    (folder / FILES["witnesses"]).unlink(missing_ok=True)
    with Released(folder).finding("witnesses") as find:
        assert find("w-1") is None


def test_claims_of_certain_predicates_are_given_and_others_are_not_even_read(folder):
    release = Released(folder)
    wanted = {"founded", "armed_wing_of"}
    with (folder / "claims.jsonl").open("ab") as file:
        file.write(b"{broken\n")
        file.write(json.dumps({"id": "c-x", "predicate": "strength", "note": "founded"}).encode() + b"\n")
    given = list(release.claims_of(wanted))
    assert {row["predicate"] for row in given} == wanted
    (folder / "claims.jsonl").write_text("".join(json.dumps(row) + "\n" for row in given), "utf-8")
    assert list(Released(folder).claims()) == given
    with (folder / "claims.jsonl").open("ab") as file:
        file.write(b'{"predicate": "founded"\n')
    with pytest.raises(RecordError, match=rf"claims\.jsonl, line {len(given) + 1}: is no JSON"):
        list(release.claims_of(wanted))


@pytest.mark.parametrize("line", ["  {}  \n", "{}", "{}\r\n", "\t{}\n"])
def test_white_space_around_a_row_does_not_matter(folder, line):
    row = {"id": "c-1", "predicate": "founded"}
    (folder / "claims.jsonl").write_bytes(line.replace("{}", json.dumps(row)).encode())
    assert list(Released(folder).claims()) == [row]


def test_an_identifier_with_an_escape_is_found(folder):
    row = {"id": 'e-"quoted"', "name": "Front"}
    (folder / "entities.jsonl").write_text(json.dumps(row) + "\n", "utf-8")
    assert Released(folder).entity('e-"quoted"') == row


def test_a_reference_is_named_and_words_stay_words(folder):
    release = Released(folder)
    assert release.name_of("e-Example Front") == "Example Front"
    assert release.name_of("soldiers") == "soldiers"


def test_a_release_without_judgements_has_none(knowledge, released):
    release = Released(released(knowledge))
    assert list(release.judgements()) == []
    assert release.count("judgements") == 0


def test_texts_are_given_where_they_are_and_nowhere_else(folder):
    release = Released(folder)
    assert release.text("d-a") is None
    (folder / "texts").mkdir()
    (folder / "texts" / "d-a.txt").write_bytes("one\r\ntwo \u0643".encode())
    assert release.text("d-a") == "one\r\ntwo \u0643"
    assert release.text("../manifest.json") is None


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (None, "has no manifest"),
        ("{", "cannot be read"),
        ("[]", "its format is None"),
        ('{"format": "another/9"}', "its format is 'another/9'"),
        ('{"format": "testimonia-release/1", "counts": 3}', "has no counts"),
    ],
)
def test_what_is_no_release_is_refused_with_a_way_out(tmp_path, content, said):
    if content is not None:
        (tmp_path / "manifest.json").write_text(content)
    with pytest.raises(StoreError, match=said):
        Released(tmp_path)


@pytest.mark.parametrize("line", [b"[1]\n", b'{"name": "x"}\n', b'{"id": 3}\n', b"\xff\n"])
def test_a_line_without_an_identifier_is_said_with_its_number(folder, line):
    with (folder / "entities.jsonl").open("ab") as file:
        file.write(line)
    with pytest.raises(RecordError, match=r"entities\.jsonl, line 7"):
        Released(folder).entity("nobody")
