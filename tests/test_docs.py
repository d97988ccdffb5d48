"""The documentation says what the code does: generated pages are fresh, commands exist, links lead somewhere, examples run."""

import doctest
import importlib
import pkgutil
import re
import shlex
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
import typer
import yaml

import testimonia

ROOT = Path(__file__).resolve().parents[1]
PAGES = sorted([*ROOT.glob("*.md"), *(page for page in (ROOT / "docs").rglob("*.md") if "_build" not in page.parts)])
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
each_page = pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))


@pytest.fixture(scope="module")
def generator():
    sys.path.insert(0, str(ROOT))
    try:
        yield importlib.import_module("docs.generate")
    finally:
        sys.path.remove(str(ROOT))


def _commands() -> dict[str, set[str]]:
    """The real commands with their options."""
    app = importlib.import_module("testimonia.cli.app")
    group = typer.main.get_command(app._app)
    return {name: {option for parameter in command.params for option in parameter.opts} for name, command in _leaves(group)}


def _leaves(group, before: str = ""):
    for name, command in group.commands.items():
        if hasattr(command, "commands"):
            yield from _leaves(command, f"{before}{name} ")
        else:
            yield f"{before}{name}", command


def _shell_lines(page: Path) -> list[str]:
    blocks = re.findall(r"^```(?:sh|console)\n(.*?)^```", page.read_text("utf-8"), re.DOTALL | re.MULTILINE)
    return [line.split("  #")[0].removeprefix("$ ").strip() for block in blocks for line in block.splitlines() if line.strip()]


def _make_targets() -> set[str]:
    return set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))


# Generated pages


def test_the_generated_pages_are_fresh(generator):
    stale = [name for name, page in generator.PAGES.items() if (generator.OUT / f"{name}.md").read_text("utf-8") != page()]
    assert not stale, f"write {stale} anew with `make reference`"


def test_every_page_of_the_reference_is_generated_or_measured(generator):
    there = {page.stem for page in generator.OUT.glob("*.md")}
    assert there == {*generator.PAGES, "accuracy", "performance"}


def test_every_command_is_in_the_reference():
    page = (ROOT / "docs" / "reference" / "commands.md").read_text("utf-8")
    missing = [
        name
        for name, options in _commands().items()
        if f"## {name}\n" not in page or any(f"`{o}`" not in page for o in options if o[0] == "-")
    ]
    assert not missing


def test_the_reference_lists_each_problem_code_that_stands_in_the_source(generator):
    """The generator follows calls; this looks for the words, so that a new way of making problems cannot hide."""
    page = (ROOT / "docs" / "reference" / "problems.md").read_text("utf-8")
    spelt = set()
    for file in (ROOT / "src" / "testimonia").rglob("*.py"):
        spelt |= {f"capture.{code}" for code in re.findall(r"\btrouble\(\s*[\w.()]+,\s*\"([a-z_]+)\"", file.read_text("utf-8"))}
        spelt |= set(re.findall(r"rule=\"((?:capture|read|resolve|weigh|review|publish|store)\.[a-z_]+)\"", file.read_text("utf-8")))
    assert spelt
    assert not {code for code in spelt if f"`{code}`" not in page}


# What pages promise


@each_page
def test_links_within_the_repository_lead_somewhere(page):
    broken = []
    for target in re.findall(r"\]\(([^)#\s]+)(?:#[^)]*)?\)", page.read_text("utf-8")):
        if not re.match(r"[a-z]+:", target) and not (page.parent / target).resolve().exists():
            broken.append(target)
    assert not broken


@each_page
def test_commands_on_the_page_exist(page):
    commands = _commands()
    for line in _shell_lines(page):
        words = shlex.split(line, comments=True)
        if not words:
            continue
        if words[0] == "make":
            unknown = {word for word in words[1:] if "=" not in word} - _make_targets()
            assert not unknown, f"{line}: no such make target"
        if "testimonia" in words and words[0] in ("uv", "testimonia"):
            said = words[words.index("testimonia") + 1 :]
            if said and not said[0].startswith("-"):
                name = next((name for name in (" ".join(said[:2]), said[0]) if name in commands), None)
                assert name is not None, f"{line}: no such command"
                options = {word.split("=")[0] for word in said[1:] if word.startswith("--")} - {"--help", "--debug"}
                assert options <= commands[name], f"{line}: {options - commands[name]} is no option of {name}"


@each_page
def test_make_targets_named_in_the_text_exist(page):
    named = set(re.findall(r"`make ([a-z]+)", page.read_text("utf-8")))
    assert named <= _make_targets()


@each_page
def test_files_of_the_package_named_in_the_text_exist(page):
    named = re.findall(r"`((?:src|tests|eval|demo|models|docs|bench)/[\w./-]+)`", page.read_text("utf-8"))
    missing = [name for name in named if not (ROOT / name).exists() and not name.startswith("docs/_build")]
    assert not missing


def test_every_target_has_its_line_in_the_help_of_make():
    makefile = (ROOT / "Makefile").read_text("utf-8")
    wanted = {"help", "setup", "run", "test", "check", "gate", "seeds", "bench", "docs", "reference", "model", "gazetteer", "clean"}
    assert wanted <= set(re.findall(r"^([a-z]+):.*## \S", makefile, re.MULTILINE))


def test_the_claim_in_the_readme_is_what_is_read_from_the_document_that_it_names():
    """Who, what, the words, the chain of voices and the stance, as the software itself gives them."""
    readme = (ROOT / "README.md").read_text("utf-8")
    shown = re.search(r"> \*\*(.+?)\*\* · (\w+) · ([\d,]+) \w+\n> “(.+?)” · `(.+?)`\n> (.+?) · \*(\w+)\*", readme)
    assert shown is not None
    who, predicate, number, quote, file, chain, stance = shown.groups()
    captured = importlib.import_module("testimonia.capture").capture_paths([ROOT / "demo" / "documents"])
    document = next(item for item in captured if getattr(item, "origin", "").endswith(file) and hasattr(item, "text"))
    reading = importlib.import_module("testimonia.pipeline").read(document)
    names = {referent.id: referent.name for referent in reading.referents}
    found = [claim for claim in reading.claims if claim.predicate == predicate and claim.evidence[0].quote == quote]
    assert [names[claim.subject.referent] for claim in found] == [who]
    assert found[0].value.low == found[0].value.high == int(number.replace(",", ""))
    assert [names.get(voice.referent, voice.words) for voice in found[0].attribution.voices] == chain.split(" → ")
    assert found[0].attribution.stance == stance


@pytest.mark.slow
def test_the_tutorial_runs_and_shows_what_it_says(tmp_path):
    """Every line of the tutorial is run, in its order; every quotation on the page is in the release that comes out."""
    page = ROOT / "docs" / "tutorial" / "from-the-demo-to-a-dispute.md"
    shutil.copytree(ROOT / "demo", tmp_path / "demo")
    for line in _shell_lines(page):
        words = shlex.split(line)
        if words[:3] != ["uv", "run", "testimonia"]:
            assert words == ["make", "run"], f"{line}: the tutorial has a command that this test does not run"
            continue
        program = [sys.executable, "-c", "import sys; from testimonia.cli.app import main; sys.exit(main())", *words[3:]]
        run = subprocess.run(program, cwd=tmp_path, capture_output=True, text=True, check=False)
        assert run.returncode in (0, 1), f"{line}: {run.stderr or run.stdout}"
    released = "".join(file.read_text("utf-8") for file in (tmp_path / "out" / "demo-release").glob("*.jsonl"))
    quoted = re.findall(r"“([^”]+)”", page.read_text("utf-8"))
    assert quoted
    assert not [words for words in quoted if " ".join(words.split()) not in released]


def test_the_picture_can_be_read_by_all():
    """It has a title and a description, its own background, both colour schemes, and loads nothing."""
    picture = (ROOT / "docs" / "_static" / "way.svg").read_text("utf-8")
    for part in ("<title", "<desc", "prefers-color-scheme: dark", 'class="card"', 'role="img"'):
        assert part in picture
    assert not re.search(r"https?://(?!www\.w3\.org/2000/svg)|@import|<script|<image", picture)


# Versions, licences, dependencies


def test_the_versions_agree():
    version = PROJECT["project"]["version"]
    assert yaml.safe_load((ROOT / "CITATION.cff").read_text("utf-8"))["version"] == version
    assert re.search(rf"^## \[({re.escape(version)}|Unreleased)\]", (ROOT / "CHANGELOG.md").read_text("utf-8"), re.MULTILINE)


def test_every_dependency_has_its_reason():
    page = (ROOT / "docs" / "why" / "dependencies.md").read_text("utf-8")
    needed = {re.split(r"[<>=\[ ]", line)[0] for line in PROJECT["project"]["dependencies"]}
    named = set(re.findall(r"^\| ([a-z0-9-]+) \|", page, re.MULTILINE)) - {"package"}
    assert named == needed


def test_every_folder_with_a_licence_of_its_own_is_in_the_notice():
    notice = (ROOT / "NOTICE.md").read_text("utf-8")
    folders = {file.parent.relative_to(ROOT).as_posix() for file in (ROOT / "src").rglob("LICENSE*")}
    assert folders
    assert not {folder for folder in folders if folder not in notice}


# Examples


def _modules() -> list[str]:
    found = pkgutil.walk_packages(testimonia.__path__, "testimonia.")
    return sorted(module.name for module in found if ".migrations" not in module.name and not module.name.endswith("__main__"))


@pytest.mark.parametrize("name", _modules())
def test_the_examples_in_docstrings_hold(name):
    result = doctest.testmod(importlib.import_module(name), optionflags=doctest.ELLIPSIS)
    assert result.failed == 0


@each_page
def test_python_on_the_page_runs(page, tmp_path):
    for number, block in enumerate(re.findall(r"^```python\n(.*?)^```", page.read_text("utf-8"), re.DOTALL | re.MULTILINE)):
        script = tmp_path / f"block{number}.py"
        script.write_text(block, encoding="utf-8")
        run = subprocess.run([sys.executable, script], capture_output=True, text=True, check=False)
        assert run.returncode == 0, run.stderr


def test_no_page_of_the_documentation_fetches_anything():
    conf = (ROOT / "docs" / "conf.py").read_text("utf-8")
    assert not re.search(r"https?://", conf)
    outside = [
        page.name for page in PAGES if re.search(r"!\[[^\]]*\]\(https?:|<(?:script|img|iframe)[^>]+https?:", page.read_text("utf-8"))
    ]
    assert not outside
