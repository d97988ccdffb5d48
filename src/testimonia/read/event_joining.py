"""Join what tells of one happening: two words in one sentence, or a next sentence that gives its toll."""

from dataclasses import replace

from testimonia.model.party import Party
from testimonia.read.happenings import HARMFUL, EventDraft


def carry_on(found: list[EventDraft], told: list[EventDraft]) -> list[EventDraft]:
    """Give the reports of a sentence the place and time of the event told just before, where they only add its toll.

    "A bomb exploded in X on 3 May. Twelve people were killed.": the second sentence is dated and placed by the first, and says so (basis
    derived).

    Args:
        found: Drafts of this sentence.
        told: The last draft of the sentence before in the same paragraph; empty where there is none.

    Returns:
        The drafts of this sentence.
    """
    if not told:
        return found
    before = told[-1]
    carried = []
    for draft in found:
        toll = any(f.what in HARMFUL for f in draft.figures)
        if toll and draft.edtf is None and not draft.where and draft.type == before.type and draft.status == before.status == "happened":
            carried.append(replace(draft, edtf=before.edtf, basis="derived", where=before.where))
        else:
            carried.append(draft)
    return carried


def join_drafts(drafts: list[EventDraft]) -> list[EventDraft]:
    """Join drafts of one sentence that tell the same happening by two words.

    Args:
        drafts: Drafts of one sentence in text order.

    Returns:
        Drafts of which none repeats type, initiators and targets of another in an overlapping passage.
    """
    kept: list[EventDraft] = []
    for draft in sorted(drafts, key=lambda d: (d.start, d.at)):
        twin = next((n for n, k in enumerate(kept) if _is_same(k, draft)), None)
        if twin is None:
            kept.append(draft)
        else:
            one = kept[twin]
            kept[twin] = replace(
                one,
                end=max(one.end, draft.end),
                figures=tuple(dict.fromkeys((*one.figures, *draft.figures))),
                where=one.where or draft.where,
                target=one.target or draft.target,
                mode=one.mode or draft.mode,
                edtf=one.edtf or draft.edtf,
            )
    return kept


def _is_same(a: EventDraft, b: EventDraft) -> bool:
    if a.type != b.type or a.status != b.status or a.start >= b.end or b.start >= a.end:
        return False
    if a.edtf != b.edtf and None not in (a.edtf, b.edtf):
        return False
    same_initiator = _keys(a.initiator) == _keys(b.initiator) or not a.initiator or not b.initiator
    return same_initiator and (_keys(a.target) == _keys(b.target) or not a.target or not b.target)


def _keys(parties: tuple[Party, ...]) -> set[str]:
    return {p.referent or p.words.lower() for p in parties}
