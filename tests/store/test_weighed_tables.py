"""The tables of what was weighed are part of the layout, and none of them is needed to read what is known."""

from testimonia.store.schema import METADATA, PAST
from testimonia.store.weighed_tables import doubted, touched, weighed, written


def test_they_are_laid_out_with_the_rest_and_keep_no_history():
    for table in (doubted, touched, weighed, written):
        assert METADATA.tables[table.name] is table and table.name not in PAST
