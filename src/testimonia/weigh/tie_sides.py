"""Who to whom: what the participants of two event reports say of their being one happening.

Two sides tell of one clash with the roles exchanged, and where nobody is called the aggressor both stand as initiators; so the roles are
also compared crosswise and together. Whom one author names in two reports are two bodies; whom two authors name may be two answers to the
question who did it.
"""

from collections.abc import Sequence
from functools import lru_cache

from testimonia.model.judgement import Feature
from testimonia.weigh import tie_weights as weights
from testimonia.weigh.accounts import Account, Somebody
from testimonia.weigh.event_words import event_words, sort_words, wider_sort

STATE = frozenset({"security"})
"""The sort of those who fight for a state; soldiers and police are within it."""
REMEMBERED = 1 << 16
"""Pairs of names and descriptions of which it is remembered whether they share a word."""
TOWN = "town"
"""The sort of a place as a party."""
KIN = 4
"""Letters that two words must begin with in common to be kin ("Mali", "Malian"), and at least three fifths of the longer one."""


def side_features(left: Account, right: Account) -> tuple[Feature, ...]:
    """Compare the participants of two reports.

    Args:
        left: A prepared report.
        right: Another.

    Returns:
        One feature a role, for the way of matching the roles that speaks most for one happening.
    """
    places = frozenset(word for body in (*left.where, *right.where) for word in body.words)
    apart = not left.is_of_one_voice_with(right)
    ways = [
        (
            *_role("initiator", left.initiator, right.initiator, places=places, apart=apart),
            *_role("target", left.target, right.target, places=places, apart=apart),
        )
    ]
    if _is_clash(left) or _is_clash(right):
        ways.append(_pooled((*left.initiator, *left.target), (*right.initiator, *right.target), places=places, apart=apart))
    elif apart and weights.score_of(ways[0]) <= 0:
        ways.append(_crossed(left, right, places=places))
    return max((way for number, way in enumerate(ways) if way or not number), key=weights.score_of)


def same_body(left: Somebody, right: Somebody) -> bool:
    """Say whether two participants or places are one entity.

    Args:
        left: A participant or place.
        right: Another.

    Returns:
        True if both are entities and the same one.
    """
    return left.entity is not None and left.entity == right.entity


def kin(left: Somebody, right: Somebody, *, without: frozenset[str] = frozenset()) -> bool:
    """Say whether two names or descriptions share a word, inflection aside.

    Args:
        left: A participant or place.
        right: Another.
        without: Words that count for nothing, such as those of the place when sides are compared.

    Returns:
        True if a word of one begins like a word of the other.
    """
    if not without:
        return _share_a_word(left.words, right.words)
    return _share_a_word(left.words - without, right.words - without)


def within(left: Somebody, right: Somebody) -> bool:
    """Say whether one name says no more than the other, inflection aside: "Mali" and "Malian army", "Jolo" and "Jolo town".

    Args:
        left: A participant or place.
        right: Another.

    Returns:
        True if every word of the shorter name begins like a word of the longer one.
    """
    return _is_within(left.words, right.words) if len(left.words) <= len(right.words) else _is_within(right.words, left.words)


def _is_clash(account: Account) -> bool:
    return len(account.initiator) > 1 and not account.target


def _role(role: str, left: Sequence[Somebody], right: Sequence[Somebody], *, places: frozenset[str], apart: bool) -> tuple[Feature, ...]:
    if not left or not right:
        return ()
    shared = list(dict.fromkeys(one.name for one in left for two in right if same_body(one, two)))
    if shared:
        weight = weights.SAME_SIDE + (weights.FURTHER_SIDE if len(shared) > 1 else 0.0)
        return (Feature(role, weight, f"the same {role} ({', '.join(shared)})"),)
    pairs = [_pair(role, one, two, places=places) for one in left for two in right]
    best = max(pairs, key=lambda feature: feature.weight)
    if best.weight <= weights.OTHER_BODY and apart and role == "initiator":
        return (_blamed(best),)
    if apart and role == "target" and best.weight == weights.OTHER_WORDS:  # who the dead were is what sources argue about
        return ()
    return (best,) if best.weight else ()


def _blamed(other: Feature) -> Feature:
    """Weigh another body as another answer to who did it."""
    return Feature(other.name, weights.OTHER_BLAMED, other.words)


def _pooled(left: Sequence[Somebody], right: Sequence[Somebody], *, places: frozenset[str], apart: bool) -> tuple[Feature, ...]:
    """Match each party of the shorter list with the one of the other that is most like it; the two best pairs count."""
    short, long = sorted((left, right), key=len)
    free, features = list(long), []
    for body in short:
        pairs = [(_pair("party", body, other, places=places), place) for place, other in enumerate(free)]
        if pairs:
            best, place = max(pairs, key=lambda pair: (pair[0].weight, -pair[1]))
            features.append(_blamed(best) if apart and best.weight <= weights.OTHER_BODY else best)
            if best.weight > 0:
                del free[place]
    return tuple(sorted((f for f in features if f.weight), key=lambda feature: -feature.weight)[:2])


def _crossed(left: Account, right: Account, *, places: frozenset[str]) -> tuple[Feature, ...]:
    """Compare the attacker in one with the attacked in the other; both pairs must speak for it."""
    if not all((left.initiator, left.target, right.initiator, right.target)):
        return ()
    one = _role("party", left.initiator, right.target, places=places, apart=False)
    two = _role("party", left.target, right.initiator, places=places, apart=False)
    features = (*one, *two)
    return features if len(features) > 1 and all(feature.weight > 0 for feature in features) else ()


def _pair(role: str, one: Somebody, two: Somebody, *, places: frozenset[str]) -> Feature:
    if same_body(one, two):
        return Feature(role, weights.SAME_SIDE, f"the same {role} ({one.name})")
    named = one.entity is not None and two.entity is not None
    akin = kin(one, two, without=sort_words() if TOWN in one.sorts & two.sorts else sort_words() | places)
    name = one.name if one.entity is not None else two.name
    if one.entity is two.entity and one.words and one.words == two.words:
        return Feature(role, weights.SAME_WORDS, f"{_a(role)} in the same words")
    if akin and (not named or within(one, two)):
        return Feature(role, weights.SIMILAR_SIDE, f"a similar {role} ({name})")
    if not named and one.nations and two.nations and not one.nations & two.nations:
        return Feature(role, weights.OTHER_SORT, f"{_a(role)} of another country")
    if TOWN in (one.sorts ^ two.sorts):  # a town and those who hold it or live in it
        return Feature(role, 0.0, "")
    if named and akin:  # names that share a word: two branches of one state, or two rivals
        forces = all(STATE & (body.sorts | {wider_sort(sort) for sort in body.sorts}) for body in (one, two))
        alike = one.words - sort_words() == two.words - sort_words()  # Malian army, Malian troops
        weight = 0.0 if not forces else weights.SAME_WORDS if alike else weights.SIMILAR_SIDE
        return Feature(role, weight, f"forces of one state ({one.name}; {two.name})")
    if named:
        return Feature(role, weights.OTHER_BODY, f"another {role} ({one.name}; {two.name})")
    return _sorts(role, one, two, name)


def _sorts(role: str, one: Somebody, two: Somebody, name: str) -> Feature:
    """Compare the sorts of people or places that the words stand for."""
    shared = one.sorts & two.sorts
    if shared - event_words("broad_sorts"):
        return Feature(role, weights.SIMILAR_SIDE, f"a similar {role} ({name})")
    wider = {wider_sort(sort) for sort in one.sorts} & two.sorts or {wider_sort(sort) for sort in two.sorts} & one.sorts
    if shared or wider:
        return Feature(role, weights.ONE_SORT, f"{_a(role)} of the same sort ({name})")
    if one.sorts and two.sorts:
        unlike = weights.OTHER_SORT if role == "initiator" or not _is_broad(one, two) else weights.OTHER_WORDS
        return Feature(role, unlike, f"another sort of {role}")
    if one.words and two.words and one.entity is two.entity:
        return Feature(role, weights.OTHER_WORDS, f"{_a(role)} in other words")
    return Feature(role, 0.0, "")


def _a(role: str) -> str:
    return f"an {role}" if role[0] in "aeiou" else f"a {role}"


def _is_broad(one: Somebody, two: Somebody) -> bool:
    return bool((one.sorts | two.sorts) & event_words("broad_sorts"))


@lru_cache(maxsize=REMEMBERED)
def _share_a_word(left: frozenset[str], right: frozenset[str]) -> bool:
    return any(_kin(one, two) for one in left for two in right)


@lru_cache(maxsize=REMEMBERED)
def _is_within(short: frozenset[str], long: frozenset[str]) -> bool:
    return bool(short) and all(any(_kin(one, two) for two in long) for one in short)


def _kin(one: str, two: str) -> bool:
    shared = next((place for place, (a, b) in enumerate(zip(one, two, strict=False)) if a != b), min(len(one), len(two)))
    return one == two or (shared >= KIN and 5 * shared >= 3 * max(len(one), len(two)))
