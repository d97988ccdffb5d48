"""What agrees with what: dates, ranges, and which released item answers which item of the key."""

import re
from collections.abc import Callable, Sequence
from typing import Any, TypedDict

from eval.key import Row

Pairs = list[tuple[Row, Row]]
"""A released item and the item of the key that it answers."""


class Ratio(TypedDict):
    """Precision, recall and F1 to three places, and the counts behind them."""

    p: float
    r: float
    f1: float
    right: int
    system: int
    gold: int


def ratio(right: int, *, system: int, gold: int) -> Ratio:
    """Return precision, recall and their harmonic mean.

    Args:
        right: How many items were right.
        system: How many the release has.
        gold: How many the key has.

    Returns:
        The figures, rounded to three places; 0.0 where nothing could be right.

    Example:
        >>> ratio(1, system=2, gold=4)["f1"]
        0.333
    """
    p = right / system if system else 0.0
    r = right / gold if gold else 0.0
    f1 = 2 * p * r / (p + r) if p + r else 0.0
    return {"p": round(p, 3), "r": round(r, 3), "f1": round(f1, 3), "right": right, "system": system, "gold": gold}


def same_when(when: str | None, target: Row, *, exact: bool = False) -> bool:
    """Say whether a date is the one that the key has, or one of those that it also accepts.

    Args:
        when: EDTF of the release, None where none is stated.
        target: The key's item, with `when` and perhaps `when_alt`.
        exact: Compare the whole expression (marks of uncertainty and open ends aside), not the first year alone.

    Returns:
        True if they agree; two absent dates do.

    Example:
        >>> same_when("1969-12", {"when": "1969"}), same_when("1969-12", {"when": "1969"}, exact=True)
        (True, False)
    """
    accepted = [target.get("when"), *target.get("when_alt", [])]
    return any(_same_date(when, other, exact=exact) for other in accepted)


def same_range(mine: Row | None, theirs: Row | None) -> bool:
    """Say whether two ranges have the same ends, give or take one.

    Args:
        mine: `low` and `high` of the release.
        theirs: Those of the key.

    Returns:
        True if both ends agree; an end that is not stated agrees only with one that is not stated either.
    """
    mine, theirs = mine or {}, theirs or {}
    return all(_same_bound(mine.get(end), theirs.get(end)) for end in ("low", "high"))


def pair_up(
    system: Sequence[Row],
    targets: Sequence[Row],
    *,
    matches: Callable[[Row, Row], bool],
    weight: Callable[[Row, Row], float],
) -> Pairs:
    """Pair released items with the key's, one to one, the best pairs first.

    Args:
        system: Items of the release.
        targets: Items of the key.
        matches: Whether a pair may be formed at all.
        weight: How good the pair is; higher first, later items first among equals.

    Returns:
        The pairs, best first; each item is in one pair at most.
    """
    possible = sorted(((weight(s, g), i, j) for i, s in enumerate(system) for j, g in enumerate(targets) if matches(s, g)), reverse=True)
    taken_system: set[int] = set()
    taken_gold: set[int] = set()
    pairs: Pairs = []
    for _, i, j in possible:
        if i not in taken_system and j not in taken_gold:
            taken_system.add(i)
            taken_gold.add(j)
            pairs.append((system[i], targets[j]))
    return pairs


def count(system: Sequence[Row], targets: Sequence[Row], pairs: Pairs, *, keep: Callable[[Row], bool] = lambda _: True) -> Ratio:
    """Count pairs; the key's optional items cost nothing when missed and nothing when found.

    Args:
        system: Items of the release.
        targets: Items of the key.
        pairs: Who answers whom.
        keep: Which items count at all, asked of both sides.

    Returns:
        Precision and recall over the items that count.
    """
    right = sum(keep(g) and not g.get("optional") for _, g in pairs)
    free = sum(bool(keep(s) and g.get("optional")) for s, g in pairs)
    return ratio(right, system=sum(map(keep, system)) - free, gold=sum(keep(g) and not g.get("optional") for g in targets))


def _same_date(a: str | None, b: str | None, *, exact: bool) -> bool:
    if not a or not b:
        return not a and not b
    return _bare(a) == _bare(b) if exact else _year(a) == _year(b)


def _bare(edtf: str) -> str:
    return re.sub(r"[~?%]", "", edtf).replace("..", "")


def _year(edtf: str) -> str | None:
    found = re.match(r"-?(\d{4})", edtf)
    return found.group(1) if found else None


def _same_bound(a: Any, b: Any) -> bool:
    if a is None or b is None:
        return a is None and b is None
    return bool(abs(a - b) <= 1)
