"""Read the tolls that are given afterwards: each count of each voice is a report of its own, of the happening told before."""

from collections.abc import Iterator, Sequence

from testimonia.model.event import Figure
from testimonia.model.party import Party
from testimonia.read.events.event_drafts import EventDraft, nearest
from testimonia.read.events.event_slots import once, party_of
from testimonia.read.events.figures import parts_counted
from testimonia.read.events.happenings import is_elsewhere
from testimonia.read.events.meant import NEAR, note_on
from testimonia.read.events.toll_forms import Count, TollAccount, find_tolls
from testimonia.read.lexicon import words_of
from testimonia.read.reference.scene import Scene
from testimonia.read.syntax import Tree

_RULE = "told_tolls.read_told_tolls"
_JUST_BEFORE = 400
"""Code points within which a bare number counts what was counted before it: the same or the last sentence."""
_TOLL_NOUNS = "toll_phrases.read_tolls"


def read_told_tolls(scene: Scene, tree: Tree) -> Iterator[EventDraft]:
    """The text gives the toll of what was told before: "registered nine dead", "raised the toll to 35", "the dead included 18 soldiers"."""
    for account in find_tolls(scene, tree):
        at = tree.tokens[account.at].start
        if is_elsewhere(tree, account.cue) or any(t.at == at and (t.part_of is not None or t.where) for t in scene.told):
            continue  # it belongs to an event of this sentence
        counted = next((t for t in nearest(scene.told, before=at, reach=_JUST_BEFORE) if t.toll is not None), None)
        needs = account.bare or any(c.what is None for c in account.counts)
        if needs and counted is None:
            continue
        meant = None if account.of_war else _meant(scene, at)
        if (meant is None and not account.of_war and not _in_a_war(scene, tree, at)) or _is_of_nature(scene, tree, meant):
            continue
        yield _draft(scene, tree, account, meant, "casualties" if counted is None or counted.toll is None else counted.toll)


def _meant(scene: Scene, at: int) -> EventDraft | None:
    """Find the assault that a toll is of: the last one told that can have cost lives."""
    known = nearest(scene.told, before=at, reach=NEAR)
    return next(
        (
            t
            for t in known
            if (t.type == "ASSAULT" or t.mode == "raid") and t.status == "happened" and not t.recurrent and not t.is_account and not t.weak
        ),
        None,
    )


def _in_a_war(scene: Scene, tree: Tree, at: int) -> bool:
    """Say whether the paragraph speaks of a war or the like, whose dead can be counted without a single happening."""
    start = max(scene.text.rfind("\n", 0, at) + 1, at - NEAR)
    words = {word.strip('.,;:()"“”').lower() for word in scene.text[start : tree.sentence.end].split()}
    return bool(words & words_of("accounts", "wars"))


def _is_of_nature(scene: Scene, tree: Tree, meant: EventDraft | None) -> bool:
    """Say whether a quake, a disease or an accident is told between the happening and its toll, or with the toll."""
    start = tree.sentence.start if meant is None else min(meant.end, tree.sentence.start)
    words = {word.strip('.,;:()"“”').lower() for word in scene.text[start : tree.sentence.end].split()}
    return bool(words & (words_of("accounts", "other_tolls") - {"toll", "strike-off", "road"}))


def _draft(scene: Scene, tree: Tree, account: TollAccount, meant: EventDraft | None, before: str) -> EventDraft:
    start, end = account.span(tree)
    cue = tree.tokens[account.cue]
    if not account.later:
        start, end = min(start, cue.start), max(end, cue.end)
    of = tuple(None if c.of is None else _people(scene, tree, c) for c in account.counts)
    counted = tuple(p for p in of if p is not None)
    figures = tuple(
        Figure(before if c.what in (None, "casualties") else c.what, party, c.number.low, c.number.high)
        for c, party in zip(account.counts, of, strict=True)
    )
    return EventDraft(
        "ASSAULT",
        None if meant is None else meant.mode,
        start,
        max([end, *(p.end or 0 for p in counted)]),
        tree.tokens[account.at].start,
        _RULE,
        cue.text,
        target=once(counted),
        where=() if meant is None else meant.where,
        edtf=None if meant is None else meant.edtf,
        basis="derived",
        figures=(*figures, *parts_counted(scene, tree, account.at, what=figures[0].what)),
        notes=note_on(scene, meant),
    )


def _people(scene: Scene, tree: Tree, count: Count) -> Party | None:
    """Give whom a count is of, without the number."""
    if count.of is None:
        return None
    party = party_of(scene, tree, count.of)
    if party.referent is not None or party.start is None or party.end is None or not party.start <= count.number.end <= party.end:
        return party
    rest = scene.text[count.number.end : party.end]
    start = count.number.end + len(rest) - len(rest.lstrip())
    return Party(" ".join(rest.split()), None, "words", start, party.end) if any(c.isalpha() for c in rest) else None


def without_doubles(drafts: Sequence[EventDraft]) -> list[EventDraft]:
    """Leave out the tolls without a happening that an account tells with one.

    Args:
        drafts: What the rules propose about one sentence.

    Returns:
        The drafts without those whose toll noun an account has taken up.
    """
    taken = {d.at for d in drafts if d.is_account}
    return [d for d in drafts if d.rule != _TOLL_NOUNS or d.part_of is not None or d.at not in taken]


RULES = (read_told_tolls,)
