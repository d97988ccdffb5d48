"""What lies aside has the columns of what stands."""

from testimonia.store import schema


def test_a_table_of_proposals_that_do_not_stand_has_the_columns_of_those_that_do() -> None:
    for table in (schema.claims, schema.reports):
        assert [column.name for column in schema.ASIDE[table.name].columns] == [column.name for column in table.columns]
        assert [column.nullable for column in schema.ASIDE[table.name].columns] == [column.nullable for column in table.columns]
