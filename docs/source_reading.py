"""Read from the source what the reference pages list: problems with their way out, and the fields that a row of a release has."""

import ast
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

HOME = Path(__file__).resolve().parents[1] / "src" / "testimonia"
CODE = re.compile(r"(capture|read|resolve|weigh|review|publish|store)\.[a-z_]+")


@dataclass(frozen=True, slots=True, order=True)
class Trouble:
    """One place in the source that makes a problem: its code, what it says and the way out, with `…` where a value goes."""

    code: str
    what: str
    remedy: str


@cache
def _tree(file: Path) -> ast.Module:
    return ast.parse(file.read_text("utf-8"))


def troubles() -> tuple[Trouble, ...]:
    """Find every problem that the package can make.

    Returns:
        Code, what and remedy of each place, sorted, each once.
    """
    found: set[Trouble] = set()
    for file in sorted(HOME.rglob("*.py")):
        helpers = _helpers(file)
        for function, call in _calls(file):
            made = _direct(file, function, call) or _through(file, function, call, helpers)
            if made is not None:
                found.add(made)
    said = {made.code for made in found if made.what != "…" or made.remedy != "…"}
    return tuple(sorted(made for made in found if made.what != "…" or made.remedy != "…" or made.code not in said))


def _calls(file: Path) -> Iterator[tuple[ast.AST, ast.Call]]:
    for function in [n for n in ast.walk(_tree(file)) if isinstance(n, ast.FunctionDef)]:
        for node in ast.walk(function):
            if isinstance(node, ast.Call):
                yield function, node


PROBLEM = ("origin", "stage", "rule", "what", "remedy", "place", "document", "fatal")


def _arguments(call: ast.Call, names: tuple[str, ...]) -> dict[str, ast.expr]:
    given = dict(zip(names, call.args, strict=False))
    return given | {keyword.arg: keyword.value for keyword in call.keywords if keyword.arg}


def _direct(file: Path, function: ast.AST, call: ast.Call) -> Trouble | None:
    """A call of `Problem` whose rule is written out."""
    if getattr(call.func, "id", "") != "Problem":
        return None
    given = _arguments(call, PROBLEM)
    code = _words(given.get("rule"), file, function, call.lineno)
    if code is None or not CODE.fullmatch(code):
        return None
    return Trouble(
        code, _words(given.get("what"), file, function, call.lineno) or "…", _words(given.get("remedy"), file, function, call.lineno) or "…"
    )


@dataclass(frozen=True, slots=True)
class _Helper:
    """A function that puts a stage before a code it is given, and may hold the way out itself."""

    stage: str
    parameters: tuple[str, ...]
    given: dict[str, ast.expr]
    file: Path
    function: ast.FunctionDef
    line: int


@cache
def _helpers(file: Path) -> dict[str, _Helper]:
    """The helpers of the file's folder, by name."""
    found: dict[str, _Helper] = {}
    for sibling in sorted(file.parent.glob("*.py")):
        for function, call in _calls(sibling):
            if getattr(call.func, "id", "") != "Problem":
                continue
            given = _arguments(call, PROBLEM)
            rule = given.get("rule")
            if isinstance(rule, ast.JoinedStr) and len(rule.values) == 2 and isinstance(rule.values[0], ast.Constant):
                names = tuple(a.arg for a in [*function.args.posonlyargs, *function.args.args, *function.args.kwonlyargs])
                found[function.name] = _Helper(str(rule.values[0].value).rstrip("."), names, given, sibling, function, call.lineno)
    return found


def _through(file: Path, function: ast.AST, call: ast.Call, helpers: dict[str, _Helper]) -> Trouble | None:
    """A call of a helper whose code is written out."""
    helper = helpers.get(getattr(call.func, "id", ""))
    if helper is None:
        return None
    given = _arguments(call, helper.parameters)
    code = _words(given.get("rule"), file, function, call.lineno)
    if code is None and isinstance(given.get("rule"), ast.Name):
        return None  # a helper that passes on what it is given
    own = {name: _words(helper.given.get(name), helper.file, helper.function, helper.line) for name in ("what", "remedy")}
    said = {name: _words(given.get(name), file, function, call.lineno) or own[name] or "…" for name in ("what", "remedy")}
    return Trouble(f"{helper.stage}.{code or '…'}", said["what"], said["remedy"])


def _words(node: ast.expr | None, file: Path, function: ast.AST, line: int) -> str | None:
    """What an expression says at a line, with `…` for every value that is not written out; None where nothing is."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    if isinstance(node, ast.JoinedStr):
        return "".join(str(part.value) if isinstance(part, ast.Constant) else "…" for part in node.values)
    if isinstance(node, ast.IfExp | ast.BoolOp):
        parts = [node.body, node.orelse] if isinstance(node, ast.IfExp) else node.values
        return _joined(_words(part, file, function, line) for part in parts)
    if isinstance(node, ast.Name):
        held = (
            _reaching(function, node.id, line) or [n for n in _tree(file).body if isinstance(n, ast.Assign) and _assigns(n, node.id)][-1:]
        )
        return _joined(_words(each.value, file, function, each.lineno - 1) for each in held)
    return None


def _joined(said: Iterable[str | None]) -> str | None:
    return " / ".join(dict.fromkeys(words for words in said if words)) or None


def _reaching(function: ast.AST, name: str, line: int) -> list[ast.Assign]:
    """The assignments that a name may have its value from at a line: the last certain one, and those of branches in between that go on."""
    branches = [block for n in ast.walk(function) if isinstance(n, ast.If) for block in (n.body, n.orelse) if block]
    found: list[ast.Assign] = []
    for held in sorted((n for n in ast.walk(function) if isinstance(n, ast.Assign) and _assigns(n, name)), key=lambda n: n.lineno):
        if held.lineno > line:
            break
        around = [block for block in branches if block[0].lineno <= held.lineno <= (block[-1].end_lineno or 0)]
        elsewhere = [block for block in around if not block[0].lineno <= line <= (block[-1].end_lineno or 0)]
        if not elsewhere:
            found = [held]
        elif not any(isinstance(block[-1], ast.Return | ast.Raise | ast.Continue) for block in elsewhere):
            found.append(held)
    return found


def _assigns(node: ast.Assign, name: str) -> bool:
    return any(getattr(target, "id", "") == name for target in node.targets)


def row_fields(module: Path, function: str) -> tuple[str, ...]:
    """List the fields of the row that a function writes, in order.

    Args:
        module: The file that holds it.
        function: Its name; it returns a mapping that is written out, or joins such mappings with `**`.

    Returns:
        The fields.
    """
    functions = {n.name: n for n in _tree(module).body if isinstance(n, ast.FunctionDef)}
    classes = {
        f"{c.name}.{n.name}": n for c in _tree(module).body if isinstance(c, ast.ClassDef) for n in c.body if isinstance(n, ast.FunctionDef)
    }
    body = (functions | classes)[function]
    returned = [n.value for n in ast.walk(body) if isinstance(n, ast.Return) and isinstance(n.value, ast.Dict)]
    fields: list[str] = []
    for key, value in zip(returned[-1].keys, returned[-1].values, strict=True):
        if isinstance(key, ast.Constant):
            fields.append(str(key.value))
        elif key is None and isinstance(value, ast.Call):
            fields.extend(row_fields(module, getattr(value.func, "id", "")))
    return tuple(fields)
