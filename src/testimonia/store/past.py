"""Show the tables as they stood at the end of a day: views of the same names, which the connection sees instead of the tables."""

from datetime import UTC, date, datetime, timedelta

from sqlalchemy import Connection

from testimonia.store.schema import PAST


def go_back(connection: Connection, day: date) -> None:
    """Let all that is asked on a connection be answered as of the end of a day, until its transaction ends.

    Args:
        connection: A connection that only reads.
        day: The day, in UTC.
    """
    midnight = datetime(day.year, day.month, day.day, tzinfo=UTC) + timedelta(days=1)
    moment = int(midnight.timestamp())
    for name, table in PAST.items():
        columns = ", ".join(f'"{column.name}"' for column in table.columns if column.name != "until")
        stood = f"SELECT {columns} FROM main.{name} WHERE since < {moment}"
        former = f"SELECT {columns} FROM main.{table.name} WHERE since < {moment} AND until >= {moment}"
        connection.exec_driver_sql(f"CREATE TEMP VIEW {name} AS {stood} UNION ALL {former}")
    written = midnight.isoformat(timespec="seconds")
    columns = '"id", "left", "right", "verdict", "score", "by", "evidence", "features", "at", "recorded"'
    superseded = f"CASE WHEN superseded < '{written}' THEN superseded END AS superseded"
    connection.exec_driver_sql(
        f"CREATE TEMP VIEW judgements AS SELECT seq, {columns}, {superseded} FROM main.judgements WHERE recorded < '{written}'"
    )
