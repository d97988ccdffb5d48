"""What weighing would find in a large synthetic knowledge base, written as rows: it is known from how it was made."""

import json
from collections.abc import Iterable, Sequence

from bench.scale_world import Fact, Happening

from testimonia.codebook.phrases import claim_in_words
from testimonia.model.identifiers import identify

Rows = dict[str, list[tuple[object, ...]]]
_BY_YEAR = ("founded", "dissolved")


class FoundRows:
    """Adds events, corroborations and disputes, numbered as they come."""

    def __init__(self) -> None:
        """Begin to number."""
        self._position = 0

    def add(self, told: Sequence[Fact | Happening], rows: Rows) -> None:
        """Find what agrees and clashes in one community.

        Args:
            told: Facts and happenings, each once, with the claims and reports that tell them.
            rows: Rows by table, which are added to.
        """
        facts = [item for item in told if isinstance(item, Fact)]
        for fact in facts:
            self._agree(fact, rows)
        for fact in facts:
            if fact.denies is not None and fact.denies.said:
                phrase = _phrase(fact.denies)
                self._dispute(f"whether {phrase}", "affirmed_and_denied", [("affirmed", fact.denies), ("denied", fact)], rows)
        for (_, subject), same in _grouped(facts).items():
            if len(same) > 1:
                about = f"when {_phrase(same[0])}" if same[0].edtf and same[0].predicate in _BY_YEAR else f"the strength of {subject}"
                rule = "exclusive_date" if same[0].predicate in _BY_YEAR else "strengths_apart"
                self._dispute(about, rule, [(fact.edtf or "undated", fact) for fact in same], rows)
        for item in told:
            if isinstance(item, Happening) and item.said:
                self._event(item, rows)

    def _agree(self, fact: Fact, rows: Rows) -> None:
        if len(fact.said) < 2:
            return
        claims = [said.split()[0] for said in fact.said]
        about, witnesses = _phrase(fact), len({said.split()[1] for said in fact.said})
        why = f"{len(claims)} claims agree; {witnesses} of them have different publishers and share no text, no voice and no side."
        stances = json.dumps([["asserted", len(claims)]])
        row = {"id": identify("k", about, sorted(claims)), "position": self._next(), "about": about, "claims": json.dumps(claims)}
        rest = {"independent": int(witnesses > 1), "witnesses": witnesses, "why": why, "stances": stances, "agreed": "[]"}
        rows["corroborations"].append(tuple((row | rest).values()))

    def _dispute(self, about: str, rule: str, sides: Iterable[tuple[str, Fact]], rows: Rows) -> None:
        positions = [
            {"holds": holds, "claims": [said.split()[0] for said in fact.said], "witnesses": len({said.split()[1] for said in fact.said})}
            for holds, fact in sides
            if fact.said
        ]
        if len(positions) < 2:
            return
        claims = sorted(claim for position in positions for claim in position["claims"])  # type: ignore[attr-defined]
        why = f"What is said of {about} cannot all hold: {' against '.join(str(position['holds']) for position in positions)}."
        row = (identify("x", rule, claims), self._next(), about, json.dumps(positions, ensure_ascii=False), why, rule, "definite")
        rows["disputes"].append(row)

    def _event(self, told: Happening, rows: Rows) -> None:
        reports = list(dict.fromkeys(key for key, _ in told.said))
        figures = sorted((killed, key) for key, killed in told.said if killed is not None)
        tolls = []
        if figures:
            low, high, best = figures[0], figures[-1], figures[len(figures) // 2]
            bounds = {name: {"value": one[0], "reports": [one[1]]} for name, one in (("low", low), ("best", best), ("high", high))}
            tolls = [{"what": "killed", "of": None, **bounds}]
        why = f"{len(reports)} reports share the day, the place and both sides; score 6, where 5 suffices."
        row = (identify("ev", *sorted(reports)), self._next(), told.type, json.dumps(reports), why, json.dumps(tolls))
        rows["events"].append(row)

    def _next(self) -> int:
        self._position += 1
        return self._position


def _grouped(facts: Sequence[Fact]) -> dict[tuple[str, str], list[Fact]]:
    """Put together what is said of one beginning or end, and of the strength of one actor in one year, where it differs."""
    groups: dict[tuple[str, str], dict[str, Fact]] = {}
    for fact in facts:
        if fact.denies is None and fact.said and (fact.predicate in _BY_YEAR or (fact.predicate == "strength" and fact.edtf)):
            key = fact.predicate if fact.predicate in _BY_YEAR else f"strength {str(fact.edtf)[:4]}"
            groups.setdefault((key, fact.subject.name), {}).setdefault(str(fact.edtf if fact.predicate in _BY_YEAR else fact.value), fact)
    return {key: list(same.values()) for key, same in groups.items()}


def _phrase(fact: Fact) -> str:
    target = None if fact.object is None else fact.object.name
    return claim_in_words(fact.predicate, subject=fact.subject.name, target=target, value=fact.value, denied=fact.denies is not None)
