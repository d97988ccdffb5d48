"""How much memory and time a whole build takes: 1,000 documents of 5 kB, from capture to findings, in a process of its own.

`python -m bench.memory [DOCUMENTS ...]`; with several numbers, also how the processor time of a document grows with their number.
"""

import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from bench.corpus import write_documents
from bench.figures import Figure, print_figures

DOCUMENTS, CHARACTERS = 1_000, 5_000
MEGABYTES = 600
"""What a build of 1,000 documents of 5 kB may take at its peak."""

_BUILD = """
import json, resource, sys, time
from pathlib import Path
from testimonia.pipeline import build
step_began = {}
def tell(step, done, total):
    step_began.setdefault(step, time.process_time())
start, busy = time.perf_counter(), time.process_time()
report = build([Path(sys.argv[1])], Path(sys.argv[2]), progress=tell)
end, busy_end = time.perf_counter(), time.process_time()
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
names = list(step_began)
ends = [*(step_began[name] for name in names[1:]), busy_end]
taken = {name: ended - step_began[name] for name, ended in zip(names, ends)}
print(json.dumps({"peak": peak, "seconds": end - start, "busy": busy_end - busy, "steps": taken, "counts": report.counts}))
"""


def measure(number: int = DOCUMENTS) -> list[Figure]:
    """Build a knowledge base of many documents, then again, in processes of their own.

    Args:
        number: How many documents of 5,000 characters.

    Returns:
        The figures: memory at the peak, time of the build and of its steps, size of the knowledge base, time of a second build.
    """
    with tempfile.TemporaryDirectory() as folder:
        source, kb = Path(folder, "documents"), Path(folder, "kb")
        source.mkdir()
        files = write_documents(source, number=number, characters=CHARACTERS)
        text = sum(file.stat().st_size for file in files) / 1e6
        first = _build(source, kb)
        size = sum(file.stat().st_size for file in kb.rglob("*") if file.is_file()) / 1e6
        start = time.perf_counter()
        again = _build(source, kb)
        second = time.perf_counter() - start
    unit = 1 if sys.platform == "darwin" else 1024  # bytes there, kibibytes elsewhere
    counts = first["counts"]
    grown = {name: more - counts[name] for name, more in again["counts"].items() if more != counts[name]}
    return [
        Figure(f"memory at the peak, {number:,} documents", first["peak"] * unit / 1e6, "MB", MEGABYTES, at_most=True),
        Figure("time of the build", first["seconds"], "s"),
        Figure("processor time of the build", first["busy"], "s"),
        *(Figure(f"of which {step}", seconds, "s") for step, seconds in first["steps"].items()),
        Figure(f"a document of {number:,}, processor time of reading", first["steps"].get("read", 0.0) / number * 1000, "ms"),
        Figure("claims and event reports", counts["claims"] + counts["reports"], "records"),
        Figure("knowledge base", size, "MB"),
        Figure("knowledge base to text", size / text, "to 1"),
        Figure("the same build again", second, "s"),
        Figure(f"records that the second build adds{_named(grown)}", sum(abs(more) for more in grown.values()), "", 0, at_most=True),
    ]


def _named(grown: dict[str, float]) -> str:
    return f" ({', '.join(sorted(grown))})" if grown else ""


def _build(source: Path, kb: Path) -> dict[str, dict[str, float]]:
    done = subprocess.run([sys.executable, "-c", _BUILD, str(source), str(kb)], capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise SystemExit(f"the build failed: {done.stderr.strip()[-2000:]}")
    return json.loads(done.stdout.splitlines()[-1])


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print.

    Args:
        arguments: Those of the command line; None for the process's own.

    Returns:
        The exit code: 0 where the bounds are kept, else 1.
    """
    given = list(sys.argv[1:] if arguments is None else arguments)
    return max(print_figures(f"a whole build of {number:,} documents", measure(number)) for number in map(int, given or [str(DOCUMENTS)]))


if __name__ == "__main__":
    sys.exit(main())
