"""Questions in SQL over the tables of a release: answered in order, changing nothing, reading nothing else."""

import pytest

from testimonia.errors import QuestionError, StoreError
from testimonia.store.asking import Asking
from testimonia.store.tables import Column, Table, open_tables


@pytest.fixture
def asking(tmp_path):
    """Three rows, in an order that is not that of their ids."""
    for name in ("lines", "parquet", "spill"):
        (tmp_path / name).mkdir()
    (tmp_path / "lines" / "entities.jsonl").write_text('{"id": "n-1", "name": "One"}\n', encoding="utf-8")
    lines = '{"id": "c", "n": 3, "tags": ["x"]}\n{"id": "a", "n": null, "tags": []}\n{"id": "b", "n": 1, "tags": ["y", "z"]}\n'
    (tmp_path / "lines" / "things.jsonl").write_text(lines, encoding="utf-8")
    table = Table("things", "things.jsonl", (Column("id", "text", "id"), Column("n", "integer", "n"), Column("tags", ["text"], "tags")))
    with open_tables(tmp_path / "lines", spill=tmp_path / "spill") as tables:
        tables.write_parquet(table, tmp_path / "parquet" / "things.parquet")
    opened = Asking(readable=(tmp_path / "parquet",), spill=tmp_path / "spill")
    opened.see("things", tmp_path / "parquet" / "things.parquet")
    opened.define("known", "SELECT id, tags FROM release.things WHERE n IS NOT NULL")
    yield opened
    opened.close()


def test_rows_come_in_the_order_of_the_file(asking):
    assert list(asking.rows("SELECT id, n FROM release.things")) == [("c", 3), ("a", None), ("b", 1)]
    assert list(asking.rows("SELECT * FROM known WHERE list_contains(?, id)", [["b", "c"]])) == [("c", ["x"]), ("b", ["y", "z"])]


def test_columns_are_named_without_working_the_answer_out(asking):
    assert asking.columns("SELECT id AS name, n + 1 AS more FROM release.things") == ("name", "more")


def test_an_answer_can_be_a_table_of_arrow(asking):
    assert asking.arrow("SELECT id FROM release.things WHERE n > ?", [1]).to_pydict() == {"id": ["c"]}


@pytest.mark.parametrize("question", ["SELECT 1", "FROM known", "WITH x AS (SELECT 1) FROM x", "DESCRIBE known", "SUMMARIZE known"])
def test_a_question_may_be_asked(asking, question):
    asking.check(question)
    assert list(asking.rows(question))


@pytest.mark.parametrize(
    "question",
    [
        "",
        "SELEC 1",
        "SELECT 1; SELECT 2",
        "DROP VIEW known",
        "INSERT INTO release.things VALUES ('d', 1, [])",
        "COPY known TO 'x.csv'",
        "ATTACH 'other.db'",
        "SET memory_limit = '9GB'",
        "INSTALL httpfs",
        "PRAGMA database_list",
    ],
)
def test_anything_else_may_not(asking, question):
    with pytest.raises(QuestionError):
        asking.check(question)


def test_nothing_outside_the_release_can_be_read(asking, tmp_path):
    (tmp_path / "secret.txt").write_text("a secret\n", encoding="utf-8")
    for question in (
        f"FROM read_text('{tmp_path / 'secret.txt'}')",
        f"FROM '{tmp_path / 'lines' / 'things.jsonl'}'",
        "FROM read_csv('https://example.org/x')",
    ):
        with pytest.raises(QuestionError, match="cannot be answered"):
            list(asking.rows(question))


def test_what_is_wrong_is_said(asking, tmp_path):
    with pytest.raises(QuestionError, match="colour"):
        list(asking.rows("SELECT colour FROM known"))
    with pytest.raises(StoreError, match=r"other\.parquet cannot be read"):
        asking.see("other", tmp_path / "parquet" / "other.parquet")
    with pytest.raises(StoreError, match="do not give wrong"):
        asking.define("wrong", "SELECT colour FROM release.things")
