"""Environment: how templates are rendered. Everything is escaped; a name that a template gets wrong is an error, not a gap."""

import dataclasses
import json
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from testimonia.publish.edtf_words import edtf_in_words
from testimonia.publish.pages.characters import visible, without_hidden
from testimonia.publish.pages.frame import Frame, Links

TEMPLATES = Path(__file__).parent / "templates"
STATIC = Path(__file__).parent / "static"
_RIGHT_TO_LEFT = frozenset(("ar", "arc", "ckb", "dv", "fa", "he", "ps", "sd", "syr", "ug", "ur", "yi"))
"""Languages (BCP 47) that are written from right to left unless their tag names another script."""


def environment(*folders: Path) -> Environment:
    """Make the environment of the templates.

    Args:
        folders: Further folders of templates, such as the workbench's own; they are looked in after the shared ones.

    Returns:
        An environment that escapes everything and has the filters `edtf`, `visible`, `seen`, `number`, `plural`, `plain`, `moment`,
        `as_json` and `direction`.
    """
    made = Environment(
        loader=FileSystemLoader([TEMPLATES, *folders]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    made.filters |= {
        "edtf": edtf_in_words,
        "visible": visible,
        "seen": without_hidden,
        "number": number_in_words,
        "plural": plural,
        "plain": plain_code,
        "moment": moment_in_words,
        "as_json": as_json,
        "direction": direction_of,
    }
    return made


def render(made: Environment, template: str, page: object, *, frame: Frame, links: Links) -> str:
    """Render a page.

    Args:
        made: What `environment` gave.
        template: The template's file name.
        page: The page's context record; templates call it `page`.
        frame: What stands around it; templates call it `frame`.
        links: How addresses are written; templates call it `links`.

    Returns:
        HTML.
    """
    return made.get_template(template).render(page=page, frame=frame, links=links)


def number_in_words(number: int) -> str:
    """Write a number with its thousands apart.

    Args:
        number: Any whole number.

    Returns:
        Such as "1,204,000".
    """
    return f"{number:,}"


def plural(number: int, one: str, many: str | None = None) -> str:
    """Count things in words.

    Args:
        number: How many.
        one: The word for one of them.
        many: The word for several; None adds an s.

    Returns:
        Such as "1 claim" or "1,204 claims".
    """
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def plain_code(code: str) -> str:
    """Write a code of the codebook in words.

    Args:
        code: Such as `armed_wing_of` or `ASSAULT`.

    Returns:
        Such as "armed wing of" or "assault".
    """
    return code.replace("_", " ").lower() if code.isupper() else code.replace("_", " ")


def moment_in_words(moment: str) -> str:
    """Write a moment as a person would.

    Args:
        moment: ISO 8601 in UTC, as the store records it.

    Returns:
        Such as "21 November 2026, 19:43 UTC"; what is no moment stays as it is.
    """
    try:
        read = datetime.fromisoformat(moment)
    except ValueError:
        return moment
    return f"{edtf_in_words(read.date().isoformat())}, {read:%H:%M} UTC"


def direction_of(language: str | None) -> str:
    """Say in which direction a language is written.

    Args:
        language: BCP 47, None where it is not known.

    Returns:
        `rtl`, `ltr`, or `auto` where the letters have to tell.
    """
    if not language:
        return "auto"
    base, *rest = language.split("-")
    if any(len(part) == 4 and part.isalpha() for part in rest):
        return "auto"
    return "rtl" if base.lower() in _RIGHT_TO_LEFT else "ltr"


def as_json(data: Any) -> Markup:
    """Write data for a `<script type="application/json">`, so that nothing in it can end the element.

    Args:
        data: A record, or plain data with records in it.

    Returns:
        JSON in which every sign that means something to HTML is written as its code.
    """
    text = json.dumps(plain_data(data), ensure_ascii=False, separators=(",", ":"))
    for sign in ("<", ">", "&", "\u2028", "\u2029"):
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    return Markup(text)  # no sign of HTML is left in it


def plain_data(data: Any) -> Any:
    """Turn records into plain data.

    Args:
        data: A record, or plain data with records in it.

    Returns:
        Dictionaries, lists and values.
    """
    if dataclasses.is_dataclass(data) and not isinstance(data, type):
        return {field.name: plain_data(getattr(data, field.name)) for field in dataclasses.fields(data)}
    if isinstance(data, dict):
        return {str(key): plain_data(value) for key, value in data.items()}
    if isinstance(data, Sequence | set | frozenset) and not isinstance(data, str):
        return [plain_data(value) for value in data]
    return data
