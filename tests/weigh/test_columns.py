"""Columns: what was read is written in codes that are equal where records are, and who is who stands apart."""

from dataclasses import replace

from tests.weigh.held import written

from testimonia.model.knowledge import Knowledge
from testimonia.weigh.columns import COLUMNS, NOTHING, REPLACED, code_of, columns_of, identity_columns


def test_codes_are_equal_where_texts_are():
    assert code_of("Goma") == code_of("Goma") != code_of("goma")
    assert code_of(None) == NOTHING != code_of("")


def test_every_table_has_its_columns():
    knowledge, held = written(4)
    assert {name: tuple(columns) for name, columns in held.tables.items()} == COLUMNS
    assert set(columns_of(knowledge)).isdisjoint(REPLACED)
    assert set(identity_columns(knowledge, {})) == set(REPLACED)


def test_claims_are_named_by_their_ids():
    knowledge, held = written(4)
    assert [f"c-{name:016x}" for name in held.tables["claims"]["id"].tolist()] == [claim.id for claim in knowledge.claims]


def test_a_decision_on_identity_changes_no_line_of_what_was_read():
    knowledge, held = written(4)
    other = replace(knowledge, entities={}, entity_of={})
    again = columns_of(other)
    assert all((again[name][column] == held.tables[name][column]).all() for name in again for column in again[name])


def test_what_stands_in_a_document_that_is_not_there_has_a_line_of_its_own():
    knowledge, _ = written(4)
    found = columns_of(replace(knowledge, documents={}))["documents"]
    assert sorted(found["id"].tolist()) == sorted({said.document for said in (*knowledge.claims, *knowledge.reports)})
    assert set(found["publisher"].tolist()) == {None}


def test_nothing_makes_empty_tables():
    tables = columns_of(Knowledge({}, {}, {}, {}, (), ()))
    assert {len(column) for columns in tables.values() for column in columns.values()} == {0}
