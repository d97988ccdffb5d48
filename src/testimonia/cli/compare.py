"""`testimonia compare KB --lens A --lens B`: what only A would believe, only B, both, and where values differ."""

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from testimonia.weigh import Contrast


class What(StrEnum):
    """What can be compared."""

    ACTOR = "actor"
    EVENT = "event"
    ALL = "all"


def compare(
    kb: Annotated[Path, typer.Argument(metavar="KB", help="Folder of the knowledge base.", show_default=False)],
    what: Annotated[What, typer.Argument(help="Claims about an actor, events, or everything.")] = What.ALL,
    name: Annotated[list[str] | None, typer.Argument(metavar="[NAME]", help="Which actor.", show_default=False)] = None,
    lens: Annotated[list[str] | None, typer.Option("--lens", metavar="NAME|FILE", help="Give it twice: the lenses to compare.")] = None,
    limit: Annotated[int, typer.Option(min=0, help="The most rows of a table, 0 for all.")] = 30,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """Compare what two lenses would believe.

    A lens given once is compared with everybody's word.

    Args:
        kb: Folder of the knowledge base.
        what: Claims about an actor, events, or everything.
        name: Which actor; its words need no quotation marks.
        lens: The lenses.
        limit: The most rows of a table.
        as_json: Print JSON instead of a table.
    """
    from dataclasses import asdict

    from testimonia.cli.lens_options import chosen_lens
    from testimonia.cli.output import write_json
    from testimonia.cli.view_entities import actor_named
    from testimonia.errors import LensError
    from testimonia.looking import look
    from testimonia.store import open_store
    from testimonia.weigh import compare_claims, compare_events

    given = list(lens or ())
    if not 1 <= len(given) <= 2:
        raise LensError(f"two lenses can be compared; {len(given)} are named with --lens")
    if what is What.ACTOR and not name:
        raise typer.BadParameter("name the actor", param_hint="NAME")
    if what is not What.ACTOR and name:
        raise typer.BadParameter(f"only an actor is named; write: compare KB actor {' '.join(name)}", param_hint="NAME")
    with open_store(kb, create=False) as store:
        left, right = look(store, chosen_lens(store, given[0])), look(store, chosen_lens(store, given[1] if len(given) > 1 else None))
        everything = store.knowledge()
        actor = actor_named(store, " ".join(name)) if what is What.ACTOR and name else None
        about = None if actor is None else [report.id for report in store.reports(referents=actor.referents)]
    contrasts: dict[str, tuple[Contrast, ...]] = {}
    if what is not What.EVENT:
        contrasts["claims"] = compare_claims(left.knowledge, right.knowledge, entity=None if actor is None else actor.id)
    contrasts["events"] = compare_events(left.findings, right.findings, knowledge=everything, reports=about)
    if as_json:
        write_json(
            {
                "left": left.lens.name,
                "right": right.lens.name,
                **{kind: [asdict(one) for one in found] for kind, found in contrasts.items()},
            }
        )
        return
    for kind, found in contrasts.items():
        _write(kind, found, (left.lens.name, right.lens.name), limit)


def _write(kind: str, found: "tuple[Contrast, ...]", names: tuple[str, str], limit: int) -> None:
    from testimonia.cli.output import write_line, write_table

    titles = {"only left": f"only {names[0]}", "only right": f"only {names[1]}", "both": "both", "differs": "they differ"}
    counted = ", ".join(f"{titles[key]}: {number}" for key in titles if (number := sum(one.believed == key for one in found)))
    shown = found[: limit or len(found)]
    rows = [(titles[one.believed], one.about, _side(one.left, one.left_holds), _side(one.right, one.right_holds)) for one in shown]
    if not rows:
        write_line(f"No {kind}.")
        return
    write_table(("Who", "What", names[0], names[1]), rows, title=f"{kind.capitalize()} ({counted})")
    if len(found) > len(shown):
        write_line(f"… and {len(found) - len(shown):,} more; --limit 0 shows all")


def _side(said: tuple[str, ...], holds: str) -> str:
    return "" if not said else holds or f"{len(said)} say so"
