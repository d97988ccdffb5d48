"""Show the tables as they stood at the end of a day, and say since when something is recorded.

The past is views of the same names, which a connection sees instead of the tables: whatever is asked is answered as of that day.
"""

import json
from collections.abc import Collection
from datetime import UTC, date, datetime

from sqlalchemy import Connection, insert, text

from testimonia.store.deciding import decisions, past_standings
from testimonia.store.history import DAY
from testimonia.store.schema import PAST, judgements, standings

_FIRST = date(1970, 1, 1)
_SINCE = """
SELECT now.id, min(now.since, coalesce(former.since, now.since))
FROM {table} AS now LEFT JOIN
    (SELECT id, min(since) AS since FROM past_{table} WHERE id IN (SELECT value FROM json_each(:ids)) GROUP BY id) AS former USING (id)
WHERE now.id IN (SELECT value FROM json_each(:ids))
"""
_JUDGED = "SELECT id, min(recorded) FROM judgements WHERE id IN (SELECT value FROM json_each(:ids)) GROUP BY id"


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
    connection.exec_driver_sql(f"CREATE TEMP VIEW decisions AS SELECT * FROM main.decisions WHERE {made}")
    connection.exec_driver_sql("CREATE TEMP TABLE standings AS SELECT * FROM main.standings WHERE 0")
    decided = list(past_standings(decisions(connection)))
    if decided:
        connection.execute(insert(standings), decided)


def recorded(connection: Connection, ids: Collection[str]) -> dict[str, str]:
    """Say when claims, event reports and judgements first came.

    Args:
        connection: An open connection.
        ids: Their identifiers.

    Returns:
        From identifier to the moment, ISO 8601 in UTC; what is not there is missing.
    """
    listed = {"ids": json.dumps(sorted(ids))}
    found: dict[str, str] = {}
    for table in ("claims", "reports"):
        for identifier, since in connection.execute(text(_SINCE.format(table=table)), listed):
            found[identifier] = datetime.fromtimestamp(since, UTC).isoformat()
    for identifier, moment in connection.execute(text(_JUDGED), listed):
        found[identifier] = moment
    return found
