"""Guards for the house style: what may import what, how long things get, what a docstring states, which words stay out of codes.

A rule that is only written down is broken within a month; each rule here is one test.
Exemptions go in EXEMPT with a reason, never in the code.
"""

import ast
import dataclasses
import importlib
import inspect
import json
import re
import shutil
import subprocess
import sys
import tokenize
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[1]
SRC = ROOT / "src"
PKG = "testimonia"
HOME = SRC / PKG

MODULE_LINES, FUNCTION_LINES, LITERAL_WORDS = 400, 60, 25
STAGES = ("capture", "read", "resolve", "weigh", "review", "publish")
BELOW = {  # folder or top-level module -> what it may import from us
    "errors": set(),
    "settings": {"errors"},
    "model": {"errors"},
    "text": {"errors", "model"},
    "codebook": {"errors", "model", "text"},
    "store": {"errors", "model", "settings"},
    **{stage: {"errors", "model", "text", "codebook", "store"} for stage in STAGES},
    "registry": {"errors", "model", "codebook", *STAGES},
    "pipeline": {"errors", "model", "settings", "codebook", "store", "registry", *STAGES},
    # What people decide, and whose word they take, is asked for on the command line: only the doors of these two stages.
    "looking": {"errors", "model", "store", "publish", "weigh"},
    "witnessing": {"model", "store", "publish", "weigh"},
    "releasing": {"errors", "model", "store", "looking", "pipeline", "publish", "weigh", "witnessing"},
    "cli": {
        "errors",
        "model",
        "settings",
        "codebook",
        "store",
        "registry",
        "pipeline",
        "looking",
        "releasing",
        "publish",
        "review",
        "weigh",
        "workbench",
    },
    "workbench": {
        "errors",
        "model",
        "settings",
        "text",
        "codebook",
        "store",
        "registry",
        "pipeline",
        "looking",
        "releasing",
        "publish",
        "review",
        "weigh",
    },
    "api": {"errors", "model", "store", "looking", "releasing", "pipeline", "publish", "weigh"},
}
NOBODY: set[str] = set()
ONLY = {  # third-party or stdlib name -> the folders that may import it; the longest name that fits decides
    **{name: {"store"} for name in ("sqlite3", "sqlalchemy", "alembic", "duckdb")},
    "onnxruntime": {"read"},
    "numpy": {"read", "resolve", "weigh"},  # the model's arrays, the gazetteer's columns, the runs of words of copies
    **{name: {"capture"} for name in ("trafilatura", "pypdf", "docx", "warcio", "py3langid")},
    **{name: {"cli"} for name in ("typer", "rich", "click")},
    **{name: {"workbench"} for name in ("fastapi", "starlette", "uvicorn", "pydantic")},
    "jinja2": {"publish", "workbench"},
    **dict.fromkeys(("requests", "httpx", "socket", "urllib.request", "http.client", "ftplib", "smtplib"), NOBODY),
    **dict.fromkeys(("torch", "transformers", "spacy"), NOBODY),
    **{name: {"api"} for name in ("pandas", "polars", "pyarrow", "networkx")},
}
HEAVY = (
    "alembic",
    "docx",
    "duckdb",
    "fastapi",
    "jinja2",
    "jsonschema",
    "numpy",
    "onnxruntime",
    "py3langid",
    "pypdf",
    "rapidfuzz",
    "rich",
    "sqlalchemy",
    "starlette",
    "trafilatura",
    "typer",
    "uvicorn",
    "warcio",
)
EXEMPT: dict[str, str] = {}  # "folder/module.py" or "folder/module.py::function" -> reason
CODE_LIKE = {".py", ".pyi", ".typed", ".ini", ".mako", ".html", ".css", ".js", ".svg"}  # what is program rather than data in the package
LEFT_OUT = ("TO" + "DO", "FIX" + "ME", "HA" + "CK")  # written apart, so that a search for them does not end here
RULE_DOORS = (["scene"], ["scene", "tree"], ["left", "right"])
"""What a rule of the grammar or of the weighing takes, described where rules are defined: its docstring is the reason people see."""
JARGON = {"regex", "deprel", "nsubj", "dobj", "obl", "upos", "tuple", "dict", "str", "bool", "iterable", "param", "args"}

FILES = sorted(HOME.rglob("*.py"))
IDS = [str(f.relative_to(HOME)) for f in FILES]
TESTS = sorted((ROOT / "tests").rglob("test_*.py"))
each_file = pytest.mark.parametrize("file", FILES, ids=IDS)


@cache
def tree(file: Path) -> ast.Module:
    return ast.parse(file.read_text("utf-8"))


@cache
def loaded_words() -> frozenset[str]:
    content = yaml.safe_load((HOME / "codebook" / "codebook.yml").read_text("utf-8"))
    return frozenset(content["loaded_words"])


@cache
def kept_files() -> tuple[Path, ...]:
    """What git keeps or would keep; without git or a repository, everything but what a build leaves."""
    git = shutil.which("git")
    if git is not None and (ROOT / ".git").exists():
        listed = subprocess.run([git, "ls-files", "-co", "--exclude-standard"], cwd=ROOT, capture_output=True, text=True, check=False)
        if listed.returncode == 0:
            return tuple(ROOT / name for name in listed.stdout.splitlines() if (ROOT / name).is_file())
    left = {".venv", ".git", "__pycache__", "out", "build", "_build", "dist", ".mypy_cache", ".ruff_cache", ".pytest_cache", ".hypothesis"}
    return tuple(file for file in ROOT.rglob("*") if file.is_file() and not left & set(file.relative_to(ROOT).parts))


def home(file: Path) -> str:
    return file.relative_to(HOME).parts[0].removesuffix(".py")


def imports(file: Path) -> Iterator[str]:
    for node in ast.walk(tree(file)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{file}: import by full name, not relatively"
            base = node.module or ""
            yield from ([f"{base}.{a.name}" for a in node.names] if base in (PKG, "urllib", "http") else [base])


def functions(file: Path) -> Iterator[tuple[ast.FunctionDef | ast.AsyncFunctionDef, bool]]:
    for node in tree(file).body:
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node, False
        elif isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
            for sub in node.body:
                if isinstance(sub, ast.FunctionDef | ast.AsyncFunctionDef):
                    yield sub, True


def words_in(name: str) -> set[str]:
    return set(re.split(r"[^a-z]+", re.sub(r"([a-z])([A-Z])", r"\1 \2", name).lower()))


# The layout: what may import what


@each_file
def test_imports_only_what_lies_below(file):
    here = home(file)
    if here in ("__init__", "__main__"):
        return
    for name in imports(file):
        top = name.split(".")[0]
        if top == PKG:
            there = name.split(".")[1] if "." in name else here
            assert there == here or there in BELOW[here], f"{here} may not import {there} ({name})"
        allowed = next((ONLY[part] for part in sorted(ONLY, key=len, reverse=True) if name == part or name.startswith(f"{part}.")), None)
        assert allowed is None or here in allowed, f"only {sorted(allowed or ()) or 'nobody'} may import {name}"


def test_every_folder_has_its_place_in_the_layout():
    unknown = {home(file) for file in FILES} - set(BELOW) - {"__init__", "__main__"}
    assert not unknown, f"say in BELOW what {sorted(unknown)} may import"


@each_file
def test_imports_stand_at_the_top(file):
    """A late import hides a dependency; what is heavy, and the doors to what is heavy, may be imported where they are used."""
    door = home(file) in ("cli", "registry", "pipeline", "__init__") or file == HOME / "store" / "__init__.py"
    for node in ast.walk(tree(file)):
        if not isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            continue
        for inner in ast.walk(node):
            if isinstance(inner, ast.Import | ast.ImportFrom):
                name = (inner.module or "") if isinstance(inner, ast.ImportFrom) else inner.names[0].name
                top = name.split(".")[0]
                late = not door and (top == PKG or top in sys.stdlib_module_names)
                assert not late, f"{file.name}::{node.name} imports {name}; imports stand at the top"


def test_importing_us_stays_light():
    code = f"import sys; import {PKG}; print(*[m for m in {HEAVY!r} if m in sys.modules])"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=SRC, check=True)
    assert run.stdout.strip() == "", f"import {PKG} pulls in {run.stdout.strip()}"


@pytest.mark.parametrize("stage", [stage for stage in STAGES if (HOME / stage).exists()])
def test_a_stage_says_what_it_takes_gives_and_never_does_and_names_its_door_in_order(stage):
    init = HOME / stage / "__init__.py"
    assert init.exists(), f"{stage} has no __init__.py"
    doc = (ast.get_docstring(tree(init)) or "").lower()
    for word in ("takes", "gives", "never"):
        assert re.search(rf"\b{word}\b", doc), f"{stage}/__init__.py: its docstring does not say what it {word}"
    listed = [node.value for node in tree(init).body if isinstance(node, ast.Assign) and getattr(node.targets[0], "id", "") == "__all__"]
    assert len(listed) == 1, f"{stage}/__init__.py: no __all__"
    names = ast.literal_eval(listed[0])
    assert list(names) == sorted(names), f"{stage}/__init__.py: __all__ is not sorted"
    module = importlib.import_module(f"{PKG}.{stage}")
    assert all(hasattr(module, name) for name in names), f"{stage}/__init__.py: __all__ names what is not there"


# Sizes, docstrings, shapes


@each_file
def test_sizes(file):
    name = str(file.relative_to(HOME))
    lines = file.read_text("utf-8").count("\n")
    assert lines <= MODULE_LINES or name in EXEMPT, f"{name} has {lines} lines; split it by the noun it returns"
    for node in ast.walk(tree(file)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            length = node.end_lineno - node.lineno + 1 - len((ast.get_docstring(node) or "").splitlines())
            assert length <= FUNCTION_LINES or f"{name}::{node.name}" in EXEMPT, f"{name}::{node.name} has {length} lines"


def _is_route(node: ast.FunctionDef | ast.AsyncFunctionDef) -> bool:
    """A path of the workbench: what it takes is described where it is declared, and all of it shows in the interface's description."""
    return any(ast.unparse(decorator).startswith("router.") for decorator in node.decorator_list)


@each_file
def test_docstrings_state_the_contract(file):
    assert ast.get_docstring(tree(file)), "every module says in its first line what it is for"
    for node, is_method in functions(file):
        if node.name.startswith("_"):
            continue
        doc = ast.get_docstring(node)
        assert doc, f"{node.name}: no docstring"
        assert doc.splitlines()[0].endswith("."), f"{node.name}: first line is one sentence"
        arguments = [a.arg for a in node.args.posonlyargs + node.args.args + node.args.kwonlyargs if a.arg not in ("self", "cls")]
        if arguments in RULE_DOORS or _is_route(node):
            assert node.returns is not None and all(a.annotation for a in node.args.args), f"{node.name}: untyped"
            continue
        for argument in arguments:
            assert f"{argument}:" in doc, f"{node.name}: {argument} is not described"
        returns = node.returns is not None and ast.unparse(node.returns) not in ("None", "Self", "NoReturn")
        if (returns and not is_method) or (returns and arguments):
            assert "Returns:" in doc or "Yields:" in doc, f"{node.name}: says nothing of what comes back"
        typed = node.returns is not None and all(
            a.annotation for a in node.args.args + node.args.kwonlyargs if a.arg not in ("self", "cls")
        )
        assert typed, f"{node.name}: untyped"


@each_file
def test_only_the_command_line_prints(file):
    if home(file) == "cli":
        return
    for node in ast.walk(tree(file)):
        assert not (isinstance(node, ast.Call) and getattr(node.func, "id", "") == "print"), "print belongs to cli/"


def test_every_record_is_frozen_and_has_slots():
    loose = []
    for file in (HOME / "model").glob("*.py"):
        module = importlib.import_module(f"{PKG}.model.{file.stem}") if file.stem != "__init__" else None
        for name, held in inspect.getmembers(module, inspect.isclass):
            if dataclasses.is_dataclass(held) and held.__module__ == module.__name__:
                frozen = held.__dataclass_params__.frozen and "__slots__" in held.__dict__
                loose += [] if frozen else [name]
    assert not loose, f"not frozen, or without slots: {loose}"


@each_file
def test_nothing_is_left_for_later(file):
    """What is shipped is finished: no note to come back, and no door with nothing behind it."""
    with file.open("rb") as handle:
        comments = [token.string for token in tokenize.tokenize(handle.readline) if token.type == tokenize.COMMENT]
    found = [comment for comment in comments if re.search(rf"\b({'|'.join(LEFT_OUT)})\b", comment)]
    assert not found, f"{file.name} holds {found}"
    for node in ast.walk(tree(file)):
        if isinstance(node, ast.Raise) and node.exc is not None:
            assert "NotImplementedError" not in ast.unparse(node.exc), f"{file.name}, line {node.lineno}: nothing stands behind this"


# Words: lists are data with a source, codes take no side


@each_file
def test_word_lists_are_data_and_not_code(file):
    """Long lists of words are YAML with a source; a tuple inside Literal[...] is a type and a call's arguments are no list."""
    types = {id(n.slice) for n in ast.walk(tree(file)) if isinstance(n, ast.Subscript) and getattr(n.value, "id", "") == "Literal"}
    for node in ast.walk(tree(file)):
        entries = [*node.elts] if isinstance(node, ast.List | ast.Tuple | ast.Set) else [*node.keys] if isinstance(node, ast.Dict) else []
        words = [e for e in entries if isinstance(e, ast.Constant) and isinstance(e.value, str)]
        too_long = len(words) > LITERAL_WORDS and id(node) not in types
        assert not too_long, f"{file.name}, line {node.lineno}: {len(words)} words in code; put them in YAML"
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "split":
            held = node.func.value
            packed = held.value.split() if isinstance(held, ast.Constant) and isinstance(held.value, str) else []
            assert len(packed) <= LITERAL_WORDS, f"{file.name}, line {node.lineno}: {len(packed)} words in a string; put them in YAML"


def _data_files() -> list[Path]:
    return sorted(f for f in HOME.rglob("*") if f.is_file() and f.suffix not in CODE_LIKE and "__pycache__" not in f.parts)


@pytest.mark.parametrize("file", _data_files(), ids=lambda f: str(f.relative_to(HOME)))
def test_every_data_file_says_where_it_comes_from(file):
    """A list of ours says so in its first lines; what is borrowed or trained has its licence beside it."""
    if re.match(r"(LICENSE|NOTICE|README|MODEL_CARD)", file.name) or file.name.endswith(".schema.json"):
        return
    if file.suffix in (".yml", ".yaml"):
        head = "\n".join(line for line in file.read_text("utf-8").splitlines()[:15] if "#" in line).lower()
        said = re.search(r"\bsources?\b|\bwritten for this project\b|\bour own\b|\blicen[cs]e\b|\bafter\b|\bfrom\b|\bcodebook\b", head)
        assert said, f"{file.name}: the comment at its top does not say where the list comes from"
        return
    beside = [f for f in file.parent.iterdir() if re.match(r"(LICENSE|MODEL_CARD)", f.name)]
    assert beside, f"{file.name}: no LICENSE or MODEL_CARD beside it"


@each_file
def test_names_and_codes_are_neutral(file):
    for node in ast.walk(tree(file)):
        names = [getattr(node, key, None) for key in ("name", "id", "attr", "arg")]
        if isinstance(node, ast.Assign | ast.AnnAssign) and isinstance(node.value, ast.Constant):  # enum members and code constants
            names.append(node.value.value)
        if isinstance(node, ast.Subscript) and getattr(node.value, "id", "") == "Literal":
            names.extend(inner.value for inner in ast.walk(node.slice) if isinstance(inner, ast.Constant))
        for name in names:
            if isinstance(name, str):
                assert not loaded_words() & words_in(name), f"loaded word in the name or code {name!r}"


def test_the_codebooks_own_codes_are_neutral_and_its_list_is_whole():
    content = yaml.safe_load((HOME / "codebook" / "codebook.yml").read_text("utf-8"))
    assert loaded_words() >= {"martyr", "terrorist", "occupier", "resistance", "neutralised", "assassinated", "liberated", "regime"}

    def codes(held: object) -> Iterator[str]:
        if isinstance(held, dict):
            for key, inner in held.items():
                yield str(key)
                yield from codes(inner)

    del content["loaded_words"]
    for code in codes(content):
        assert not loaded_words() & words_in(code), f"loaded word in the code {code!r}"


def test_file_names_are_neutral():
    for file in FILES + _data_files():
        assert not loaded_words() & words_in(file.stem), f"loaded word in the file name {file.name}"


def _rules() -> Iterable[tuple[str, object]]:
    registry = importlib.import_module(f"{PKG}.registry")
    rules = registry.RULES
    return rules.items() if isinstance(rules, Mapping) else [(rule.__name__, rule) for rule in rules]


def test_the_docstring_of_every_rule_reads_as_a_reason():
    """A rule's first sentence is shown to people as the reason for a proposal."""
    rules = list(_rules())
    assert rules, "no rule is registered"
    for name, rule in rules:
        said = (rule if isinstance(rule, str) else inspect.getdoc(rule)) or ""
        reason = " ".join(re.split(r"\n\s*\n", said)[0].split())
        assert len(reason.split()) >= 5, f"{name}: {reason!r} is no reason"
        assert reason[0].isupper() or not reason[0].isalpha(), f"{name}: a reason begins with a capital"
        assert reason.endswith("."), f"{name}: a reason ends in a full stop"
        assert not JARGON & words_in(reason), f"{name}: {sorted(JARGON & words_in(reason))} are no words for a reader"
        assert not loaded_words() & words_in(reason), f"{name}: the reason takes a side"


# The repository


def test_nothing_names_a_machine_or_a_folder_outside():
    """Machine paths break every other machine; the folder beside the repository is for measuring and no part of the product."""
    paths = re.compile("|".join(rf"(?<![\w./-])/{top}/" for top in ("work", "tmp", "root", "home")))
    found = []
    for file in kept_files():
        try:
            text = file.read_text("utf-8")
        except (UnicodeDecodeError, OSError):
            continue
        rel = file.relative_to(ROOT)
        outside = rel.parts[0] == "src" and re.search(r"\.\./shared|\bshared/", text)
        machine = rel.parts[0] not in ("demo",) and file != Path(__file__) and paths.search(text)
        found += [str(rel)] if outside or machine else []
    assert not found, f"machine paths or the outside folder in {found}"


def test_the_lock_names_no_registry_but_the_public_one():
    hosts = set(re.findall(r"https?://([^/\"]+)", (ROOT / "uv.lock").read_text("utf-8")))
    assert hosts <= {"pypi.org", "files.pythonhosted.org"}, f"the lock names {sorted(hosts)}"


# The tests


def test_tests_mirror_the_package():
    missing = []
    for file in FILES:
        rel = file.relative_to(HOME)
        if rel.name in ("__init__.py", "__main__.py", "errors.py") or str(rel) in EXEMPT or "migrations" in rel.parts:
            continue
        folder = ROOT / "tests" / rel.parent
        if not (folder / f"test_{rel.stem}.py").exists() and not list(folder.glob(f"test_{rel.stem}_*.py")):
            missing.append(str(rel))
    assert not missing, f"no test file beside: {missing}"


@pytest.mark.parametrize("file", TESTS, ids=lambda f: str(f.relative_to(ROOT / "tests")))
def test_every_test_can_fail(file):
    """A test asserts something, expects an error, or calls a check that does."""
    for node in ast.walk(tree(file)):
        if not isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) or not node.name.startswith("test_"):
            continue
        asserted = [n for n in ast.walk(node) if isinstance(n, ast.Assert)]
        assert not [n for n in asserted if isinstance(n.test, ast.Constant)], f"{file.name}::{node.name} asserts a constant"
        called = {getattr(n.func, "attr", getattr(n.func, "id", "")) for n in ast.walk(node) if isinstance(n, ast.Call)}
        strict = [n for n in ast.walk(node) if isinstance(n, ast.keyword) and n.arg == "check" and ast.unparse(n.value) == "True"]
        checks = [name for name in called if name in ("raises", "warns", "fail") or re.search(r"(^|_)(assert|check|expect)", name)]
        assert asserted or checks or strict, f"{file.name}::{node.name} cannot fail"


@pytest.mark.parametrize(
    "file", sorted((ROOT / "tests" / "cases").rglob("*.jsonl")), ids=lambda f: str(f.relative_to(ROOT / "tests" / "cases"))
)
def test_every_case_has_a_label_of_its_own_and_says_whether_it_holds(file):
    cases = [json.loads(line) for line in file.read_text("utf-8").splitlines() if line.strip()]
    labels = [case["label"] for case in cases]
    assert cases, "an empty file of cases"
    assert len(set(labels)) == len(labels), f"labels stand twice: {sorted({label for label in labels if labels.count(label) > 1})}"
    for case in cases:
        assert case["holds"] in ("yes", "no"), f"{case['label']}: holds is yes or no"
        assert case["holds"] == "yes" or case.get("comment"), f"{case['label']}: a case that does not hold says why"
