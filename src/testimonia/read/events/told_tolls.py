"""Read the tolls that are given afterwards: each count of each voice is a report of its own, of the happening told before."""

from collections.abc import Iterator, Sequence

from testimonia.model.event import Figure
from testimonia.model.party import Party
from testimonia.read.events.event_slots import party_of
from testimonia.read.events.happenings import EventDraft, is_elsewhere
from testimonia.read.events.meant import ACCOUNTS, NEAR, AccountDraft, note_on
from testimonia.read.events.told import Told, nearest
from testimonia.read.events.toll_forms import Count, TollAccount, find_tolls
from testimonia.read.lexicon import any_of, words_of
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
        meant = _meant(scene, at)
        if (meant is None and not _in_a_war(scene, tree, at)) or _is_of_nature(scene, tree, meant):
            continue
        yield _draft(scene, tree, account, meant, "casualties" if counted is None or counted.toll is None else counted.toll)


def _meant(scene: Scene, at: int) -> Told | None:
    """Find the assault that a toll is of: the last one told that can have cost lives."""
    known = nearest(scene.told, before=at, reach=NEAR)
    return next(
        (
            t
            for t in known
            if (t.type == "ASSAULT" or t.mode == "raid") and t.status == "happened" and not t.recurrent and not t.account and not t.weak
        ),
        None,
    )


def _in_a_war(scene: Scene, tree: Tree, at: int) -> bool:
    """Say whether the paragraph speaks of a war or the like, whose dead can be counted without a single happening."""
    start = max(scene.text.rfind("\n", 0, at) + 1, at - NEAR)
    words = {word.strip('.,;:()"“”').lower() for word in scene.text[start : tree.sentence.end].split()}
    return bool(words & words_of("accounts", "wars"))


def _is_of_nature(scene: Scene, tree: Tree, meant: Told | None) -> bool:
    """Say whether a quake, a disease or an accident is told between the happening and its toll, or with the toll."""
    start = tree.sentence.start if meant is None else min(meant.end, tree.sentence.start)
    words = {word.strip('.,;:()"“”').lower() for word in scene.text[start : tree.sentence.end].split()}
    return bool(words & (words_of("accounts", "other_tolls") - {"toll", "strike-off", "road"}))


def _draft(scene: Scene, tree: Tree, account: TollAccount, meant: Told | None, before: str) -> EventDraft:
    start, end = account.span(tree)
    cue = tree.tokens[account.cue]
    if not account.later:
        start, end = min(start, cue.start), max(end, cue.end)
    of = tuple(None if c.of is None else _people(scene, tree, c) for c in account.counts)
    counted = tuple(p for p in of if p is not None)
    fallen = {p.referent for p in counted if p.referent is not None}
    by_others = any(word.rstrip("s") in words_of("accounts", "attackers") for p in counted for word in p.words.lower().split())
    victims = () if meant is None else tuple(p for p in meant.target if _are_people(scene, p))
    return AccountDraft(
        "ASSAULT",
        None if meant is None else meant.mode,
        start,
        max([end, *(p.end or 0 for p in counted)]),
        tree.tokens[account.at].start,
        _RULE,
        cue.text,
        initiator=() if meant is None or by_others else tuple(p for p in meant.initiator if p.referent is None or p.referent not in fallen),
        target=counted or victims,
        where=() if meant is None else meant.where,
        edtf=None if meant is None else meant.edtf,
        basis="derived",
        figures=tuple(
            Figure(before if c.what in (None, "casualties") else c.what, party, c.number.low, c.number.high)
            for c, party in zip(account.counts, of, strict=True)
        ),
        notes=note_on(scene, meant),
    )


def _are_people(scene: Scene, party: Party) -> bool:
    """Say whether a target is of people, who can be what a toll counts: civilians, not a market."""
    member = scene.cast.holder_of(party.referent)
    if member is not None:
        return member.cls != "place"
    words = {form for word in party.words.lower().split() for form in (word, word.removesuffix("s"))}
    known = any_of(("triggers", "person_nouns"), ("people", "members"), ("triggers", "victims"))
    return bool(words & known)


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
    taken = {d.at for d in drafts if d.rule.startswith(ACCOUNTS)}
    return [d for d in drafts if d.rule != _TOLL_NOUNS or d.part_of is not None or d.at not in taken]


RULES = (read_told_tolls,)
