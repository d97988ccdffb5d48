"""Settings: one frozen record from default < file < environment < argument, so that everybody can say where a value came from.

The file is `testimonia.toml` in the working folder; the environment has each key in capitals after `TESTIMONIA_`.

    max_mb = 80          # TESTIMONIA_MAX_MB=80
    kb = "syria-2016"    # TESTIMONIA_KB=syria-2016
"""

import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields
from pathlib import Path

from testimonia.errors import SettingsError

FILE = "testimonia.toml"
PREFIX = "TESTIMONIA_"
MEGABYTE = 1_000_000
"""Bytes; files are measured as the system's own listings show them, in decimal megabytes."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What a run may be told beyond its command.

    `kb` is the folder of the knowledge base that `build` writes to. `max_bytes` is the size above which a file is not opened, in bytes;
    `max_mb` in a file, the environment or an argument says the same in megabytes.
    """

    kb: Path = Path("kb")
    max_bytes: int = 50 * MEGABYTE


def load_settings(
    *,
    folder: Path | None = None,
    environment: Mapping[str, str] | None = None,
    arguments: Mapping[str, object] | None = None,
) -> Settings:
    """Put together the settings of a run.

    Args:
        folder: Where `testimonia.toml` may lie; None for the working folder.
        environment: Environment variables; None for those of this process.
        arguments: Settings given on the command line or by a caller; None values count as not given.

    Returns:
        The settings; each from the last of default, file, environment and arguments that states it.

    Raises:
        SettingsError: A key that nobody reads, a value of the wrong kind, or two settings that cannot hold together; the message names
            both.
    """
    found = Settings()
    file = (folder or Path()) / FILE
    variables = os.environ if environment is None else environment
    layers: list[tuple[str, dict[str, object]]] = [
        (str(file), _from_file(file)),
        ("the environment", {key.removeprefix(PREFIX).lower(): value for key, value in variables.items() if key.startswith(PREFIX)}),
        ("the arguments", {key: value for key, value in (arguments or {}).items() if value is not None}),
    ]
    for where, given in layers:
        found = _over(found, given, where=where)
    return found


def _from_file(file: Path) -> dict[str, object]:
    try:
        return tomllib.loads(file.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise SettingsError(f"{file}: cannot be read as TOML ({error}); correct it or move it away") from error


def _over(settings: Settings, given: Mapping[str, object], *, where: str) -> Settings:
    known = {field.name for field in fields(Settings)} | {"max_mb"}
    strangers = sorted(given.keys() - known)
    if strangers:
        raise SettingsError(f"{where}: {strangers[0]!r} is no setting; there are {', '.join(sorted(known))}")
    if "max_mb" in given and "max_bytes" in given:
        raise SettingsError(
            f"{where}: 'max_mb' ({given['max_mb']}) and 'max_bytes' ({given['max_bytes']}) both state the largest file; keep one"
        )
    size = settings.max_bytes
    if "max_mb" in given:
        size = round(_number(given["max_mb"], key="max_mb", where=where) * MEGABYTE)
    if "max_bytes" in given:
        size = _whole(given["max_bytes"], key="max_bytes", where=where)
    if size < 1:
        raise SettingsError(f"{where}: the largest file comes to {size} bytes; it must be at least 1")
    return Settings(kb=_folder(given["kb"], where=where) if "kb" in given else settings.kb, max_bytes=size)


def _number(value: object, *, key: str, where: str) -> float:
    try:
        if isinstance(value, bool) or not isinstance(value, str | int | float):
            raise ValueError
        number = float(value)
        if number != number or number in (float("inf"), float("-inf")):
            raise ValueError
    except ValueError:
        raise SettingsError(f"{where}: {key!r} is {value!r}; it must be a number") from None
    return number


def _whole(value: object, *, key: str, where: str) -> int:
    number = _number(value, key=key, where=where)
    if number != int(number):
        raise SettingsError(f"{where}: {key!r} is {value!r}; it must be a whole number")
    return int(number)


def _folder(value: object, *, where: str) -> Path:
    if not isinstance(value, str | Path) or not str(value):
        raise SettingsError(f"{where}: 'kb' is {value!r}; it must be the path of a folder")
    return Path(value)
