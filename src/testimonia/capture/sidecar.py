"""Sidecars: what a person states of documents and publishers in `NAME.meta.yaml` or `sources.yaml`, checked with a JSON Schema.

Everything in a sidecar is read as text, so that `published: 2024-02` stays a month and `language: no` stays Norwegian. One wrong field is
reported with its path and left out; all other fields still count.
"""

import json
from collections.abc import Hashable, Iterator
from functools import cache
from importlib.resources import files
from pathlib import PurePosixPath
from typing import Any

import yaml

from testimonia.capture.dates import is_edtf
from testimonia.capture.decoding import decode
from testimonia.capture.piece import Facts, Register
from testimonia.capture.trouble import trouble
from testimonia.errors import SidecarError
from testimonia.model.document import Source
from testimonia.model.known_group import KnownGroup
from testimonia.model.problem import Problem

FOLDER_SIDECAR = "sources.yaml"
DOCUMENT_SIDECAR = ".meta.yaml"

MAX_SIDECAR = 10_000_000
"""Bytes of a sidecar; one entry has about 200, so this is enough for 50,000 documents in one folder."""


def is_sidecar(name: str) -> bool:
    """Say whether a file name is that of a sidecar.

    Args:
        name: A file name without its folder.

    Returns:
        True for `sources.yaml` and `NAME.meta.yaml`, also with the ending .yml.
    """
    plain = name.lower().replace(".yml", ".yaml")
    return plain == FOLDER_SIDECAR or plain.endswith(DOCUMENT_SIDECAR)


def described_by(name: str) -> str:
    """Name the document that a `NAME.meta.yaml` describes.

    Args:
        name: The sidecar's file name.

    Returns:
        The document's file name; for `report.meta.yaml` it is `report`, which matches `report` with any ending.
    """
    return name[: -len(DOCUMENT_SIDECAR)] if name.lower().endswith(DOCUMENT_SIDECAR) else name[: -len(".meta.yml")]


def read_sidecar(data: bytes, *, origin: str, prefix: str) -> tuple[Register, list[Problem]]:
    """Read a `sources.yaml`.

    Args:
        data: The bytes of the file.
        origin: The sidecar's own origin, for problems.
        prefix: What stands before each key to make it the origin of a document: the folder with its slash, or the archive with its `!`.

    Returns:
        The facts and sources that it states, and one problem for each thing in it that cannot be used.
    """
    content, problems = _checked(data, origin=origin, part=None)
    if content is None:
        return Register({}), problems
    facts = {prefix + _plain_key(key): _facts(entry) for key, entry in (content.get("documents") or {}).items()}
    sources = tuple(_source(name, entry or {}) for name, entry in (content.get("publishers") or {}).items())
    groups = tuple(_group(name, entry) for name, entry in (content.get("groups") or {}).items() if entry is not None)
    return Register(facts, sources, groups), problems


def read_document_sidecar(data: bytes, *, origin: str, document: str) -> tuple[Register, list[Problem]]:
    """Read a `NAME.meta.yaml`.

    Args:
        data: The bytes of the file.
        origin: The sidecar's own origin, for problems.
        document: The origin of the document beside it.

    Returns:
        The facts that it states of that document, and one problem for each thing in it that cannot be used.
    """
    content, problems = _checked(data, origin=origin, part="document")
    return Register({} if content is None else {document: _facts(content)}), problems


def unmatched(register: Register, *, origin: str, prefix: str, present: set[str]) -> Iterator[Problem]:
    """Name the documents that a sidecar describes and that are not there.

    Args:
        register: What the sidecar states.
        origin: The sidecar's origin.
        prefix: The prefix that its keys were read with.
        present: The origins of the files that are there.

    Yields:
        One problem for each key without a file.
    """
    for key in register.facts:
        name = key.removeprefix(prefix)
        if prefix + name.split("!", 1)[0] not in present:
            what = f"It describes {name!r}, and no such file is there."
            remedy = "Write the name as the folder shows it, with its ending; the path counts from the sidecar."
            yield trouble(origin, "sidecar", what, remedy=remedy, place=f"documents.{name}", fatal=False)


class _TextLoader(yaml.SafeLoader):
    """A YAML reader that keeps scalars as written, and refuses aliases (which can grow without bound) and repeated keys."""

    def compose_node(self, parent: yaml.Node | None, index: int) -> yaml.Node | None:
        """Refuse an alias."""
        if self.check_event(yaml.AliasEvent):
            raise SidecarError(f"line {self.peek_event().start_mark.line + 1}: aliases (*name) are not allowed")  # type: ignore[no-untyped-call]
        return super().compose_node(parent, index)

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Hashable, Any]:
        """Refuse a key that stands twice."""
        seen: set[str] = set()
        for key, _ in node.value:
            if key.value in seen:
                raise SidecarError(f"line {key.start_mark.line + 1}: {key.value!r} stands twice; keep one entry")
            seen.add(str(key.value))
        return super().construct_mapping(node, deep)


_TextLoader.yaml_implicit_resolvers = {
    letter: [(tag, pattern) for tag, pattern in resolvers if tag == "tag:yaml.org,2002:null"]
    for letter, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def _checked(data: bytes, *, origin: str, part: str | None) -> tuple[dict[str, Any] | None, list[Problem]]:
    """Parse a sidecar, check it, and take out what does not follow the schema, one problem for each."""
    try:
        content = _parsed(data)
    except SidecarError as error:
        remedy = "Correct the YAML; the form is documented under 'sidecar'. The documents are captured without it."
        return None, [trouble(origin, "sidecar", f"It is no sidecar that can be read: {error}.", remedy=remedy, fatal=False)]
    problems = []
    for path, message in _breaches(content, part):
        place = ".".join(str(step) for step in path) or None
        remedy = "Correct this entry; it is left out, everything else in the file counts."
        problems.append(trouble(origin, "sidecar", f"{place or 'The file'}: {message}.", remedy=remedy, place=place, fatal=False))
        content = _without(content, path)
    return (content if isinstance(content, dict) else None), problems


def _parsed(data: bytes) -> Any:
    if len(data) > MAX_SIDECAR:
        raise SidecarError(f"it has {len(data):,} bytes, over {MAX_SIDECAR:,}")
    decoded = decode(data)
    if decoded is None:
        raise SidecarError("it is no text")
    try:
        return yaml.load(decoded.text, Loader=_TextLoader)  # a subclass of the safe loader
    except (yaml.YAMLError, RecursionError) as error:
        mark = getattr(error, "problem_mark", None)
        where = "" if mark is None else f"line {mark.line + 1}: "
        raise SidecarError(f"{where}{getattr(error, 'problem', None) or 'no valid YAML'}") from error


@cache
def _validator(part: str | None) -> Any:
    from jsonschema import Draft202012Validator, FormatChecker  # only where there is a sidecar

    schema = json.loads(files("testimonia.capture").joinpath("data", "sidecar.schema.json").read_text("utf-8"))
    if part is not None:
        schema = {"$ref": f"#/$defs/{part}", "$defs": schema["$defs"]}
    checker = FormatChecker(formats=())
    checker.checks("edtf")(lambda value: not isinstance(value, str) or value == "" or is_edtf(value))
    return Draft202012Validator(schema, format_checker=checker)


def _breaches(content: Any, part: str | None) -> list[tuple[tuple[str | int, ...], str]]:
    """List what breaks the schema, by path, deepest first, so that each can be taken out without moving the next."""
    found: list[tuple[tuple[str | int, ...], str]] = []
    for error in _validator(part).iter_errors(content):
        path = tuple(error.absolute_path)
        if error.validator == "additionalProperties":
            allowed = sorted(error.schema.get("properties", {}))
            extra = [key for key in error.instance if key not in allowed]
            found += [((*path, key), f"is no field that we know; the fields are {', '.join(allowed)}") for key in extra]
        elif error.validator == "format":
            found.append((path, f"{error.instance!r} is no date in EDTF; write 2024, 2024-02, 2024-02-03 or 2024-02~"))
        else:
            found.append((path, str(error.message)))
    return sorted(found, key=lambda breach: (-len(breach[0]), [str(step) for step in breach[0]]))


def _without(content: Any, path: tuple[str | int, ...]) -> Any:
    if not path:
        return None
    inner = content
    for step in path[:-1]:
        inner = inner[step]
    if isinstance(inner, dict):
        inner.pop(path[-1], None)
    else:
        inner[path[-1]] = None  # a place in a list stays, so that the places after it can still be named
    return content


def _plain_key(key: str) -> str:
    return PurePosixPath(str(key).replace("\\", "/")).as_posix()


def _facts(entry: dict[str, str | None] | None) -> Facts:
    return Facts(**{key: None if value is None else value.strip() for key, value in (entry or {}).items()})


def _source(name: str, entry: dict[str, str | None]) -> Source:
    return Source(name=str(name).strip(), **{key: (value or "").strip() or None for key, value in entry.items()})


def _group(name: str, entry: dict[str, Any]) -> KnownGroup:
    """An entry of the register of groups; the schema has seen to it that there is a name."""
    names, same_as = (tuple(dict.fromkeys(one.strip() for one in entry.get(key) or () if one)) for key in ("names", "same_as"))
    country, source = ((entry.get(key) or "").strip() or None for key in ("country", "source"))
    return KnownGroup(str(name).strip(), entry["name"].strip(), names, same_as, country, source)
