"""Say what in a record breaks the codebook.

The type checker keeps codes closed in our own code; these checks keep them closed for every other hand: a coder's file, another reader, a
record read back from a store. They look at form only and never at whether a claim is true.
"""

import re
from collections.abc import Iterable, Mapping
from functools import cache

from testimonia.codebook.load import Codebook, PredicateRule, load_codebook
from testimonia.codebook.words import load_words
from testimonia.model.claim import Attribution, Claim
from testimonia.model.event import EventReport, Figure
from testimonia.model.evidence import Evidence
from testimonia.model.kinds import EntityClass


def check_claim(claim: Claim, *, classes: Mapping[str, EntityClass] | None = None) -> list[str]:
    """List what in a claim breaks the codebook.

    Args:
        claim: The claim, as proposed.
        classes: The class of each referent by its id, to check who can be subject and object; None leaves that unchecked.

    Returns:
        One sentence for each breach, each naming the field; empty where the claim follows the codebook.
    """
    codebook = load_codebook()
    rule = codebook.predicates.get(claim.predicate)
    if rule is None:
        return [f"predicate: {claim.predicate!r} is none of the codebook's"]
    return [
        *_check_slots(claim, rule),
        *_check_needs(claim, rule),
        *_check_value(claim, codebook),
        *_check_classes(claim, rule, classes or {}),
        *_check_testimony(claim.attribution, claim.evidence, codebook),
    ]


def check_report(report: EventReport) -> list[str]:
    """List what in an event report breaks the codebook.

    Args:
        report: The event report, as proposed.

    Returns:
        One sentence for each breach, each naming the field; empty where the report follows the codebook.
    """
    codebook = load_codebook()
    rule = codebook.event_types.get(report.type)
    if rule is None:
        return [f"type: {report.type!r} is no event type of the codebook"]
    breaches = []
    if report.mode is not None and report.mode not in rule.modes:
        known = f"it has {', '.join(rule.modes)}" if rule.modes else "it has none"
        breaches.append(f"mode: {report.mode!r} is no mode of {report.type}; {known}")
    if report.status not in codebook.statuses:
        breaches.append(f"status: {report.status!r} is none of the codebook's")
    if report.recurrent and report.when is not None:
        breaches.append("when: a general tendency has no date; leave the date out or report one happening")
    for figure in report.figures:
        breaches.extend(_check_figure(figure, codebook))
    return breaches + _check_testimony(report.attribution, report.evidence, codebook)


def _check_slots(claim: Claim, rule: PredicateRule) -> Iterable[str]:
    """Refuse what the predicate cannot have."""
    if claim.object is not None and not rule.object:
        yield f"object: {rule.code} has none"
    if claim.value is not None:
        for name in _set_fields(claim):
            if name not in rule.value:
                yield f"value.{name}: {rule.code} does not use it"
    if claim.object is not None and claim.object.referent is not None and claim.object.referent == claim.subject.referent:
        yield f"object: nothing can be {rule.code} of itself"


def _check_needs(claim: Claim, rule: PredicateRule) -> Iterable[str]:
    """Ask for what the predicate must have."""
    there = set(_set_fields(claim))
    if claim.object is not None:
        there.add("object")
    if claim.when is not None:
        there.add("when")
    for need in rule.needs:
        if not there & set(need):
            yield f"{rule.code}: needs {' or '.join(need)}"


def _set_fields(claim: Claim) -> tuple[str, ...]:
    value = claim.value
    if value is None:
        return ()
    names = ("text", "language", "name_kind", "role", "low", "high", "unit")
    return tuple(name for name in names if getattr(value, name) is not None)


def _check_value(claim: Claim, codebook: Codebook) -> Iterable[str]:
    value = claim.value
    if value is None:
        return
    if value.name_kind is not None and value.name_kind not in codebook.name_kinds:
        yield f"value.name_kind: {value.name_kind!r} is none of the codebook's"
    if claim.predicate == "capability" and value.text is not None and value.text not in _coarse_classes():
        yield f"value.text: {value.text!r} is no coarse class of capability; it can be {', '.join(_coarse_classes())}"
    for name, words in (("role", value.role), ("unit", value.unit)):
        if words is not None and codebook.loaded_words & _words_in(words):
            yield f"value.{name}: {words!r} takes a side; such words stand in quotations only"


@cache
def _coarse_classes() -> tuple[str, ...]:
    """The keys of the capability list, but for the verbs and nouns that introduce one."""
    return tuple(key for key in load_words("capabilities") if not key.endswith(("verbs", "nouns")))


def _check_classes(claim: Claim, rule: PredicateRule, classes: Mapping[str, EntityClass]) -> Iterable[str]:
    for slot, party, allowed in (("subject", claim.subject, rule.subject), ("object", claim.object, rule.object)):
        cls = None if party is None or party.referent is None else classes.get(party.referent)
        if cls is not None and allowed and cls not in allowed:
            yield f"{slot}: {rule.code} takes {' or '.join(allowed)}, not {cls}"


def _check_figure(figure: Figure, codebook: Codebook) -> Iterable[str]:
    if figure.what not in codebook.figure_kinds:
        yield f"figures: {figure.what!r} is no kind of figure of the codebook"
    if figure.low is None and figure.high is None:
        yield f"figures: {figure.what} has neither a lower nor an upper bound"
    if any(bound is not None and bound < 0 for bound in (figure.low, figure.high)):
        yield f"figures: {figure.what} counts below nought"


def _check_testimony(attribution: Attribution, evidence: tuple[Evidence, ...], codebook: Codebook) -> list[str]:
    """Check what every record rests on: its words and its chain of voices."""
    breaches = []
    if not evidence:
        breaches.append("evidence: no words are quoted")
    if attribution.stance not in codebook.stances:
        breaches.append(f"attribution.stance: {attribution.stance!r} is none of the codebook's")
    if not attribution.voices:
        breaches.append("attribution.voices: the chain is empty; the publisher is always its first voice")
    elif attribution.voices[0].how != "publisher":
        breaches.append(f"attribution.voices: {attribution.voices[0].words!r} stands first; the publisher is always the first voice")
    return breaches


def _words_in(text: str) -> set[str]:
    return set(re.split(r"[^a-z]+", text.lower()))
