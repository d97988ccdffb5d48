"""`testimonia review ...`: what waits for a decision, deciding it, taking it back, adding claims by hand."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from testimonia.cli.review_words import (
    asked_data,
    decide,
    decider_named,
    decision_data,
    desk_of,
    find_words,
    lines_of,
    named_words,
    to_settle,
    value_with,
)

if TYPE_CHECKING:
    from testimonia.model.decision import Decision, Said
    from testimonia.review import Decider
    from testimonia.store import Store

Kb = Annotated[Path, typer.Argument(metavar="KB", help="Folder of the knowledge base.", show_default=False)]
Record = Annotated[
    str, typer.Argument(metavar="RECORD", help="Identifier of a claim (c-...) or an event report (e-...).", show_default=False)
]
By = Annotated[str, typer.Option("--by", help="Who decides; kept with the decision.", show_default=False)]
Because = Annotated[str, typer.Option("--because", help="Why, in your own words; kept with the decision.")]
Settle = Annotated[bool, typer.Option("--settle", help="Decide between those who decided differently.")]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON.")]
When = Annotated[str | None, typer.Option("--when", help="Time in EDTF, such as 1964-05; empty takes it away.")]
Stance = Annotated[str | None, typer.Option("--stance", help="asserted, claimed, estimated, denied or reported_anonymous.")]
Low = Annotated[int | None, typer.Option("--low", help="Lower bound of a strength.")]
High = Annotated[int | None, typer.Option("--high", help="Upper bound of a strength.")]
Unit = Annotated[str | None, typer.Option("--unit", help="What a strength counts.")]
Text = Annotated[str | None, typer.Option("--text", help="A name, position, ideology or capability.")]
Role = Annotated[str | None, typer.Option("--role", help="A role.")]

app = typer.Typer(
    name="review", no_args_is_help=True, rich_markup_mode=None, help="Accept, correct and reject what was read; add claims by hand; undo."
)


@app.command()
def queue(
    kb: Kb,
    kind: Annotated[str, typer.Option(help="claim, report, or all.")] = "all",
    after: Annotated[str, typer.Option(help="Where the page before ended.")] = "",
    limit: Annotated[int, typer.Option(min=1, max=1000, help="The most records to list.")] = 20,
    as_json: AsJson = False,
) -> None:
    """List what waits for a decision, the most urgent first, and why it stands where it does.

    Args:
        kb: Folder of the knowledge base.
        kind: Claims, reports, or all.
        after: Where the page before ended.
        limit: The most records to list.
        as_json: Print JSON instead of a table.
    """
    from testimonia.cli.output import say, write_json, write_line, write_table
    from testimonia.review import questions
    from testimonia.store import open_store

    if kind not in ("claim", "report", "all"):
        raise typer.BadParameter(f"{kind!r} is no kind of record", param_hint="--kind")
    with open_store(kb, create=False) as store:
        asked = questions(store, kinds=("claim", "report") if kind == "all" else (kind,), after=after, limit=limit)  # type: ignore[arg-type]
        lines = lines_of(store, [one.record for one in asked])
    if as_json:
        write_json([asked_data(one, lines[one.record.id]) for one in asked])
        return
    if not asked:
        write_line("Nothing waits.")
        return
    rows = [(one.record.id, lines[one.record.id].statement, lines[one.record.id].quote, "; ".join(one.why)) for one in asked]
    write_table(("Identifier", "Statement", "Words", "Why here"), rows)
    if len(asked) == limit:
        say(f"More: --after {asked[-1].cursor}")


@app.command()
def accept(kb: Kb, record: Record, by: By, because: Because = "", settle: Settle = False) -> None:
    """Decide that a record says what its words say.

    Args:
        kb: Folder of the knowledge base.
        record: The claim or event report.
        by: Who decides.
        because: Why.
        settle: Decide between those who decided differently.
    """
    from testimonia.review import accept as accepted

    decide(kb, record, (by, because), lambda store, said, who: accepted(said, who, settling=to_settle(store, said, settle)))


@app.command()
def reject(kb: Kb, record: Record, by: By, because: Because = "", settle: Settle = False) -> None:
    """Decide that a record does not say what its words say; it then stands nowhere, and is kept.

    Args:
        kb: Folder of the knowledge base.
        record: The claim or event report.
        by: Who decides.
        because: Why.
        settle: Decide between those who decided differently.
    """
    from testimonia.review import reject as rejected

    decide(kb, record, (by, because), lambda store, said, who: rejected(said, who, settling=to_settle(store, said, settle)))


@app.command()
def correct(
    kb: Kb,
    record: Record,
    by: By,
    because: Because = "",
    when: When = None,
    stance: Stance = None,
    polarity: Annotated[str | None, typer.Option("--polarity", help="affirmed or denied.")] = None,
    code: Annotated[str | None, typer.Option("--as", help="Another predicate, or another event type.")] = None,
    low: Low = None,
    high: High = None,
    unit: Unit = None,
    text: Text = None,
    role: Role = None,
    settle: Settle = False,
) -> None:
    """Put a corrected record in the place of a proposed one, which is kept. What you do not name stays.

    Args:
        kb: Folder of the knowledge base.
        record: The claim or event report.
        by: Who decides.
        because: Why.
        when: Time in EDTF; empty takes it away.
        stance: How far the voice stands behind it.
        polarity: Affirmed or denied.
        code: Another predicate or event type.
        low: Lower bound of a strength.
        high: Upper bound of a strength.
        unit: What a strength counts.
        text: A name, position, ideology or capability.
        role: A role.
        settle: Decide between those who decided differently.
    """
    from testimonia.review import Change, changed
    from testimonia.review import correct as corrected

    def choose(store: "Store", said: "Said", who: "Decider") -> "Decision":
        stated = {"text": text, "role": role, "low": low, "high": high, "unit": unit}
        fields: dict[str, Any] = {"when": when, "stance": stance, "polarity": polarity, "value": value_with(said, stated)}
        fields["type" if said.id.startswith("e-") else "predicate"] = code
        made = changed(desk_of(store, said.document), said, Change(**fields), by=by)
        return corrected(said, made, who, settling=to_settle(store, said, settle))

    decide(kb, record, (by, because), choose)


@app.command()
def comment(kb: Kb, record: Record, by: By, because: Because) -> None:
    """Say something of a record without deciding.

    Args:
        kb: Folder of the knowledge base.
        record: The claim or event report.
        by: Who says it.
        because: What they say.
    """
    from testimonia.review import remark

    decide(kb, record, (by, because), lambda _, said, who: remark(said, who))


@app.command()
def undo(kb: Kb, by: By, because: Because = "") -> None:
    """Take your last decision or comment back; everything is then as it was before.

    Args:
        kb: Folder of the knowledge base.
        by: Whose last decision.
        because: Why.
    """
    from testimonia.cli.output import write_line
    from testimonia.review import withdraw
    from testimonia.store import open_store

    with open_store(kb, create=False) as store:
        last = store.last_decision(by)
        store.decide(withdraw(last, decider_named(by, because)))
    if last is not None:
        write_line(f"taken back: {last.verdict} {last.record}")


@app.command()
def add(
    kb: Kb,
    document: Annotated[str, typer.Argument(metavar="DOCUMENT", help="The document, by identifier or origin.", show_default=False)],
    quote: Annotated[str, typer.Option("--quote", help="The words that the claim rests on, as the text has them.", show_default=False)],
    predicate: Annotated[str, typer.Option("--predicate", help="A predicate of the codebook.", show_default=False)],
    subject: Annotated[str, typer.Option("--subject", help="Words within the quotation.", show_default=False)],
    by: By,
    subject_kind: Annotated[str | None, typer.Option("--subject-kind", help="What they name, where the document did not yet.")] = None,
    object_: Annotated[str | None, typer.Option("--object", help="Words within the quotation.")] = None,
    object_kind: Annotated[str | None, typer.Option("--object-kind", help="What they name, where the document did not yet.")] = None,
    when: When = None,
    stance: Stance = None,
    voice: Annotated[list[str] | None, typer.Option("--voice", help="Whose word it is beyond the publisher, outermost first.")] = None,
    low: Low = None,
    high: High = None,
    unit: Unit = None,
    text: Text = None,
    role: Role = None,
    because: Because = "",
) -> None:
    """Add a claim by hand, from words of a document.

    Args:
        kb: Folder of the knowledge base.
        document: The document.
        quote: The words that the claim rests on.
        predicate: A predicate of the codebook.
        subject: Words within the quotation.
        by: Who adds it.
        subject_kind: What they name.
        object_: Words within the quotation.
        object_kind: What they name.
        when: Time in EDTF.
        stance: How far the voice stands behind it.
        voice: Whose word it is.
        low: Lower bound of a strength.
        high: Upper bound of a strength.
        unit: What a strength counts.
        text: A name, position, ideology or capability.
        role: A role.
        because: Why.
    """
    from testimonia.cli.output import write_line
    from testimonia.model.claim import Value
    from testimonia.review import ClaimDraft, make_claim
    from testimonia.review import add as added
    from testimonia.store import open_store

    stated = {"text": text, "role": role, "low": low, "high": high, "unit": unit}
    with open_store(kb, create=False) as store:
        desk = desk_of(store, document)
        start, end = find_words(desk, quote, within=(0, len(desk.document.text)))
        fields: dict[str, Any] = {
            "predicate": predicate,
            "subject": named_words(desk, subject, subject_kind, (start, end)),
            "object": None if object_ is None else named_words(desk, object_, object_kind, (start, end)),
            "value": Value(**stated) if any(one is not None for one in stated.values()) else None,  # type: ignore[arg-type]
            "when": when,
            "voices": tuple(named_words(desk, words, None, (0, len(desk.document.text))) for words in voice or ()),
            "stance": stance or "asserted",
        }
        decision = added(make_claim(desk, ClaimDraft(start, end, **fields), by=by), decider_named(by, because))
        store.decide(decision)
    write_line(f"added: {decision.record}")


@app.command()
def log(
    kb: Kb,
    record: Annotated[str | None, typer.Argument(metavar="[RECORD]", help="Only the history of this record.", show_default=False)] = None,
    orphaned: Annotated[bool, typer.Option("--orphaned", help="Only decisions on what no reading proposes any more.")] = False,
    as_json: AsJson = False,
) -> None:
    """List what people decided, oldest first.

    Args:
        kb: Folder of the knowledge base.
        record: Only the history of this record.
        orphaned: Only decisions on what no reading proposes any more.
        as_json: Print JSON instead of a table.
    """
    from testimonia.cli.output import write_json, write_line, write_table
    from testimonia.store import open_store

    with open_store(kb, create=False) as store:
        lost = set(store.orphaned()) if orphaned else set()
        found = store.decisions(record=None if record is None else store.decided_on(record))
        taken = [one for one in found if not orphaned or one.record in lost]
    if as_json:
        write_json([decision_data(one) for one in taken])
    elif not taken:
        write_line("Nobody has decided anything.")
    else:
        write_table(("At", "By", "Verdict", "Record", "Why"), [(one.at, one.by, one.verdict, one.record, one.comment) for one in taken])


@app.command()
def progress(kb: Kb, as_json: AsJson = False) -> None:
    """Say how far review is, and how fast it goes today.

    Args:
        kb: Folder of the knowledge base.
        as_json: Print JSON instead of tables.
    """
    from datetime import UTC, datetime

    from testimonia.cli.output import write_json, write_table
    from testimonia.review import paces, tier_name
    from testimonia.store import open_store

    now = datetime.now(UTC)
    with open_store(kb, create=False) as store:
        far = store.progress(now.date())
    today = paces(far, now=now)
    if as_json:
        write_json(
            {
                "states": [{"kind": kind, "state": state, "count": count} for (kind, state), count in far.states.items()],
                "waiting": [{"kind": kind, "part": tier_name(tier), "count": count} for (kind, tier), count in far.waiting.items()],
                "by_coder": [{"by": one.by, "kind": one.kind, "verdict": one.verdict, "count": one.count} for one in far.by_coder],
                "today": [{"by": one.by, "decided": one.decided, "per_hour": one.per_hour} for one in today],
            }
        )
        return
    write_table(("Kind", "State", "Count"), [(kind, state, str(count)) for (kind, state), count in far.states.items()], title="Decided")
    write_table(
        ("Kind", "Part", "Count"), [(kind, tier_name(tier), str(count)) for (kind, tier), count in far.waiting.items()], title="Waiting"
    )
    write_table(("By", "Today", "An hour"), [(one.by, str(one.decided), f"{one.per_hour:g}") for one in today], title="Pace")


@app.command()
def weigh(kb: Kb) -> None:
    """Work out what follows from what was decided: who is who, what agrees, what clashes, what waits.

    Args:
        kb: Folder of the knowledge base.
    """
    from testimonia.cli.output import messages, write_line
    from testimonia.pipeline import weigh_again
    from testimonia.store import open_store

    with open_store(kb, create=False) as store, messages().status("working out what follows"):
        done = weigh_again(store)
    write_line("Everything is weighed." if done else "Nothing has changed since everything was weighed.")
