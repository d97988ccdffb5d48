"""The notebooks of the documentation run, give what they show, and become pages that load nothing."""

import difflib
import json
import re
import sys
from importlib import import_module
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
NOTEBOOKS = sorted((ROOT / "docs" / "notebooks").glob("*.ipynb"))
each_notebook = pytest.mark.parametrize("file", NOTEBOOKS, ids=lambda file: file.stem)


@pytest.fixture
def docs(monkeypatch):
    """Import a module of the documentation."""
    monkeypatch.setattr(sys, "path", [str(ROOT), *sys.path])
    return lambda name: import_module(f"docs.{name}")


def outputs(notebook):
    return [output for cell in notebook["cells"] for output in cell.get("outputs", ())]


def test_there_are_three():
    assert {file.stem for file in NOTEBOOKS} == {"coalition-over-time", "toll-under-two-lenses", "from-pdfs-to-a-map"}


@pytest.mark.slow
@pytest.mark.filterwarnings("default")  # of the libraries that run notebooks
@each_notebook
def test_a_notebook_gives_what_it_shows(file, docs):
    kept, fresh = file.read_text("utf-8").splitlines(), docs("run_notebooks").run(file).splitlines()
    assert kept == fresh, "run `make notebooks`:\n" + "\n".join(list(difflib.unified_diff(kept, fresh, lineterm="", n=0))[:40])


@each_notebook
def test_a_notebook_was_run_to_its_end_and_shows_nothing_of_a_machine(file):
    notebook = json.loads(file.read_text("utf-8"))
    code = [cell for cell in notebook["cells"] if cell["cell_type"] == "code"]
    assert [cell["execution_count"] for cell in code] == list(range(1, len(code) + 1))
    assert len(outputs(notebook)) >= 5
    said = json.dumps(outputs(notebook))
    assert not [output for output in outputs(notebook) if output["output_type"] == "error" or output.get("name") == "stderr"]
    assert not re.search(r"/tmp|/home|/Users|[A-Z]:\\\\\\\\|testimonia-\w{8}|0x[0-9a-f]{6,}", said)
    assert len(said) < 40_000


@each_notebook
def test_a_notebook_becomes_a_page_with_its_texts_code_and_pictures(file, docs):
    pytest.importorskip("docutils", reason="the documentation's tools are not installed; `make docs` makes these pages too")
    notebook = json.loads(file.read_text("utf-8"))
    page = docs("notebook_pages").as_markdown(notebook)
    assert page.startswith("# ")
    for cell in notebook["cells"]:
        assert "".join(cell["source"]) in page
    for output in outputs(notebook):
        held = output.get("data", {})
        shown = held.get("text/html") or held.get("image/svg+xml") or held.get("text/plain") or output.get("text")
        assert "".join(shown).strip() in page
    assert not re.search(r"https?://(?!www\.w3\.org/2000/svg)|<script|<img", page)


@each_notebook
def test_a_notebook_is_in_the_list_of_them(file):
    assert f"]({file.name})" in (file.parent / "index.md").read_text("utf-8")
