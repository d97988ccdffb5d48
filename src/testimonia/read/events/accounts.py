"""Read what is told of a happening afterwards: who is accused of it, who denies it, who claims it.

Each account is an event report of its own, with its own voice: it takes type, place and time from the happening that it means
(`meant`), and says so by the basis of its time.
"""

from collections.abc import Iterator
from dataclasses import replace

from testimonia.model.event import Figure
from testimonia.model.party import Party
from testimonia.read.events.account_forms import Account, find_accounts
from testimonia.read.events.armed import is_animate, is_armed, is_natural
from testimonia.read.events.event_drafts import EventDraft, nearest
from testimonia.read.events.event_places import places_of
from testimonia.read.events.event_slots import doers, once
from testimonia.read.events.event_status import status_of
from testimonia.read.events.figures import number_of, numbers_in
from testimonia.read.events.happenings import is_elsewhere
from testimonia.read.events.meant import NEAR, happening_meant, named_here, note_on, sorts_of, type_told
from testimonia.read.events.tolls import is_assault_noun
from testimonia.read.lexicon import words_of
from testimonia.read.reference.scene import Scene
from testimonia.read.syntax import Tree
from testimonia.text.dates import StatedDate

_FOR_OTHERS = frozenset(["place", "government", "intergovernmental", "media", "civil_org"])
"""Kinds of those who deny what others are accused of: "Khartoum rejected the allegations" speaks for its forces."""


def read_accusations(scene: Scene, tree: Tree) -> Iterator[EventDraft]:
    """The text tells who is said to have done what was told before: "the army blamed X", "the raid was attributed to X"."""
    for account in find_accounts(tree):
        if account.kind != "accusation" or _is_no_happening(scene, tree, account):
            continue
        accused = _accused(scene, tree, account)
        draft = _draft(scene, tree, account, "accounts.read_accusations") if accused else None
        if draft is not None:
            yield replace(draft, initiator=accused, responsibility=accused if account.status == "happened" else ())


def read_denials(scene: Scene, tree: Tree) -> Iterator[EventDraft]:
    """The text tells who denies what was told before: "X denied any involvement", "X rejected the accusation"."""
    for account in find_accounts(tree):
        if account.kind != "denial" or _is_no_happening(scene, tree, account):
            continue
        draft = _draft(scene, tree, account, "accounts.read_denials")
        if draft is not None:
            yield replace(draft, initiator=_denied(scene, tree, account, draft))


def read_granted(scene: Scene, tree: Tree) -> Iterator[EventDraft]:
    """Who denies a part in a happening that the text itself names grants that it happened: "X denied involvement in the attack on Y"."""
    for account in find_accounts(tree):
        if account.kind != "denial" or not account.own or account.matter is None or _is_no_happening(scene, tree, account):
            continue
        own = named_here(scene, tree, account.matter)
        if own is not None and account.speaker is None:
            continue  # it stands in the same voice already
        if own is None and is_assault_noun(tree, account.matter):
            own = _by_words(scene, tree, account)
        cue, matter = tree.tokens[account.cue], tree.tokens[account.matter]
        told_of = any(tree.low[k] in ("the", "a", "an") for k in tree.children(account.matter, "det"))
        if own is None or not told_of or not (own.where or own.target) or happening_meant(scene, tree, account.matter, before=cue.start):
            continue  # "any attack" may be none; what was told before needs no second telling
        denying = {p.referent or p.words for p in doers(scene, tree, [*account.accused])}
        doing = tuple(p for p in own.initiator if (p.referent or p.words) not in denying)
        start, end = tree.nominal_extent(account.matter)
        at = cue.start if account.speaker is not None else matter.start  # outside of what the speaker denies
        told = replace(own, start=start, end=max(end, own.end), at=at, rule="accounts.read_granted", trigger=matter.text)
        yield replace(told, initiator=doing, responsibility=(), status="happened", granted=True, weak=False, part_of=None)


def read_claims(scene: Scene, tree: Tree) -> Iterator[EventDraft]:
    """The text tells who claims what was told before: "X claimed responsibility", "the attack was claimed by X"."""
    for account in find_accounts(tree):
        if account.kind != "claim" or _is_no_happening(scene, tree, account):
            continue
        claimant = _accused(scene, tree, account)
        draft = _draft(scene, tree, account, "accounts.read_claims") if claimant else None
        if draft is not None:
            yield replace(draft, initiator=claimant, responsibility=claimant)


def _is_no_happening(scene: Scene, tree: Tree, account: Account) -> bool:
    """Say whether the words are about a match, a film, or an act that no list of happenings knows: "blamed the coach for the defeat"."""
    if is_elsewhere(tree, account.cue):
        return True
    matter = account.matter
    if matter is None or tree.tokens[matter].text.lower() in words_of("accounts", "pronouns"):
        return False
    return scene.spot_at(tree, matter) is not None or not sorts_of(tree, matter) or status_of(tree, matter) not in ("happened", "denied")


def _draft(scene: Scene, tree: Tree, account: Account, rule: str) -> EventDraft | None:
    """Make the report of an account: of the happening that its own words name, or else of one told before."""
    at = tree.tokens[account.at].start
    figures = _counted(scene, tree, account.matter)
    own = named_here(scene, tree, account.matter)
    dated = _date_told(scene, tree, account.matter)
    names_it = own is not None and (own.where or own.target or dated is not None)
    meant = own if names_it or figures else happening_meant(scene, tree, account.matter, before=at)
    if names_it and own is not None and own.initiator and account.kind != "denial":
        return None  # another rule has read who did it
    if meant is None:
        meant = own or _by_words(scene, tree, account)
    if meant is None:
        return None
    if meant is own and dated is not None:
        meant = own = replace(meant, edtf=dated.edtf, basis=dated.basis)
    start, end = _passage(tree, account)
    cue = tree.tokens[account.cue]
    return EventDraft(
        meant.type,
        meant.mode,
        start,
        end,
        at,
        rule,
        cue.text,
        target=() if account.kind == "denial" and meant is not own and (meant.where or meant.edtf) else meant.target,
        where=meant.where,
        edtf=meant.edtf,
        basis=meant.basis if meant is own else "derived",
        figures=figures,
        status=account.status,
        notes=() if meant is own else note_on(scene, meant),
    )


def _passage(tree: Tree, account: Account) -> tuple[int, int]:
    """Give the words that carry an account: who speaks, the cue, who is accused with what tells who that is."""
    cue = tree.tokens[account.cue]
    heads = [*account.accused, *([] if account.speaker is None else [account.speaker])]
    spans = [account.span(tree), (cue.start, cue.end), *map(tree.nominal_extent, heads)]
    spans += [tree.extent(v) for k in account.accused for v in tree.children(k, "acl")]
    return min(a for a, _ in spans), max(b for _, b in spans)


def _by_words(scene: Scene, tree: Tree, account: Account) -> EventDraft | None:
    """Give the happening that the words of an account tell themselves, by a place, a date or a count."""
    if account.matter is None:
        return None
    where = places_of(scene, tree, account.matter)
    date = _date_told(scene, tree, account.matter)
    if not where and date is None and not _counted(scene, tree, account.matter):
        return None
    kind, mode = type_told(tree, account.matter)
    start, end = tree.extent(account.matter)
    noun = tree.tokens[account.matter]
    told = EventDraft(kind, mode, start, end, noun.start, "accounts", noun.text, where=where)
    return told if date is None else replace(told, edtf=date.edtf, basis=date.basis)


def _date_told(scene: Scene, tree: Tree, matter: int | None) -> StatedDate | None:
    """Give the date that stands with the noun of the happening itself: "the bombing of 3 May"."""
    if matter is None:
        return None
    end = tree.tokens[matter].end
    verbs = [t.start for t in tree.tokens if t.upos == "VERB" and t.start > end]
    return next((d for d in scene.dates if end < d.start < min([tree.sentence.end, *verbs])), None)


def _counted(scene: Scene, tree: Tree, matter: int | None) -> tuple[Figure, ...]:
    """Read the count of those whose death is laid at somebody's door: "responsible for 853 deaths"."""
    if matter is None or "killed" not in sorts_of(tree, matter):
        return ()
    heads = [matter] if tree.children(matter, "nummod") else [k for case, k in tree.obliques(matter) if case == "of"]
    for k in heads:
        number = number_of(tree, k, numbers_in(scene, tree))
        if number is not None:
            return (Figure("killed", None, number.low, number.high),)
    return ()


def _accused(scene: Scene, tree: Tree, account: Account) -> tuple[Party, ...]:
    """Give who is said to have done it: bodies, states, people; nothing for "the weather" or "poor planning"."""
    heads = [k for k in account.accused if _can_be_blamed(scene, tree, k)]
    found = doers(scene, tree, heads)
    for k in account.accused:
        if k not in heads and not is_natural(tree, [k]):
            # "positions held by X", "fighters' mortars": whoever holds them
            below = [a for v in tree.children(k, "acl") for a in tree.agents(v)]
            found += doers(scene, tree, [a for a in below if _can_be_blamed(scene, tree, a)])
    return once(found)


def _can_be_blamed(scene: Scene, tree: Tree, i: int) -> bool:
    if is_natural(tree, [i]) or tree.tokens[i].text.lower().endswith(("self", "selves")):
        return False
    if scene.spot_at(tree, i) is not None:
        return scene.member_at(tree, i, "named_event") is None
    if is_armed(scene, tree, i) or is_animate(scene, tree, i) or scene.organisation(tree, i) is not None:
        return True
    return tree.tokens[i].upos == "PRON" and any(p.referent is not None for p in doers(scene, tree, [i]))


def _denied(scene: Scene, tree: Tree, account: Account, draft: EventDraft) -> tuple[Party, ...]:
    """Give who is denied to have done it: who denies a part in it, or who was accused where it is the accusation that is rejected."""
    bodies = doers(scene, tree, [b for k in account.accused for b in _body_spoken_for(scene, tree, k)])
    own = once([p for p in bodies if not scene.is_person(p)])
    if not account.accused:
        return ()
    last = next((t for t in nearest(scene.told, before=draft.at, reach=NEAR) if t.initiator), None)
    accused = () if last is None or last.type != draft.type else last.initiator
    if account.own or not accused:
        return own
    if any(p.referent is not None and p.referent in {a.referent for a in accused} for p in own):
        return own
    speaks_for_itself = any(_kind(scene, p) not in _FOR_OTHERS for p in own if p.referent is not None)
    return own if speaks_for_itself else accused


def _kind(scene: Scene, party: Party) -> str | None:
    member = scene.cast.holder_of(party.referent)
    return None if member is None else ("place" if member.cls == "place" else member.kind)


def _body_spoken_for(scene: Scene, tree: Tree, i: int) -> list[int]:
    """Give for whom somebody speaks: the body of "X, a spokesman for the Y", "the Y spokesman"; a body speaks for itself."""
    if scene.spot_at(tree, i) is not None and scene.member_at(tree, i, "person") is None:
        return [i]
    for k in (i, *tree.children(i, "appos", "flat", "nmod:desc")):
        if tree.tokens[k].lemma.lower() not in words_of("people", "roles"):
            continue
        bodies = [m for case, m in tree.obliques(k) if case in ("for", "of")] + tree.children(k, "compound", "nmod:poss")
        spoken_for = [m for m in bodies if scene.organisation(tree, m) is not None]
        if spoken_for:
            return spoken_for[:1]
    return [] if scene.member_at(tree, i, "person") is not None else [i]


RULES = (read_accusations, read_denials, read_granted, read_claims)
