"""The figures of a release as lines of text: a table, what was missed, what was wrong."""

from collections.abc import Iterator
from typing import Any

from eval.key import Row
from eval.released import Release
from eval.scorer import Scores

_QUOTED = 90
"""Code points of evidence shown in the lists; a line of a terminal holds about 160."""


def table(scores: Scores) -> Iterator[str]:
    """Give the figures, section by section.

    Args:
        scores: What the scorer counted.

    Yields:
        Lines without their ends.
    """
    for section in ("entities", "claims", "events"):
        yield section
        for name, value in scores.figures[section].items():
            yield f"  {name:24} {_flat(value)}"
    for section in ("disputes", "corroborations", "traps", "grounded"):
        yield f"{section:26} {_flat(scores.figures[section])}"


def misses(release: Release, scores: Scores) -> Iterator[str]:
    """Give the key's required items that the release lacks, and the released ones that answer nothing in the key.

    Args:
        release: The release scored.
        scores: What the scorer counted.

    Yields:
        A line for each, starting with MISSED or WRONG.
    """
    pairs = [*scores.claim_pairs, *scores.event_pairs]
    answered, answers = {id(gold) for _, gold in pairs}, {id(item) for item, _ in pairs}
    for gold in [*release.gold.key["claims"], *release.gold.key["events"]]:
        if id(gold) not in answered and not gold.get("optional"):
            yield f"MISSED {gold['document'][:20]:20} {_gist(gold)} | {gold['evidence'][:_QUOTED]}"
    for item in release.items:
        if id(item) not in answers:
            yield f"WRONG  {release.document_of(item)[:20]:20} {_gist(item, release)} | {item['evidence'][0]['quote'][:_QUOTED]}"


def _flat(value: Any) -> str:
    return " ".join(f"{name} {figure}" for name, figure in value.items()) if isinstance(value, dict) else str(value)


def _gist(item: Row, release: Release | None = None) -> str:
    """An item's code and arguments, with released entities by name."""
    slots = [item[slot] for slot in ("subject", "initiator", "object", "target", "value") if item.get(slot)]
    words = [_named(slot, release) for slot in slots]
    return " ".join([item.get("predicate") or item["type"], *words, str(item.get("when") or "")]).strip()


def _named(slot: Any, release: Release | None) -> str:
    if isinstance(slot, list):
        return ", ".join(_named(part, release) for part in slot)
    if isinstance(slot, str) and release is not None:
        return release.voice(slot)
    return _flat({k: v for k, v in slot.items() if v is not None}) if isinstance(slot, dict) else str(slot)
