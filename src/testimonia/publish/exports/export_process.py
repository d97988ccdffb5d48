"""Write one export in a process of its own: `python -m testimonia.publish.exports.export_process RELEASE FORMAT FILE`."""

import gc
import json
import sys
from collections.abc import Sequence
from pathlib import Path

from testimonia.errors import TestimoniaError
from testimonia.publish.exports.formats import export_release, formats_named
from testimonia.publish.released import Released

SELDOM = 200_000
"""Records made between two looks for cycles of them: rows have none, and looking as often as usual takes a quarter of the time."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Write the export, and say what was written as JSON.

    Args:
        arguments: The release's folder, the format's name, and the file to write; None for the process's own.

    Returns:
        The exit code: 0 where it was written.
    """
    release, name, out = sys.argv[1:] if arguments is None else arguments
    try:
        made = export_release(Released(Path(release)), formats_named([name])[0], Path(out))
    except (TestimoniaError, OSError) as error:
        sys.stderr.write(f"{error}\n")
        return 1
    told = {"written": dict(made.written), "left_out": made.left_out, "flattened": made.flattened, "report": str(made.report)}
    sys.stdout.write(json.dumps(told) + "\n")
    return 0


if __name__ == "__main__":
    gc.set_threshold(SELDOM)
    sys.exit(main())
