"""Join what tells of one happening: a trigger and its toll, two words in one sentence, or a next sentence that gives the toll."""

import re
from collections.abc import Callable
from dataclasses import replace

from testimonia.model.party import Party
from testimonia.read.events.event_drafts import EventDraft, may_go_on
from testimonia.read.events.event_slots import is_definite
from testimonia.read.events.happenings import HARMFUL

_ONE_SCENE = 3
"""Places up to which one happening is told; more are a list of several."""
_TOLL_ALONE = "toll_phrases.read_tolls"
_TOLLS = frozenset(["killed", "injured", "casualties"])
"""What a sentence may count that only tells what the happening before it cost."""
_QUOTE = re.compile('[“”"«»„]')
"""Where a quotation begins or ends, another voice may speak."""
_HAPPENINGS = frozenset(["attacks", "operations", "clashes", "airstrikes"])
"""Figures that count happenings: of several, a toll may be of any or of all."""


def carry_on(found: list[EventDraft], told: list[EventDraft]) -> list[EventDraft]:
    """Give the reports of a sentence the place and time of the event told just before, where they only add its toll or go on with it.

    "A bomb exploded in X on 3 May. Twelve people were killed.": the second sentence is dated and placed by the first, and says so (basis
    derived). A toll without an event ("There were no casualties") is a report only after the event that it is of.

    Args:
        found: Drafts of this sentence.
        told: The last draft of the sentence before in the same paragraph; empty where there is none.

    Returns:
        The drafts of this sentence.
    """
    if not told:
        return [_without_names(draft) for draft in found if draft.rule != _TOLL_ALONE or draft.edtf is not None]
    before = told[-1]
    carried = []
    for draft in found:
        bare = draft.edtf is None and not draft.where and draft.status == before.status == "happened" and not draft.is_account
        if (bare and _is_toll_of(draft, before)) or (draft.goes_on and _is_more_of(draft, before)):
            carried.append(replace(draft, edtf=before.edtf, basis="derived", where=before.where))
        elif draft.rule != _TOLL_ALONE:
            carried.append(draft)
    return [_without_names(draft) for draft in carried]


def take_in(
    found: list[EventDraft], told: list[EventDraft], *, text: str, same_voice: Callable[[EventDraft, EventDraft], bool]
) -> list[EventDraft]:
    """Let a report take in the bare tolls that follow it in the same voice: "A bomb exploded in X. Twelve people were killed." is one.

    A toll that another voice gives, that differs from the one told before, or that has a time, place or doer of its own stays a report.

    Args:
        found: Drafts of this sentence, in text order.
        told: The last draft of the sentence before in the same paragraph; empty where there is none.
        text: The document's text.
        same_voice: Whether two drafts are told by the same voices.

    Returns:
        The draft before, with what it takes in, where there is one; then the drafts that stand for themselves.
    """
    whole = list(told[-1:])
    for draft in found:
        quoted = whole and _QUOTE.search(text, min(whole[-1].end, draft.start), draft.start) is not None
        if whole and not quoted and _is_bare_toll(draft, whole[-1]) and same_voice(draft, whole[-1]):
            whole[-1] = _with_toll(whole[-1], draft)
        else:
            whole.append(draft)
    return whole


def _is_bare_toll(draft: EventDraft, before: EventDraft) -> bool:
    """Say whether a report only counts whom the one before it killed or hurt, and does not count them anew."""
    known = {f.what: (f.low, f.high) for f in before.figures}
    if not draft.figures or any(f.what not in _TOLLS or known.get(f.what, (f.low, f.high)) != (f.low, f.high) for f in draft.figures):
        return False
    if before.type != "ASSAULT" or draft.type != "ASSAULT" or before.is_account or draft.edtf not in (None, before.edtf):
        return False
    if not before.status == draft.status == "happened" or before.recurrent or draft.recurrent or draft.responsibility:
        return False
    if draft.is_account and not draft.notes:
        return False  # it has found no happening told before: "the war has cost 40,000 lives"
    if known.keys() & _HAPPENINGS or _keys(draft.target) & _keys(before.initiator):
        return False
    others = _keys(draft.initiator) - _keys(before.initiator)
    return _keys(draft.where) <= _keys(before.where) and (not others or all(p.how == "pronoun" for p in draft.initiator))


def _with_toll(main: EventDraft, toll: EventDraft) -> EventDraft:
    """Give a report the toll that follows it; whom it counts are targets only where none is told and nobody fights on two sides."""
    target = main.target or (() if len(main.initiator) > 1 else toll.target)
    return replace(main, end=max(main.end, toll.end), figures=tuple(dict.fromkeys((*main.figures, *toll.figures))), target=target)


def _without_names(draft: EventDraft) -> EventDraft:
    """Leave out the figures that count one person by name: a name is no count, though it told that somebody was harmed."""
    counted = any(p.words.lower().startswith("one ") for p in draft.target)  # "one member of X was killed"
    if counted:
        return draft
    kept = tuple(f for f in draft.figures if f.of is None or f.of.how == "words" or f.of.referent is None or (f.low, f.high) != (1, 1))
    return draft if kept == draft.figures else replace(draft, figures=kept)


def _is_toll_of(draft: EventDraft, before: EventDraft) -> bool:
    """Say whether a report without place and time only tells what the event before it cost: people killed, driven out, houses destroyed."""
    if any(f.what in HARMFUL for f in draft.figures) and draft.type == before.type:
        return True
    flight = any(f.what == "displaced" for f in draft.figures)
    ruin = draft.mode == "destroy" and bool(draft.figures)
    return before.type == "ASSAULT" and (flight or ruin) and not draft.initiator


def _is_more_of(draft: EventDraft, before: EventDraft) -> bool:
    """Say whether a report may go on telling the assault before it: no other body does it, and no list of happenings went before."""
    if not may_go_on(before) or before.status != "happened" or before.recurrent or len(before.where) > _ONE_SCENE:
        return False
    named = {p.referent for p in draft.initiator if p.referent is not None}
    known = {p.referent for p in (*before.initiator, *before.target) if p.referent is not None}
    return not named or named <= known


def join_drafts(drafts: list[EventDraft]) -> list[EventDraft]:
    """Join drafts of one sentence that tell the same happening by two words, and keep those that tell enough.

    Args:
        drafts: Drafts of one sentence in text order.

    Returns:
        Drafts of which none repeats type, initiators and targets of another in an overlapping passage.
    """
    kept: list[EventDraft] = []
    for draft in sorted(_with_tolls(drafts), key=lambda d: (d.start, d.at)):
        twin = next((n for n, k in enumerate(kept) if _is_same(k, draft)), None)
        if twin is None:
            kept.append(draft)
        else:
            kept[twin] = _both(kept[twin], draft)
    return _in_one_scene([draft for draft in kept if not draft.weak and is_definite(draft)])


def _in_one_scene(drafts: list[EventDraft]) -> list[EventDraft]:
    """Give what a sentence goes on to tell without a place the one place that it has told before: "held a hospital in X and shot five"."""
    done: list[EventDraft] = []
    for draft in drafts:
        before = [d for d in done if d.where and d.at < draft.at and may_go_on(d) and d.status == "happened" and not d.recurrent]
        bare = not draft.where and may_go_on(draft) and draft.status == "happened" and not draft.recurrent and not draft.is_account
        if bare and len({p.referent for d in before for p in d.where}) == 1 and draft.edtf in (None, before[-1].edtf):
            draft = replace(draft, where=before[-1].where)
        done.append(draft)
    return done


def _with_tolls(drafts: list[EventDraft]) -> list[EventDraft]:
    """Join every draft that completes another one with it; one whose event was not read stands for itself."""
    whole = [draft for draft in drafts if draft.part_of is None]
    waiting = sorted((draft for draft in drafts if draft.part_of is not None), key=lambda d: d.at)
    into = {draft.at: draft.part_of for draft in waiting}
    for draft in waiting:
        at, seen = draft.part_of, {draft.at}
        while at in into and at not in seen and not any(w.at == at for w in whole):
            seen.add(at)
            at = into[at]
        place = next((n for n, w in enumerate(whole) if w.at == at and w.type in ("ASSAULT", "COERCE")), None)
        if place is None:
            whole.append(replace(draft, part_of=None))
        else:
            whole[place] = _completed(whole[place], draft)
    return whole


def _completed(main: EventDraft, toll: EventDraft) -> EventDraft:
    """Give an event what its toll adds; whom the toll counts are targets only where none other is told."""
    harms = any(f.what in ("killed", "injured") for f in main.figures) and not main.weak
    if main.target and main.target[0].words.lower().split(" ")[0] in ("their", "its", "his", "her"):
        harms = True  # "wounded when their vehicle hit a mine": the vehicle's people are told with the toll
    harms = (harms or not any(f.what in HARMFUL for f in toll.figures)) and not (main.target and toll.mode == "destroy")
    further = [p for p in toll.target if p not in main.target and not _is_rest(p)]
    return replace(
        main,
        type="ASSAULT" if main.mode != "seize" else main.type,
        start=min(main.start, toll.start),
        end=max(main.end, toll.end),
        figures=tuple(dict.fromkeys((*main.figures, *toll.figures))),
        initiator=main.initiator or toll.initiator,
        target=(*main.target, *further) if harms else main.target or toll.target,
        where=main.where or toll.where,
        edtf=main.edtf or toll.edtf,
        basis=main.basis if main.edtf is not None else toll.basis,
        mode=main.mode or toll.mode,
        weak=False,
        recurrent=main.recurrent and toll.recurrent,
    )


def _is_rest(party: Party) -> bool:
    """Say whether somebody is only the rest of those told before: "three others"."""
    return party.referent is None and party.words.lower().split()[-1:] in (["others"], ["other"], ["more"])


def _both(one: EventDraft, other: EventDraft) -> EventDraft:
    return replace(
        one,
        end=max(one.end, other.end),
        figures=tuple(dict.fromkeys((*one.figures, *other.figures))),
        where=one.where or other.where,
        target=one.target or other.target,
        initiator=one.initiator or other.initiator,
        responsibility=one.responsibility or other.responsibility,
        mode=one.mode or other.mode,
        edtf=one.edtf or other.edtf,
        weak=one.weak and other.weak,
    )


def _is_same(a: EventDraft, b: EventDraft) -> bool:
    if a.type != b.type or a.status != b.status or a.granted != b.granted or a.start >= b.end or b.start >= a.end:
        return False
    if a.edtf != b.edtf and None not in (a.edtf, b.edtf):
        return False
    if None not in (a.mode, b.mode) and a.mode != b.mode and "abduct" in (a.mode, b.mode):
        return False
    same_initiator = _keys(a.initiator) == _keys(b.initiator) or not a.initiator or not b.initiator
    return same_initiator and (_keys(a.target) == _keys(b.target) or not a.target or not b.target)


def _keys(parties: tuple[Party, ...]) -> set[str]:
    return {p.referent or p.words.lower() for p in parties}
