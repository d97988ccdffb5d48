"""Build a release of a folder of documents, by the commands that everybody uses."""

import subprocess
import sys
from pathlib import Path

from eval.key import load_gold
from eval.released import Release, load_release
from eval.texts import document_texts

ROOT = Path(__file__).resolve().parents[1]
_DONE = 0
_DONE_WITH_PROBLEMS = 1
_TOLD = 2000
"""Code points of a command's last words that an error repeats: a traceback's end."""


class BuildError(RuntimeError):
    """A command of ours failed; the message has what it said."""


def build_release(documents: Path, folder: Path) -> Path:
    """Build a knowledge base from documents and release it.

    Args:
        documents: The folder of documents.
        folder: An empty folder to work in.

    Returns:
        The folder of the release.

    Raises:
        BuildError: A command ended with another code than done or done with problems, or left no release.
    """
    _run("build", str(documents), "--out", str(folder / "kb"))
    said = _run("release", str(folder / "kb"), "--out", str(folder / "release"))
    # Python itself ends with 1 when a module is missing, as a run with problems does, so the code alone proves nothing.
    if not (folder / "release" / "documents.jsonl").exists():
        raise BuildError(f"`testimonia release` left no documents.jsonl: {said}")
    return folder / "release"


def open_release(folder: Path | None, *, key: Path, documents: Path, workplace: Path) -> Release:
    """Read a release with its key, building it first if there is none yet.

    Args:
        folder: The release; None to build one.
        key: The gold key, JSON.
        documents: The folder of documents that key and release are about.
        workplace: An empty folder to build in.

    Returns:
        The release, tied to its key.
    """
    gold = load_gold(key, document_texts(documents))
    return load_release(build_release(documents, workplace) if folder is None else folder, gold)


def _run(*arguments: str) -> str:
    """Run one of our commands and return what it said last."""
    command = [sys.executable, "-m", "testimonia", *arguments]
    done = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, check=False)
    said = (done.stderr or done.stdout).strip()[-_TOLD:]
    if done.returncode not in (_DONE, _DONE_WITH_PROBLEMS):
        raise BuildError(f"`testimonia {arguments[0]}` ended with {done.returncode}: {said}")
    return said
