"""`testimonia identity ...`: which names are one body, why, and what people decide about it."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

if TYPE_CHECKING:
    from testimonia.model.judgement import Judgement
    from testimonia.review import Decider
    from testimonia.store import Store

Kb = Annotated[Path, typer.Argument(metavar="KB", help="Folder of the knowledge base.", show_default=False)]
Left = Annotated[str, typer.Argument(metavar="ONE", help="A name, or an identifier (n-...).", show_default=False)]
Right = Annotated[str, typer.Argument(metavar="OTHER", help="Another name or identifier.", show_default=False)]
By = Annotated[str, typer.Option("--by", help="Who decides; kept with the decision.", show_default=False)]
Because = Annotated[str, typer.Option("--because", help="Why, in your own words; kept with the decision.")]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON.")]

app = typer.Typer(
    name="identity", no_args_is_help=True, rich_markup_mode=None, help="Which names are one body: ask why, list what is open, decide, undo."
)


@app.command()
def why(kb: Kb, one: Left, other: Right, as_json: AsJson = False) -> None:
    """Say what speaks for two names being one body, and what against.

    Args:
        kb: Folder of the knowledge base.
        one: A name or an identifier.
        other: Another one.
        as_json: Print JSON instead of a table.
    """
    from testimonia.cli.output import write_json, write_line
    from testimonia.cli.view_entities import actor_named
    from testimonia.cli.view_identity import judgements_between, kept_apart_by, referents_of
    from testimonia.store import open_store

    with open_store(kb, create=False) as store:
        left, right = actor_named(store, one), actor_named(store, other)
        known = list(store.judgements())
        names = {referent.id: referent.name for referent in store.referents()}
        entities = [left] if left.id == right.id else [left, right]
        origins = [row for entity in entities for row in referents_of(store, entity)]
    between = judgements_between(left, right, known)
    apart = [] if left.id == right.id else kept_apart_by(left, right, known, names=names)
    if as_json:
        listed = [{"referent": key, "names": words, "from": origin, "first": first} for key, words, origin, first in origins]
        judged = [_data(judgement) for judgement in between]
        write_json({"one": left.id, "other": right.id, "judgements": judged, "apart": apart, "referents": listed})
        return
    write_line(f"{left.name} is one entity ({left.id})." if left.id == right.id else f"{left.name} and {right.name} are two entities.")
    for sentence in apart:
        write_line(sentence)
    if between:
        _write_judgements(between)
    _write_referents(origins)


@app.command()
def queue(
    kb: Kb,
    least: Annotated[float, typer.Option(min=0.0, max=1.0, help="The lowest score to list.")] = 0.3,
    limit: Annotated[int, typer.Option(min=0, help="The most pairs to list, 0 for all.")] = 20,
    as_json: AsJson = False,
) -> None:
    """List the pairs that rules left open, the likeliest to be one body first.

    Args:
        kb: Folder of the knowledge base.
        least: The lowest score to list.
        limit: The most pairs to list.
        as_json: Print JSON instead of a table.
    """
    from testimonia.cli.output import write_json, write_line, write_table
    from testimonia.review import open_questions
    from testimonia.store import open_store

    with open_store(kb, create=False) as store:
        entities = {entity.id: entity for entity in store.entities()}
        asked = open_questions(store.judgements(), entities, store.entity_of(), least=least)
    shown = asked[: limit or len(asked)]
    if as_json:
        write_json([{"one": q.left.id, "other": q.right.id, "others": q.others, **_data(q.judgement)} for q in shown])
        return
    if not shown:
        write_line("Nothing is open.")
        return
    rows = [
        (f"{q.left.name} ({q.left.id})", f"{q.right.name} ({q.right.id})", f"{q.judgement.score:.2f}", "; ".join(q.judgement.reasons))
        for q in shown
    ]
    write_table(("One", "Other", "Score", "For and against"), rows, title=f"Open: {len(asked)} pairs")


@app.command()
def same(kb: Kb, one: Left, other: Right, by: By, because: Because = "") -> None:
    """Decide that two entities are one.

    Args:
        kb: Folder of the knowledge base.
        one: A name or an identifier.
        other: Another one.
        by: Who decides.
        because: Why.
    """
    from testimonia.cli.view_entities import actor_named
    from testimonia.review import make_one

    made = _decide(kb, by, because, lambda store, decider: make_one(actor_named(store, one), actor_named(store, other), decider))
    _check_effect(kb, made[0])


@app.command()
def different(kb: Kb, one: Left, other: Right, by: By, because: Because = "") -> None:
    """Decide that two entities are two, whatever rules find later.

    Args:
        kb: Folder of the knowledge base.
        one: A name or an identifier.
        other: Another one.
        by: Who decides.
        because: Why.
    """
    from testimonia.cli.view_entities import actor_named
    from testimonia.review import keep_apart

    _decide(kb, by, because, lambda store, decider: keep_apart(actor_named(store, one), actor_named(store, other), decider))


@app.command()
def split(
    kb: Kb,
    one: Left,
    leaving: Annotated[
        list[str] | None, typer.Argument(metavar="[REFERENT]...", help="Its referents (r-...) that are another body; none lists them.")
    ] = None,
    by: Annotated[str, typer.Option("--by", help="Who decides; kept with the decision.", show_default=False)] = "",
    because: Because = "",
) -> None:
    """Decide that some referents of an entity are another body; without any, list them with their words and where they come from.

    Args:
        kb: Folder of the knowledge base.
        one: The entity, by name or identifier.
        leaving: Its referents that are another body; none lists them.
        by: Who decides.
        because: Why.
    """
    from testimonia.cli.output import write_line
    from testimonia.cli.view_entities import actor_named
    from testimonia.cli.view_identity import referents_of
    from testimonia.review import part
    from testimonia.store import open_store

    if not leaving:
        with open_store(kb, create=False) as store:
            rows = referents_of(store, actor_named(store, one))
        _write_referents(rows)
        write_line("Name those that are another body: testimonia identity split KB NAME REFERENT... --by WHO")
        return
    if not by:
        raise typer.BadParameter("say who decides", param_hint="--by")
    _decide(kb, by, because, lambda store, decider: part(actor_named(store, one), leaving, decider))


@app.command()
def undo(kb: Kb, by: By, because: Because = "") -> None:
    """Take your last decision back; everything is then as it was before.

    Args:
        kb: Folder of the knowledge base.
        by: Whose last decision.
        because: Why.
    """
    from testimonia.review import take_back

    _decide(kb, by, because, lambda store, decider: take_back(store.judgements(), decider))


@app.command()
def log(kb: Kb, as_json: AsJson = False) -> None:
    """List what people decided, oldest first.

    Args:
        kb: Folder of the knowledge base.
        as_json: Print JSON instead of a table.
    """
    from testimonia.cli.output import write_json, write_line
    from testimonia.store import open_store

    with open_store(kb, create=False) as store:
        decided = [judgement for judgement in store.judgements() if judgement.is_human]
    if as_json:
        write_json([_data(judgement) for judgement in decided])
    elif not decided:
        write_line("Nobody has decided anything.")
    else:
        _write_judgements(decided)


def _check_effect(kb: Path, decision: "Judgement") -> None:
    """Say it where an earlier decision keeps apart what this one would join."""
    from testimonia.cli.output import say
    from testimonia.store import open_store

    with open_store(kb, create=False) as store:
        entity_of = store.entity_of()
    if entity_of.get(decision.left) != entity_of.get(decision.right):
        say("They are still two: an earlier decision keeps them, or something joined to them, apart. See: testimonia identity log KB")
        raise typer.Exit(1)


def _decide(kb: Path, by: str, because: str, choose: "Callable[[Store, Decider], Sequence[Judgement]]") -> "tuple[Judgement, ...]":
    from datetime import UTC, datetime

    from testimonia.cli.output import messages, write_line
    from testimonia.pipeline import decide
    from testimonia.review import Decider

    decider = Decider(by, datetime.now(UTC).isoformat(timespec="microseconds"), because)
    with messages().status("working out what follows"):
        made = decide(kb, lambda store: choose(store, decider))
    for judgement in made:
        write_line(f"{judgement.verdict}: {judgement.left}, {judgement.right}")
    return made


def _write_judgements(judgements: "Sequence[Judgement]") -> None:
    from testimonia.cli.output import write_table

    rows = []
    for judgement in judgements:
        features = [feature.words if judgement.is_human else f"{feature.weight:+.2f} {feature.words}" for feature in judgement.features]
        who = judgement.by if judgement.at is None else f"{judgement.by}, {judgement.at}"
        rows.append((judgement.verdict, f"{judgement.score:.2f}", "\n".join(features), who, f"{judgement.left}\n{judgement.right}"))
    write_table(("Verdict", "Score", "For and against", "By", "Referents"), rows)


def _write_referents(rows: Sequence[tuple[str, str, str, str]]) -> None:
    from testimonia.cli.output import write_table

    write_table(("Referent", "Names", "From", "First words"), rows, title="What documents name")


def _data(judgement: "Judgement") -> dict[str, Any]:
    from dataclasses import asdict

    return {"id": judgement.id, **asdict(judgement)}
