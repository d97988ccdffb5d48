"""Options by which a command is told whose word to take: a lens by name or file, and what is changed in it on the spot."""

from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from testimonia.model.lens import Lens
    from testimonia.store import Store

LensOption = Annotated[str | None, typer.Option("--lens", metavar="NAME|FILE", help="Whose word to take: a saved lens, or a YAML file.")]
SaidBefore = Annotated[datetime | None, typer.Option(formats=["%Y-%m-%d"], help="Only what was published before this day.")]
HoldingAt = Annotated[str | None, typer.Option(metavar="EDTF", help="Only what is about this time, such as 2016 or 2016-05.")]
KnownOn = Annotated[datetime | None, typer.Option(formats=["%Y-%m-%d"], help="As the knowledge base stood at the end of this day.")]


def chosen_lens(
    store: "Store",
    lens: str | None,
    *,
    said_before: datetime | None = None,
    holding_at: str | None = None,
    known_on: datetime | None = None,
) -> "Lens":
    """Make the lens that somebody asks for.

    Args:
        store: The open knowledge base, which holds the saved lenses.
        lens: A saved name or a YAML file; None for everybody's word.
        said_before: Overrides the lens's own.
        holding_at: Overrides the lens's own.
        known_on: Overrides the lens's own.

    Returns:
        The lens; its name says what was overridden, since a report or a release that leaves the terminal says whose word it takes by it.

    Raises:
        LensError: There is no such lens, or it asks for what there is not.
    """
    from testimonia.errors import EdtfError, LensError
    from testimonia.model.lens import Lens
    from testimonia.model.valid_time import parse_edtf

    chosen = Lens() if lens is None else _named(store, lens)
    if holding_at is not None:
        try:
            parse_edtf(holding_at)
        except EdtfError as error:
            raise LensError(f"--holding-at: {error}") from error
        chosen = replace(chosen, name=f"{chosen.name}, holding at {holding_at}", holding_at=holding_at)
    if said_before is not None:
        chosen = replace(chosen, name=f"{chosen.name}, said before {_day(said_before)}", said_before=_day(said_before))
    return chosen if known_on is None else replace(chosen, name=f"{chosen.name}, known on {_day(known_on)}", known_on=_day(known_on))


def lens_of_file(file: Path) -> "Lens":
    """Read a lens from a YAML file.

    Args:
        file: The file.

    Returns:
        The lens.

    Raises:
        LensError: It is no lens.
    """
    from testimonia.errors import LensError
    from testimonia.weigh import read_lens

    try:
        return read_lens(file.read_text("utf-8"), origin=str(file))
    except UnicodeDecodeError as error:
        raise LensError(f"{file}: is no UTF-8 text") from error


def _named(store: "Store", wanted: str) -> "Lens":
    from testimonia.errors import LensError
    from testimonia.weigh import read_lens

    saved = store.lenses()
    if wanted in saved:
        return read_lens(saved[wanted], origin=f"lens {wanted}")
    if Path(wanted).is_file():
        return lens_of_file(Path(wanted))
    known = f"saved are {', '.join(saved)}" if saved else "none is saved; save one with: testimonia lens save KB FILE"
    raise LensError(f"there is no lens {wanted!r} and no such file; {known}")


def _day(moment: datetime) -> date:
    return moment.date()
