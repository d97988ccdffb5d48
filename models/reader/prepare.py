"""Turn the public data into what `train.py` reads: one JSON line a paragraph, in ``build/data``.

python prepare.py [--data ../../../shared/data]
"""

import argparse
import json
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import yaml
from treebanks import Sentence, Tree, gum_names, re3d_paragraphs, read_conllu, read_names, training_sentence

HERE = Path(__file__).resolve().parent
SHARED = HERE.parents[2] / "shared" / "data"


def paragraphs(trees: Iterable[Tree], most: int) -> Iterator[list[Tree]]:
    """Group sentences into paragraphs.

    Args:
        trees: The sentences of a treebank in order.
        most: Sentences after which a paragraph is cut.

    Yields:
        The sentences of one paragraph.
    """
    group: list[Tree] = []
    for tree in trees:
        if group and (tree.begins_paragraph or len(group) >= most):
            yield group
            group = []
        group.append(tree)
    if group:
        yield group


def treebank(data: Path, entry: dict[str, Any], part: str, most: int) -> Iterator[list[Sentence]]:
    """Read one part of a treebank with its names.

    Args:
        data: Folder of the public data.
        entry: The treebank's entry in config.yaml.
        part: "train" or "dev".
        most: Sentences after which a paragraph is cut.

    Yields:
        Paragraphs of training sentences.
    """
    listed = None if entry["names"] == "entities" else read_names(data / entry["names"][part])
    for group in paragraphs(read_conllu(data / entry[part]), most):
        sentences = []
        for tree in group:
            if listed is None:
                names: list[str] | None = gum_names(tree.rows)
            else:
                pairs = listed.get(tree.identifier, [])
                same = [word for word, _ in pairs] == [row[1] for row in tree.rows]
                names = [tag for _, tag in pairs] if same else None
            sentences.append(training_sentence(tree, names))
        yield sentences


def write(path: Path, groups: Iterable[list[Sentence]]) -> None:
    """Write paragraphs and say what is in them.

    Args:
        path: The file to write.
        groups: The paragraphs.
    """
    counts = dict.fromkeys(("paragraphs", "words", "names", "sentences without names"), 0)
    with path.open("w", encoding="utf-8") as out:
        for group in groups:
            out.write(json.dumps(group, ensure_ascii=False) + "\n")
            counts["paragraphs"] += 1
            for sentence in group:
                counts["words"] += len(sentence["w"])
                counts["names"] += sum(tag[0] == "B" for tag in sentence["n"] or [])
                counts["sentences without names"] += sentence["n"] is None
    print(path.name, counts)


def main() -> int:
    """Prepare everything named in config.yaml.

    Returns:
        0, or 1 when the public data are missing.
    """
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--data", type=Path, default=SHARED, help="folder of the public data")
    data: Path = arguments.parse_args().data
    config = yaml.safe_load((HERE / "config.yaml").read_text(encoding="utf-8"))["data"]
    if not data.is_dir():
        print(f"no training data: {data} is missing (see README.md: what to put there, and where it comes from)", file=sys.stderr)
        return 1
    out = HERE / "build" / "data"
    out.mkdir(parents=True, exist_ok=True)
    for name, entry in config["treebanks"].items():
        for part in ("train", "dev"):
            write(out / f"{name}-{part}.jsonl", treebank(data, entry, part, config["sentences_per_paragraph"]))
    for name, folders in config["names_only"].items():
        write(out / f"{name}-train.jsonl", (group for folder in folders for group in re3d_paragraphs(data / folder)))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
