"""Score a release against a key: entities, claims, event reports, disputes, corroborations, traps, grounding.

Every figure is precision, recall and F1 over one-to-one pairs. What the key lacks counts as wrong, so finding too much costs as finding too
little does; only the key's optional items are free. The logic is the reference scorer's, figure for figure; `eval.compare` checks it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Any

from eval.key import GROUP, Gold, Row, fold, names_of, overlap
from eval.pairing import Pairs, Ratio, count, pair_up, ratio, same_range, same_when
from eval.released import Release

STRUCTURAL = frozenset(
    {
        "affiliated_with",
        "allied_with",
        "armed_wing_of",
        "founded",
        "has_role",
        "known_as",
        "member_of",
        "operates_in",
        "part_of",
        "renamed",
        "split_from",
        "strength",
    }
)
"""The predicates that make an organisation's profile and its place among others."""
_TEXT_VALUED = frozenset({"ideology", "opposes", "states_position", "capability", "named_after"})
_REFERENCES = ("initiator", "target", "where", "responsibility")
_SLOTS = ("initiator", "target", "where")
_SAME_ROLE = 0.5
"""Share of shared words from which two roles are one, and two voices in words too."""


@dataclass(frozen=True, slots=True)
class Scores:
    """All figures of one release, and who answered whom, for the lists of what was missed and what was wrong."""

    figures: Row
    claim_pairs: Pairs
    event_pairs: Pairs


def score_release(release: Release) -> Scores:
    """Score a release against the key that it was read with.

    Args:
        release: The release, tied to its key.

    Returns:
        The figures by section, as the reference scorer names them, and the pairs.
    """
    gold = release.gold
    claims, claim_pairs = _score_claims(release, gold)
    events, event_pairs = _score_events(release, gold)
    answered = {s["id"]: g["id"] for s, g in [*claim_pairs, *event_pairs]}
    figures = {
        "entities": _score_entities(release, gold),
        "claims": claims,
        "events": events,
        "disputes": _score_disputes(release, gold, answered),
        "corroborations": _score_corroborations(release, gold, answered),
        "traps": _score_traps(release, gold),
        "grounded": _grounded(release),
    }
    return Scores(figures, claim_pairs, event_pairs)


def _score_entities(release: Release, gold: Gold) -> dict[str, Ratio]:
    used = {i for c in release.claims for i in (c.get("subject"), c.get("object"))}
    used |= {i for e in release.events for slot in _REFERENCES for i in e.get(slot) or []}
    used |= {i for item in release.items for i in item.get("attribution") or []}
    needed = {i for c in gold.key["claims"] for i in (c["subject"], c["object"], *c["attribution"])}
    needed |= {i for e in gold.key["events"] for slot in (*_REFERENCES, "attribution") for i in e.get(slot) or []}
    groups = ("org", "person", "place", "named_event")
    out = {group: _score_group(release, gold, group=group, used=used, needed=needed) for group in groups}
    out["alias_links"] = _score_aliases(release, gold)
    return out


def _score_group(release: Release, gold: Gold, *, group: str, used: set[Any], needed: set[Any]) -> Ratio:
    """Count the entities of one group: one split in two is one right and one wrong, one that the key does not need is free."""
    wanted = {i for i, e in gold.entities.items() if GROUP.get(e["kind"]) == group and i in needed}
    free = {i for i, e in gold.entities.items() if i not in needed or group in _kinds(e) - {GROUP.get(e["kind"])}}
    mine = [i for i, e in release.entities.items() if GROUP.get(e["kind"]) == group and i in used and release.to_gold[i] not in free]
    found = {release.to_gold[i] for i in mine} & wanted
    wrong = sum(release.to_gold[i] is None for i in mine)
    split = sum(release.to_gold[i] in wanted for i in mine) - len(found)
    return ratio(len(found), system=len(found) + wrong + split, gold=len(wanted))


def _kinds(entity: Row) -> set[str | None]:
    return {GROUP.get(kind) for kind in (entity["kind"], *entity.get("kind_alt", ()))}


def _score_aliases(release: Release, gold: Gold) -> Ratio:
    """Count the pairs of names that are held to be one body's."""
    theirs = [set(map(fold, names_of(e))) for e in gold.entities.values() if GROUP.get(e["kind"]) == "org"]
    known = set().union(*theirs)
    mine = [set(map(fold, names_of(e))) & known for e in release.entities.values()]
    wanted, found = ({pair for names in groups for pair in combinations(sorted(names), 2)} for groups in (theirs, mine))
    return ratio(len(wanted & found), system=len(found), gold=len(wanted))


def _score_claims(release: Release, gold: Gold) -> tuple[Row, Pairs]:
    targets = gold.key["claims"]

    def weight(claim: Row, target: Row) -> float:
        return release.touches(claim, target) + 0.1 * same_when(claim.get("when"), target) + 0.05 * (not target.get("optional"))

    pairs = pair_up(release.claims, targets, matches=lambda c, t: _claim_matches(release, c, t), weight=weight)
    out: Row = {
        "all": count(release.claims, targets, pairs),
        "structural": count(release.claims, targets, pairs, keep=lambda item: item["predicate"] in STRUCTURAL),
    }
    for predicate in sorted({item["predicate"] for item in [*targets, *release.claims]}):
        out[predicate] = count(release.claims, targets, pairs, keep=lambda item, p=predicate: item["predicate"] == p)  # type: ignore[misc]
    if pairs:
        out["on_matched"] = {
            "attribution": _share([_chain_right(release, s, g) for s, g in pairs]),
            "evidence": _share([release.touches(s, g) for s, g in pairs]),
            "when_year": _share([same_when(s.get("when"), g) for s, g in pairs]),
        }
    return out, pairs


def _claim_matches(release: Release, claim: Row, target: Row) -> bool:
    if claim["predicate"] not in (target["predicate"], *target.get("predicate_alt", ())):
        return False
    if release.document_of(claim) != target["document"] or not release.refers(claim["subject"], target["subject"]):
        return False
    return _argument_matches(release, claim, target)


def _argument_matches(release: Release, claim: Row, target: Row) -> bool:
    """Compare what the predicate is about: a name, a date, a range, words, a role, or another body."""
    predicate, value, gold_value = target["predicate"], claim.get("value"), target.get("value")
    same_object = release.refers(claim.get("object"), target.get("object"))
    if predicate in ("known_as", "renamed"):
        return fold(_words(value)) == fold(_words(gold_value)) or bool(claim.get("object") and same_object)
    if predicate in ("founded", "dissolved"):
        return same_when(claim.get("when"), target)
    if predicate == "strength":
        return same_range(value, gold_value)
    if predicate in _TEXT_VALUED and not target.get("object"):
        return release.touches(claim, target)
    if predicate == "has_role":
        role = _words(gold_value)
        return same_object and (not role or overlap(_words(value), role) >= _SAME_ROLE)
    return same_object


def _words(value: Any) -> str:
    if isinstance(value, str):
        return value
    value = value or {}
    return value.get("text") or value.get("name") or value.get("role") or ""


def _chain_right(release: Release, item: Row, target: Row) -> bool:
    """Say whether the innermost voice beyond the publisher agrees; having none on both sides does."""
    mine, theirs = (item.get("attribution") or [])[1:], (target.get("attribution") or [])[1:]
    if not mine or not theirs:
        return not mine and not theirs
    return release.refers(mine[-1], theirs[-1]) or overlap(release.voice(mine[-1]), theirs[-1]) >= _SAME_ROLE


def _share(hits: Sequence[bool]) -> float:
    return round(sum(hits) / len(hits), 3)


def _score_events(release: Release, gold: Gold) -> tuple[Row, Pairs]:
    targets = gold.key["events"]

    def matches(report: Row, target: Row) -> bool:
        types = (target["type"], *target.get("type_alt", ()))
        return release.document_of(report) == target["document"] and report["type"] in types and release.touches(report, target)

    def weight(report: Row, target: Row) -> float:
        shared = sum(any(release.refers(x, y) for x in report.get(slot) or [] for y in target.get(slot) or []) for slot in _SLOTS)
        return shared + same_when(report.get("when"), target, exact=True) + 0.5 * (not target.get("optional"))

    pairs = pair_up(release.events, targets, matches=matches, weight=weight)
    out: Row = {"found": count(release.events, targets, pairs), **_score_slots(release, targets, pairs)}
    if pairs:
        out["attribution_on_matched"] = _share([_chain_right(release, s, g) for s, g in pairs])
    return out, pairs


def _score_slots(release: Release, targets: list[Row], pairs: Pairs) -> dict[str, Ratio]:
    """Score what fills the slots, over the key's required event reports alone."""
    spare = {id(s) for s, g in pairs if g.get("optional")}
    mine = [s for s in release.events if id(s) not in spare]
    theirs = [g for g in targets if not g.get("optional")]
    sure = [(s, g) for s, g in pairs if not g.get("optional")]
    out = {}
    for slot in _SLOTS:
        right = sum(any(release.refers(x, y) for x in s.get(slot) or []) for s, g in sure for y in g.get(slot) or [])
        out[slot] = ratio(right, system=_total(mine, slot), gold=_total(theirs, slot))
    dated = [same_when(s["when"], g, exact=True) for s, g in sure if g.get("when") and s.get("when")]
    out["when"] = ratio(sum(dated), system=sum(bool(s.get("when")) for s in mine), gold=sum(bool(g.get("when")) for g in theirs))
    right = sum(len(_figures(s) & _figures(g)) for s, g in sure)
    out["figures"] = ratio(right, system=_total(mine, "figures"), gold=_total(theirs, "figures"))
    return out


def _total(items: list[Row], slot: str) -> int:
    return sum(len(item.get(slot) or []) for item in items)


def _figures(item: Row) -> set[tuple[Any, Any, Any]]:
    return {(f["what"], f.get("low"), f.get("high")) for f in item.get("figures") or []}


def _score_disputes(release: Release, gold: Gold, answered: dict[str, str]) -> Row:
    wanted = [set(d["claims"]) for d in gold.key["disputes"]]
    mine = [{answered.get(c) for c in d.get("claims", [])} for d in release.disputes]
    found = sum(any(len(m & w) >= 2 for m in mine) for w in wanted)
    right = sum(any(len(m & w) >= 2 for w in wanted) for m in mine)
    # Several released disputes may answer one of the key's, so precision counts those that answer any.
    # F1 stays as the reference scorer has it.
    return {**ratio(found, system=len(mine), gold=len(wanted)), "p": round(right / len(mine), 3) if mine else 0.0}


def _score_corroborations(release: Release, gold: Gold, answered: dict[str, str]) -> Row:
    """Count the key's agreeing items that the release ties together, and how often it is right about their independence."""
    wanted = gold.key.get("corroborations", [])
    found = right = 0
    for row in wanted:
        hits = [m for m in release.corroborations if len({answered.get(c) for c in m.get("claims", [])} & set(row["claims"])) >= 2]
        found += bool(hits)
        right += any(bool(m.get("independent")) == row["independent"] for m in hits)
    return {"found": found, "independence_right": right, "gold": len(wanted), "system": len(release.corroborations)}


def _score_traps(release: Release, gold: Gold) -> Row:
    """Name the key's `not` rows that the release falls into."""
    names = [set(map(fold, names_of(e))) for e in release.entities.values()]
    fallen: list[str] = []
    for row in gold.key.get("not", []):
        if "entity_name" in row and any(fold(row["entity_name"]) in mine for mine in names):
            fallen.append(f"entity: {row['entity_name']}")
        if "distinct" in row and any(set(map(fold, row["distinct"])) <= mine for mine in names):
            fallen.append(f"merged: {row['distinct']}")
        if "no_evidence" in row and any(_quotes(release, item, row) for item in release.items):
            fallen.append(f"evidence in: {row['no_evidence'][:50]}")
    kinds = ("entity_name", "distinct", "no_evidence")
    return {"fallen": fallen, "set": sum(any(kind in row for kind in kinds) for row in gold.key.get("not", []))}


def _quotes(release: Release, item: Row, row: Row) -> bool:
    return release.document_of(item) == row["document"] and release.stands_in(item, row["document"], row["no_evidence"])


def _grounded(release: Release) -> float:
    """Share of evidence whose quotation stands at its offsets in the document's text, white space folded."""
    spans = [span for item in release.items for span in item["evidence"]]
    good = 0
    for span in spans:
        text = release.gold.texts.get(release.documents.get(span["document"], ""), "")
        good += text[span["start"] : span["end"]].split() == span["quote"].split()
    return round(good / len(spans), 3) if spans else 0.0
