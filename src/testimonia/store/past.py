"""Show the tables as they stood at the end of a day: views of the same names, which the connection sees instead of the tables."""

from datetime import date

from sqlalchemy import Connection

from testimonia.store.history import DAY
from testimonia.store.schema import PAST, judgements

_FIRST = date(1970, 1, 1)


def go_back(connection: Connection, day: date) -> None:
    """Let all that is asked on a connection be answered as of the end of a day, until its transaction ends.

    Args:
        connection: A connection that only reads.
        day: The day, in UTC.
    """
    moment = ((day - _FIRST).days + 1) * DAY
    for name, table in PAST.items():
        columns = ", ".join(f'"{column.name}"' for column in table.columns if column.name != "until")
        stands = f"SELECT {columns} FROM main.{name} WHERE since < {moment}"
        stood = f"SELECT {columns} FROM main.{table.name} WHERE since < {moment} AND until >= {moment}"
        connection.exec_driver_sql(f"CREATE TEMP VIEW {name} AS {stands} UNION ALL {stood}")
    columns = ", ".join(f'"{column.name}"' for column in judgements.columns if column.name != "superseded")
    # Moments of judgements are written out, in UTC; their first ten characters are the day.
    superseded = f"CASE WHEN substr(superseded, 1, 10) <= '{day}' THEN superseded END AS superseded"
    made = f"substr(recorded, 1, 10) <= '{day}'"
    connection.exec_driver_sql(f"CREATE TEMP VIEW judgements AS SELECT {columns}, {superseded} FROM main.judgements WHERE {made}")
