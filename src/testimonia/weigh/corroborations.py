"""Corroborations: claims that agree, and whether anybody independent stands behind them.

1. Claims with one predicate, subject, and object or value are blocked together (`assertions.by_key`); denials agree with denials only.
2. A block is parted by what must be compatible: days for every predicate, figures for a strength.
3. A group of claims from at least two documents or two voices is a corroboration; a voice that repeats itself in one document is none.

It does not say that what is agreed is true.
"""

from collections.abc import Iterable, Sequence

from testimonia.codebook.phrases import value_in_words
from testimonia.model.finding import Agreed, Corroboration
from testimonia.model.kinds import PREDICATES
from testimonia.model.knowledge import Knowledge
from testimonia.weigh.agreement import agreed_figure, agreed_time, stances_of
from testimonia.weigh.assertions import Assertion, by_key
from testimonia.weigh.independence import Witness, Witnesses, count_independent, explain
from testimonia.weigh.times import Span, meet, stab, window_of
from testimonia.weigh.wording import listed, phrase_of, time_in_words

DATED_FACTS = ("founded", "dissolved")
"""Predicates whose date is what they tell: without one they agree on nothing but a founder, and a wide date agrees with every day
inside."""

OPEN_HIGH = 10**12
"""Above any strength of any body: an upper bound that nobody stated."""


def corroborations_of(knowledge: Knowledge, assertions: Sequence[Assertion], *, witnesses: Witnesses) -> tuple[Corroboration, ...]:
    """Group claims that agree.

    Args:
        knowledge: What is known, for names.
        assertions: Its prepared claims.
        witnesses: The witnesses of the same knowledge.

    Returns:
        Corroborations, sorted by what they are about and then by id; empty if nobody agrees with anybody.
    """
    found: dict[str, Corroboration] = {}
    for block in by_key(assertions, predicates=PREDICATES).values():
        for polarity in (False, True):
            for group in _agreeing([made for made in block if made.negated is polarity]):
                if len({(made.claim.document, made.voice) for made in group}) > 1:
                    made = corroboration_of(knowledge, group, witnesses=witnesses)
                    found.setdefault(made.id, made)
    return tuple(sorted(found.values(), key=lambda made: (made.about, made.id)))


def _agreeing(block: list[Assertion]) -> Iterable[list[Assertion]]:
    if not block:
        return
    if block[0].claim.predicate in DATED_FACTS:
        yield from _on_a_date(block)
    elif block[0].claim.predicate == "strength":
        for unit in dict.fromkeys(_unit(made) for made in block):
            same = {made.id: made for made in block if _unit(made) == unit and _figures(made) is not None}
            for ids in stab({key: _figures(made) or (0, 0) for key, made in same.items()}):
                yield from _at_one_time([same[key] for key in ids])
    else:
        yield from _at_one_time(block)


def _on_a_date(block: list[Assertion]) -> Iterable[list[Assertion]]:
    """Group dated facts around each day that some of them share; a wide date stands in every group that it allows."""
    dated = {made.id: made for made in block if made.span is not None}
    spans = {key: window for key, made in dated.items() if (window := window_of(made.claim.when)) is not None}
    for ids in stab(spans):
        day = min(spans[key][1] for key in ids)
        yield [made for key, made in dated.items() if meet(spans[key], (day, day))]


def _at_one_time(block: list[Assertion]) -> Iterable[list[Assertion]]:
    """Part claims that hold at times without a common day; undated ones join the largest group."""
    spans: dict[str, Span] = {made.id: made.span for made in block if made.span is not None}
    groups = stab(spans) or [[]]
    largest = max(range(len(groups)), key=lambda number: len(groups[number]))
    number_of = {key: number for number, ids in enumerate(groups) for key in ids}
    parts: list[list[Assertion]] = [[] for _ in groups]
    for made in block:
        parts[number_of.get(made.id, largest)].append(made)
    yield from parts


def corroboration_of(knowledge: Knowledge, group: Sequence[Assertion], *, witnesses: Witnesses) -> Corroboration:
    """Say what a group of claims agrees on, and how many independent witnesses stand behind it.

    Args:
        knowledge: What is known, for names.
        group: Claims that agree.
        witnesses: The witnesses of the same knowledge.

    Returns:
        The corroboration.
    """
    behind: list[Witness] = [witnesses.of(made.claim.document, made.claim.attribution, when=made.claim.when) for made in group]
    count = count_independent(behind)
    documents = len({made.claim.document for made in group})
    agreed = tuple(_agreed(group))
    told = f"{len(group)} claims in {documents} document{'s' if documents > 1 else ''} agree{_on_what(group, agreed)}"
    about = f"{'denied: ' if group[0].negated else ''}{phrase_of(knowledge, group[0])}{_time(group)}"
    return Corroboration(
        about,
        tuple(made.id for made in group),
        count > 1,
        count,
        f"{told}; {explain(behind)}",
        stances_of(made.claim.attribution for made in group),
        agreed,
    )


def _agreed(group: Sequence[Assertion]) -> Iterable[Agreed]:
    """Yield the figure and the time that all claims of a group state."""
    values = [made.claim.value for made in group if made.claim.value is not None]
    figure = agreed_figure(values) if group[0].claim.predicate == "strength" else None
    time = agreed_time([made.claim.when for made in group])
    return filter(None, (figure, time))


def _on_what(group: Sequence[Assertion], agreed: tuple[Agreed, ...]) -> str:
    """Say what exactly is agreed, and in which words, where the claims state a date or a figure."""
    said = " and ".join(one.words for one in agreed)
    on = f" on {said}" if said else ""
    if group[0].claim.predicate in DATED_FACTS:
        return f"{on} ({listed([time_in_words(made.claim.when) for made in group])})"
    if group[0].claim.predicate == "strength":
        return f"{on} ({listed([value_in_words(made.claim.value) for made in group])})"
    return on


def _time(group: Sequence[Assertion]) -> str:
    if group[0].claim.predicate not in DATED_FACTS:
        return ""
    narrowest = min((made for made in group if made.span is not None), key=lambda made: made.span[1] - made.span[0] if made.span else 0)
    return f" ({time_in_words(narrowest.claim.when)})"


def _unit(made: Assertion) -> str | None:
    return None if made.claim.value is None else made.claim.value.unit


def _figures(made: Assertion) -> Span | None:
    value = made.claim.value
    if value is None or (value.low is None and value.high is None):
        return None
    return (value.low or 0, OPEN_HIGH if value.high is None else value.high)
