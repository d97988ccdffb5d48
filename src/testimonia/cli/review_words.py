"""What the commands of review have in common: records found, put into words, and decided on."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from testimonia.model.decision import Decision, Said
    from testimonia.review import Decider, Desk
    from testimonia.review.queue import Asked
    from testimonia.store import Store


def decide(kb: Path, record: str, who: tuple[str, str], choose: "Callable[[Store, Said, Decider], Decision]") -> None:
    """Take a decision on a record, and say what stands then.

    Args:
        kb: Folder of the knowledge base.
        record: Identifier of what stands or was proposed.
        who: Who decides, and why.
        choose: Makes the decision, from the record as it was proposed.
    """
    from testimonia.cli.output import say, write_line
    from testimonia.errors import DecisionError
    from testimonia.store import open_store

    with open_store(kb, create=False) as store:
        target = store.decided_on(record)
        standing = store.standing(target)
        said = store.proposal(target) or standing.made or next((one.made for one in store.decisions(record=target) if one.adds), None)
        if said is None:
            raise DecisionError(f"there is no claim or event report {record}")
        decision = choose(store, said, decider_named(*who))
        store.decide(decision, seen=standing.latest)
        state = store.standing(target).state
        stale = bool(store.stale())
    write_line(f"{decision.verdict}: {target} ({state})")
    if stale:
        say("Findings that rest on it are left out until: testimonia review weigh KB")


def decider_named(by: str, because: str) -> "Decider":
    """Give whoever decides now.

    Args:
        by: Their name.
        because: Why, in their own words.

    Returns:
        The decider.
    """
    from datetime import UTC, datetime

    from testimonia.review import Decider

    return Decider(by, datetime.now(UTC).isoformat(timespec="microseconds"), because)


def to_settle(store: "Store", said: "Said", settle: bool) -> Any:
    """Give what stands of a record, for somebody who decides between others.

    Args:
        store: An open knowledge base.
        said: The record.
        settle: Whether they do.

    Returns:
        The standing; None where they do not.
    """
    return store.standing(said.id) if settle else None


def desk_of(store: "Store", reference: str) -> "Desk":
    """Open a document to work on.

    Args:
        store: An open knowledge base.
        reference: Its identifier or origin.

    Returns:
        The document with what it names.
    """
    from testimonia.errors import NameNotFoundError
    from testimonia.review import Desk

    document = store.document(reference)
    if document is None:
        raise NameNotFoundError(f"no document, or more than one, answers to {reference!r}")
    return Desk(document, {one.id: one for one in store.referents(document=document.id)})


def find_words(desk: "Desk", words: str, *, within: tuple[int, int]) -> tuple[int, int]:
    """Find words in a document.

    Args:
        desk: The document.
        words: The words as the text has them.
        within: From where to where to look, in code points.

    Returns:
        Where the first of them stand.
    """
    from testimonia.errors import DecisionError

    start = desk.document.text.find(words, *within)
    if start < 0 or not words:
        raise DecisionError(f"{words!r} does not stand there; give the words as the text has them")
    return start, start + len(words)


def named_words(desk: "Desk", words: str, kind: str | None, within: tuple[int, int]) -> Any:
    """Fill a slot with words: by something of that name that the document names already, or by what the kind says.

    Args:
        desk: The document.
        words: The words as the text has them.
        kind: What they name, None where that is known or nothing is named.
        within: From where to where to look, in code points.

    Returns:
        What fills the slot.
    """
    from testimonia.review import Named

    start, end = find_words(desk, words, within=within)
    known = [one.id for one in desk.referents.values() if words in (one.name, *one.names)]
    if kind is None and len(known) == 1:
        return Named(start, end, known[0])
    return Named(start, end, kind=kind)  # type: ignore[arg-type]


def value_with(said: "Said", stated: dict[str, Any]) -> Any:
    """Change fields of a value.

    Args:
        said: The record.
        stated: Fields by name; None leaves one as it is.

    Returns:
        The value; None where nothing is stated.
    """
    from dataclasses import replace

    from testimonia.model.claim import Value

    given = {name: value for name, value in stated.items() if value is not None}
    return replace(getattr(said, "value", None) or Value(), **given) if given else None


def lines_of(store: "Store", records: "list[Said]") -> dict[str, Any]:
    """Put records into words.

    Args:
        store: An open knowledge base.
        records: Claims and event reports.

    Returns:
        A line for each, by identifier.
    """
    from testimonia.cli.testimony import claim_line, report_line
    from testimonia.model.claim import Claim
    from testimonia.store import About

    if not records:
        return {}
    known = store.part(About(claims=tuple(one.id for one in records))).knowledge
    return {one.id: claim_line(one, known) if isinstance(one, Claim) else report_line(one, known) for one in records}


def asked_data(one: "Asked", line: Any) -> dict[str, Any]:
    """Say for programs what waits.

    Args:
        one: What waits.
        line: The record in words.

    Returns:
        Plain data.
    """
    from testimonia.review import tier_name

    return {
        "kind": one.kind,
        "part": tier_name(one.tier),
        "why": list(one.why),
        "state": one.standing.state,
        "cursor": one.cursor,
        **line.data,
    }


def decision_data(one: "Decision") -> dict[str, Any]:
    """Say for programs what was decided.

    Args:
        one: A decision.

    Returns:
        Plain data.
    """
    return {
        "id": one.id,
        "record": one.record,
        "document": one.document,
        "verdict": one.verdict,
        "by": one.by,
        "at": one.at,
        "comment": one.comment,
        "made": None if one.made is None else one.made.id,
        "withdraws": one.withdraws,
        "settles": list(one.settles),
    }
