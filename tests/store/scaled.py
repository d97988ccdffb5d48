"""A small knowledge base of the kind that pages are measured on, weighed as any other, and its whole to compare parts with."""

import shutil
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

from bench.scale_kb import generate

from testimonia import pipeline
from testimonia.store import open_store


@cache
def _made() -> Path:
    folder = Path(mkdtemp()) / "kb"
    generate(folder, claims=500, documents=25, actors=30, seed=3)
    with open_store(folder) as store:
        pipeline._weigh(store, pipeline.say_nothing)
    return folder


def scaled(folder: Path) -> Path:
    """Give a copy of the knowledge base, which is made once.

    Args:
        folder: Where to put it.

    Returns:
        The folder of the knowledge base.
    """
    return Path(shutil.copytree(_made(), folder / "kb"))
