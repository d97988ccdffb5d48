"""MUC-4, development part (TST1 and TST2): roles, whose word an accusation is, and the stage of incidents.

`python -m eval.muc4 [--misses] [--train]`. 200 news texts of 1988 to 1990, wholly in capitals, with templates of incidents. The corpus is
for measuring only and no part of this repository. Three figures:

- Roles: CEAF-REE in the document-level form of Du et al. 2021 (`muc4_key`). Predicted entities are aligned one to one with those of the
  key so that as many as possible are right; one is right if all its mention strings are among those of the key's entity. Precision is
  over predicted, recall over the key's entities, both summed over roles. The figures of others are on TST3 and TST4.
- Organisation confidence: where an organisation of the key is found as perpetrator, whether our chain of voices and stance give the
  key's word for whose word that is; either of several in the key is right.
- Stage of execution: of incidents that a report matches, whether it was done, tried or threatened.

The mapping from event reports to incidents is in `muc4_roles`.
"""

import argparse
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain

from eval.muc4_key import ROLES, Accused, Entity, Incident, KeyedText, Role, entities_of, load_texts, to_document
from eval.muc4_roles import Told, entities_told, names_of, told_incidents
from eval.muc4_voice import confidence_of, stage_of
from eval.row import DataMissingError, Row, shared

from testimonia.model.reading import Reading
from testimonia.pipeline import read

DATA = "MUC-4 TST1+TST2"
REACH_ROLES = 0.42
ABOVE_MAJORITY = 0.10
OTHERS = "dictionary of training fillers 0.339, GRIT 0.545, TempGen 0.578 (all on TST3+TST4)"
FACT = "REPORTED AS FACT"
DONE = "ACCOMPLISHED"
_DEVELOPMENT = ("muc4.dev_tst1.jsonl", "muc4.dev_tst2.jsonl")
_TRAINING = ("muc4.train.jsonl",)


@dataclass(frozen=True, slots=True)
class Aligned:
    """Entities right, predicted and in the key, for one role."""

    right: int = 0
    predicted: int = 0
    keyed: int = 0

    def plus(self, other: "Aligned") -> "Aligned":
        """Add the counts of another text or role.

        Args:
            other: Its counts.

        Returns:
            The sums.
        """
        return Aligned(self.right + other.right, self.predicted + other.predicted, self.keyed + other.keyed)

    @property
    def precision(self) -> float:
        """Share of the predicted that are right; 0 where nothing was predicted."""
        return self.right / self.predicted if self.predicted else 0.0

    @property
    def recall(self) -> float:
        """Share of the key that is found; 0 for an empty key."""
        return self.right / self.keyed if self.keyed else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        both = self.predicted + self.keyed
        return 2 * self.right / both if both else 0.0


@dataclass(slots=True)
class Tally:
    """Everything counted over a set of texts."""

    roles: dict[Role, Aligned] = field(default_factory=lambda: dict.fromkeys(ROLES, Aligned()))
    described: Aligned = field(default_factory=Aligned)
    confidence: list[tuple[str, Accused, str]] = field(default_factory=list)
    accused: int = 0
    stages: list[tuple[str, frozenset[str], str]] = field(default_factory=list)
    incidents: int = 0
    missed: Counter[tuple[str, str]] = field(default_factory=Counter)
    spurious: Counter[tuple[str, str]] = field(default_factory=Counter)

    @property
    def together(self) -> Aligned:
        """Sum the roles."""
        total = Aligned()
        for counts in self.roles.values():
            total = total.plus(counts)
        return total


def measure() -> tuple[Row, ...]:
    """Read the development part and compare with its key.

    Returns:
        Rows for roles, organisation confidence and stage.

    Raises:
        DataMissingError: The corpus is not beside the repository.
    """
    return rows_of(tally_texts((item, read(to_document(item))) for item in _texts(_DEVELOPMENT)))


def rows_of(tally: Tally) -> tuple[Row, ...]:
    """Write the figures of a tally as rows.

    Args:
        tally: What was counted.

    Returns:
        Roles together and each, with described victims, then confidence and stage.
    """
    whole, sure, stage = tally.together, _right_confidence(tally), _right_stage(tally)
    fact = sum(FACT in accused.confidences for _, accused, _ in tally.confidence)
    done = sum(DONE in stages for _, stages, _ in tally.stages)
    found, matched = len(tally.confidence), len(tally.stages)
    rows = [Row(DATA, "five roles, CEAF-REE F1", whole.f1, whole.keyed, OTHERS, REACH_ROLES, _detail(whole))]
    rows += [Row(DATA, f"{role} F1", counts.f1, counts.keyed, note=_detail(counts)) for role, counts in tally.roles.items()]
    rows.append(
        Row(DATA, "Victim F1 with victims described only", tally.described.f1, tally.described.keyed, note=_detail(tally.described))
    )
    majority = fact / found if found else 0.0
    rows.append(
        Row(
            DATA,
            "organisation confidence where found",
            sure / found if found else 0.0,
            found,
            f"always {FACT}: {majority:.3f}",
            majority + ABOVE_MAJORITY,
            f"{found} of {tally.accused} found",
        )
    )
    always = done / matched if matched else 0.0
    share = stage / matched if matched else 0.0
    rows.append(
        Row(DATA, "stage of execution", share, matched, f"always {DONE}: {always:.3f}", note=f"{matched} of {tally.incidents} matched")
    )
    return tuple(rows)


def _detail(counts: Aligned) -> str:
    return f"P {counts.precision:.3f}, R {counts.recall:.3f}"


def _right_confidence(tally: Tally) -> int:
    return sum(answer in accused.confidences for _, accused, answer in tally.confidence)


def _right_stage(tally: Tally) -> int:
    return sum(answer in stages for _, stages, answer in tally.stages)


def tally_texts(readings: Iterable[tuple[KeyedText, Reading]]) -> Tally:
    """Compare readings with their keys.

    Args:
        readings: Texts, each with what was read from it.

    Returns:
        The counts.
    """
    tally = Tally()
    for item, reading in readings:
        told = told_incidents(reading, item.text)
        _tally_roles(item, told, tally)
        for incident in item.incidents:
            matching = [one for one in told if _matches(one, incident)]
            tally.incidents += 1
            if matching:
                tally.stages.append((item.name, incident.stages, stage_of(matching)))
            for accused in incident.accused:
                tally.accused += 1
                blamed = _blaming(accused, reading, matching) or _blaming(accused, reading, told)
                if blamed:
                    tally.confidence.append((item.name, accused, confidence_of(blamed, accused, reading)))
    return tally


def _blaming(accused: Accused, reading: Reading, told: Sequence[Told]) -> list[Told]:
    """List the reports that name an organisation of the key as perpetrator."""
    referents = {r.id for r in reading.referents if r.cls == "org" and names_of(r) & accused.mentions}
    return [
        one
        for one in told
        if any(p.referent in referents for p in (*one.report.initiator, *one.report.responsibility))
        or any(entity & accused.mentions for entity in one.fillers["PerpOrg"])
    ]


def _matches(told: Told, incident: Incident) -> bool:
    """Say whether a report is of an incident of the key: they share a victim or a thing; a perpetrator alone is not enough."""
    suffered = {string for entity in (*told.fillers["Target"], *told.fillers["Victim"], *told.described) for string in entity}
    return any(suffered & entity for entity in (*incident.fillers["Target"], *incident.fillers["Victim"], *incident.described))


def _tally_roles(item: KeyedText, told: list[Told], tally: Tally) -> None:
    keyed, predicted = entities_of(item.incidents), entities_told(told)
    for role in ROLES:
        pairs = align(predicted[role], keyed[role])
        tally.roles[role] = tally.roles[role].plus(Aligned(len(pairs), len(predicted[role]), len(keyed[role])))
        tally.missed.update((role, _shown(e)) for n, e in enumerate(keyed[role]) if n not in pairs.values())
        tally.spurious.update((role, _shown(e)) for n, e in enumerate(predicted[role]) if n not in pairs)
    ours, theirs = entities_told(told, described=True)["Victim"], entities_of(item.incidents, described=True)["Victim"]
    tally.described = tally.described.plus(Aligned(len(align(ours, theirs)), len(ours), len(theirs)))


def _shown(entity: Entity) -> str:
    return " / ".join(sorted(entity, key=len))


def align(predicted: Sequence[Entity], keyed: Sequence[Entity]) -> dict[int, int]:
    """Align predicted entities one to one with those of the key so that as many as possible are right.

    Args:
        predicted: Entities as sets of mention strings.
        keyed: The key's entities.

    Returns:
        Place of each right entity to the place of the key's entity that it is.

    Example:
        >>> align([frozenset({"front"})], [frozenset({"army"}), frozenset({"front", "people's front"})])
        {0: 1}
    """
    taken: dict[int, int] = {}
    for place in range(len(predicted)):
        _augment(place, predicted, keyed, taken, set())
    return {ours: theirs for theirs, ours in sorted(taken.items(), key=lambda pair: pair[1])}


def _augment(place: int, predicted: Sequence[Entity], keyed: Sequence[Entity], taken: dict[int, int], tried: set[int]) -> bool:
    """Find an entity of the key for a predicted one, moving earlier ones where they have another choice."""
    for at, entity in enumerate(keyed):
        if at not in tried and predicted[place] <= entity:
            tried.add(at)
            if at not in taken or _augment(taken[at], predicted, keyed, taken, tried):
                taken[at] = place
                return True
    return False


def _texts(files: Sequence[str]) -> Iterator[KeyedText]:
    return chain.from_iterable(load_texts(shared("data", "muc4", name)) for name in files)


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the figures and on request what was wrong.

    Args:
        arguments: Those of the command line; None for the process's own.

    Returns:
        The exit code: 0 measured or nothing to measure.
    """
    parser = argparse.ArgumentParser(prog="python -m eval.muc4", description="Measure roles, confidence and stage on MUC-4.")
    parser.add_argument("--misses", action="store_true", help="list what was missed, what was too much, and wrong answers")
    parser.add_argument("--train", action="store_true", help="measure the training part, whose misses may be looked at")
    options = parser.parse_args(arguments)
    try:
        files = _TRAINING if options.train else _DEVELOPMENT
        tally = tally_texts((item, read(to_document(item))) for item in _texts(files))
    except DataMissingError as error:
        print(f"muc4: not measured. {error}")
        return 0
    for line in told_lines(tally, misses=options.misses):
        print(line)
    return 0


def told_lines(tally: Tally, *, misses: bool) -> Iterator[str]:
    """Put a tally into lines.

    Args:
        tally: What was counted.
        misses: Whether to list what was wrong.

    Yields:
        Lines to print.
    """
    for row in rows_of(tally):
        yield f"{row.metric:40} {row.value:.3f} of {row.of:4} {row.note} {row.others}".rstrip()
    if misses:
        confused = Counter((" or ".join(sorted(a.confidences)), answer) for _, a, answer in tally.confidence)
        stages = Counter((" or ".join(sorted(s)), answer) for _, s, answer in tally.stages)
        yield from (
            f"  {name}: {count} x {pair}" for name, c in (("confidence", confused), ("stage", stages)) for pair, count in c.most_common()
        )
        for name, counter in (("missed", tally.missed), ("too much", tally.spurious)):
            yield from (f"  {name}: {role}: {words} ({count})" for (role, words), count in counter.most_common())


if __name__ == "__main__":
    sys.exit(main())
