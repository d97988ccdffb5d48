"""The reference page of the interface for Python, from the docstrings of what `import testimonia` gives."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import fields, is_dataclass
from inspect import getdoc, isfunction, signature
from typing import Any

import testimonia
from testimonia.api.extras import EXTRA_OF
from testimonia.api.views import views

Table = Callable[[Sequence[str], Iterable[Sequence[str]]], str]
ANSWERS = ("Rows", "Records", "ClaimRecords", "Answer")


def python(table: Table) -> str:
    """Write the page of what Python gives.

    Args:
        table: How a table is written.

    Returns:
        The page: what can be asked, what an answer can become, and every record with its fields.
    """
    parts = [
        "# From Python\n",
        "`import testimonia as tm` loads nothing heavy; what stands here keeps its name, its parameters and its fields from version to\n"
        "version, and whatever is not here may change. Worked examples: [the notebooks](../notebooks/index.md).\n",
        "Frames and networks need libraries that Testimonia does not bring by itself:\n",
        table(("library", "install line"), [(f"`{name}`", f"`pip install 'testimonia[{extra}]'`") for name, extra in EXTRA_OF.items()]),
        "## Functions\n",
        *(
            _callable(f"testimonia.{name}", getattr(testimonia, name), table)
            for name in testimonia.__all__
            if isfunction(getattr(testimonia, name))
        ),
        *_class("KnowledgeBase", table),
        "## What an answer can become\n",
        *(part for name in ANSWERS for part in _class(name, table, level="###")),
        "## Records\n",
        'None is "not stated"; 0 is none. In frames and in SQL the columns have the same names.\n',
        *(part for name in _records() for part in _record(name, table)),
        "## Names for SQL\n",
        '`kb.sql("SELECT …")` asks these, with the fields above as their columns, and after `release.` the\n'
        "[tables of the release](tables.md).\n",
        table(("name", "one row is"), [(f"`{view.name}`", f"`{view.record.__name__}`") for view in views().values()]),
        "## Lenses\n",
        *(part for name in ("Lens", "Choice") for part in _plain(name, table)),
        "## Stable names\n",
        ", ".join(f"`{name}`" for name in testimonia.__all__) + "\n",
    ]
    return "\n".join(parts)


def _records() -> list[str]:
    held = [name for name in testimonia.__all__ if name.endswith("Record") or name == "Estimate"]
    order = {view.record.__name__: place for place, view in enumerate(views().values())}
    return sorted(held, key=lambda name: (order.get(name, len(order)), name))


def _class(name: str, table: Table, *, level: str = "##") -> list[str]:
    held = getattr(testimonia, name)
    parts = [f"{level} {name}\n", _opening(held) + "\n"]
    rows = [(f"`{key}`", _opening(value.fget)) for key, value in vars(held).items() if isinstance(value, property)]
    parts += [table(("property", "what"), rows)] if rows else []
    return parts + [_callable(f"{name}.{key}", value, table) for key, value in vars(held).items() if isfunction(value) and key[0] != "_"]


def _callable(name: str, held: Any, table: Table) -> str:
    given = [one for key, one in signature(held).parameters.items() if key != "self"]
    named = ", ".join(one.name if one.default is one.empty else f"{one.name}={one.default!r}" for one in given)
    parts = [f"**`{name}({named})`**\n", _opening(held) + "\n"]
    told = _section(held, "Args")
    parts += [table(("parameter", "what"), [(f"`{key}`", said) for key, said in _entries(told)])] if told else []
    returned = " ".join(_section(held, "Returns").split())
    parts += [f"Gives: {returned}\n"] if returned else []
    raised = _entries(_section(held, "Raises"))
    return "\n".join(parts + [f"Raises `{key}`: {said}\n" for key, said in raised])


def _record(name: str, table: Table) -> list[str]:
    held = getattr(testimonia, name)
    types = {field.name: _type(field.type) for field in fields(held)}
    rows = [(f"`{key}`", f"`{types[key]}`", said) for key, said in _entries(_section(held, "Attributes"))]
    return [f"### {name}\n", _opening(held) + "\n", table(("field", "type", "meaning"), rows)]


def _plain(name: str, table: Table) -> list[str]:
    held = getattr(testimonia, name)
    text = " ".join((getdoc(held) or "").split())
    rows = [(f"`{field.name}`", f"`{_type(field.type)}`") for field in fields(held)] if is_dataclass(held) else []
    return [f"### {name}\n", text + "\n", table(("field", "type"), rows)]


def _type(held: Any) -> str:
    said = held.__name__ if isinstance(held, type) and not getattr(held, "__args__", ()) else str(held)
    literal = re.sub(r"typing\.Literal\[[^]]*\]", "str", said)
    return re.sub(r"\b(?:testimonia|datetime)(?:\.\w+)*\.(\w+)", r"\1", literal)


def _opening(held: Any) -> str:
    return " ".join(re.split(r"\n(?:Args|Returns|Raises|Attributes):\n", getdoc(held) or "")[0].split())


def _section(held: Any, title: str) -> str:
    found = re.search(rf"^{title}:\n((?:    .*\n?|\n)+)", getdoc(held) or "", re.MULTILINE)
    return found.group(1) if found else ""


def _entries(section: str) -> list[tuple[str, str]]:
    return [(key, " ".join(said.split())) for key, said in re.findall(r"^    (\w+): ((?:.|\n(?!    \w))*)", section, re.MULTILINE)]
