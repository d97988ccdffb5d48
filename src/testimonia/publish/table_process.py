"""Write the SQLite file of a release in a process of its own: `python -m testimonia.publish.table_process FOLDER SPILL`."""

import sys
from collections.abc import Sequence
from pathlib import Path

from testimonia.errors import TestimoniaError
from testimonia.publish.tables import write_database
from testimonia.store.tables import open_tables


def main(arguments: Sequence[str] | None = None) -> int:
    """Write the file.

    Args:
        arguments: The release's folder, and an existing folder for what does not fit in memory; None for the process's own.

    Returns:
        The exit code: 0 where it was written.
    """
    folder, spill = map(Path, sys.argv[1:] if arguments is None else arguments)
    try:
        with open_tables(folder, spill=spill) as tables:
            write_database(folder, tables)
    except (TestimoniaError, OSError) as error:
        sys.stderr.write(f"{error}\n")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
