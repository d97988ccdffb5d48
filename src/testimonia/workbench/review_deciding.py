"""Taking a decision for the pages and for the API alike."""

from dataclasses import dataclass
from typing import Literal, get_args

from fastapi import HTTPException

from testimonia.errors import DecisionError
from testimonia.model.decision import Decision, ReviewState, Said, Standing
from testimonia.review import Change, Decider, Desk, accept, changed, correct, reject, remark, withdraw
from testimonia.store import Store
from testimonia.workbench.review_coder import name_of, now, plain_words

Verb = Literal["accept", "reject", "correct", "comment"]
VERBS: tuple[Verb, ...] = get_args(Verb)
PAST = {"ACCEPTED": "accepted", "REJECTED": "rejected", "CORRECTED": "corrected", "COMMENTED": "commented on", "WITHDRAWN": "took back"}


class MeanwhileError(DecisionError):
    """Somebody decided on a record after whoever decides now had seen it."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """A decision as somebody asks for it: on a record, who, why, and the newest decision that they saw (`seen` of the record).

    `settle` takes the place of the verdicts of those who decided otherwise; `change` is what a correction changes.
    """

    record: str
    verb: Verb
    by: str
    because: str = ""
    seen: str | None = None
    settle: bool = False
    change: Change | None = None


@dataclass(frozen=True, slots=True)
class Taken:
    """A decision that was kept: its identifier, the record, what stands of it then, and the newest decision on it."""

    decision: str
    record: str
    verdict: str
    state: ReviewState
    seen: str | None


def take(store: Store, wanted: Wanted) -> Taken:
    """Keep a decision.

    Args:
        store: The open knowledge base.
        wanted: What somebody decides.

    Returns:
        The decision, and what stands.

    Raises:
        MeanwhileError: Somebody decided on it meanwhile; the message says who and what.
        DecisionError: It cannot be decided so.
        HTTPException: There is no such record.
    """
    decider = Decider(name_of(wanted.by), now(), plain_words(wanted.because).strip())
    record, said, standing = find(store, wanted.record)
    wanted_seen = wanted.seen or None
    if wanted.verb != "comment" and standing.latest != wanted_seen:
        return _asked_twice(store, wanted, standing, record)
    decision = _made(store, said, wanted, decider, standing)
    try:
        store.decide(decision, seen=wanted_seen)
    except DecisionError as error:
        if wanted.verb != "comment" and store.standing(record).latest != wanted_seen:
            raise MeanwhileError(str(error)) from error
        raise
    return _taken(store, decision)


def take_last_back(store: Store, by: str, *, record: str | None = None) -> Taken:
    """Take somebody's last decision or comment back.

    Args:
        store: The open knowledge base.
        by: Whose.
        record: Only on this record.

    Returns:
        What was taken back, and what stands of the record.

    Raises:
        DecisionError: They decided nothing that could be taken back.
    """
    name = name_of(by)
    last = store.last_decision(name, record=record)
    decision = withdraw(last, Decider(name, now()))
    store.decide(decision)
    return _taken(store, decision)


def find(store: Store, record: str) -> tuple[str, Said, Standing]:
    """Find a record to decide on.

    Args:
        store: The open knowledge base.
        record: Its identifier, or that of what people put in its place.

    Returns:
        The identifier that decisions name, the record as it was proposed or added, and what stands of it.

    Raises:
        HTTPException: There is none.
    """
    target = store.decided_on(record)
    standing = store.standing(target)
    said = store.proposal(target) or next((one.made for one in store.decisions(record=target) if one.adds), None)
    if said is None and standing.counting:
        # Nobody proposes it any more: what people put in its place is all that is left of it.
        said = next((one.made for one in store.decisions(record=target) if one.made is not None), None)
    if said is None:
        raise HTTPException(404, f"there is no claim or event report {record[:80]!r}")
    return target, said, standing


def desk_of(store: Store, document: str) -> Desk:
    """Open a document to work on.

    Args:
        store: The open knowledge base.
        document: Its identifier.

    Returns:
        The document with what it names.

    Raises:
        HTTPException: There is no such document.
    """
    found = store.document(document)
    if found is None or found.id != document:
        raise HTTPException(404, f"there is no document {document[:80]!r}")
    return Desk(found, {one.id: one for one in store.referents(document=document)})


def _made(store: Store, said: Said, wanted: Wanted, decider: Decider, standing: Standing) -> Decision:
    settling = standing if wanted.settle else None
    if wanted.verb == "comment":
        return remark(said, decider)
    if wanted.verb == "accept":
        return accept(said, decider, settling=settling)
    if wanted.verb == "reject":
        return reject(said, decider, settling=settling)
    made = changed(desk_of(store, said.document), said, wanted.change or Change(), by=decider.by)
    return correct(said, made, decider, settling=settling)


def _asked_twice(store: Store, wanted: Wanted, standing: Standing, record: str) -> Taken:
    """Let the same verdict of the same person pass again, as after a broken connection; tell everybody else who decided meanwhile."""
    newest = next((one for one in reversed(list(store.decisions(record=record))) if one.verdict != "COMMENTED"), None)
    if newest is None:
        raise MeanwhileError(f"the decision that you saw on {record} is not there; look again, then decide")
    verdict = {"accept": "ACCEPTED", "reject": "REJECTED"}.get(wanted.verb)
    if newest.by == name_of(wanted.by) and newest.verdict == verdict and newest.comment == plain_words(wanted.because).strip():
        return Taken(newest.id, record, newest.verdict, standing.state, standing.latest)
    what = "took a decision back" if newest.verdict == "WITHDRAWN" else f"{PAST[newest.verdict]} it"
    raise MeanwhileError(f"{newest.by} {what} meanwhile; look again, then decide")


def _taken(store: Store, decision: Decision) -> Taken:
    standing = store.standing(decision.record)
    return Taken(decision.id, decision.record, decision.verdict, standing.state, standing.latest)
