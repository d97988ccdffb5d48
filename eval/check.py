"""Check a gold key against its texts and the codebook: every quotation stands, every reference exists, every code is in the lists.

`python -m eval.check` checks the demonstration's key, `python -m eval.check KEY FOLDER` another one.
Exit codes: 0 sound, 1 not, 2 wrong use.
"""

import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from eval.gate import DOCUMENTS, KEY
from eval.key import Gold, Row, load_gold
from eval.texts import document_texts

from testimonia.codebook.load import Codebook, load_codebook

_OPEN_FIGURES = frozenset({"weapons", "victims"})
"""What the demonstration also counts; the written codebook leaves the list of figures open."""
_SLOTS = ("initiator", "target", "where", "responsibility", "attribution")


def check_key(gold: Gold) -> list[str]:
    """List what is wrong with a key.

    Args:
        gold: The key with its texts.

    Returns:
        One line for each breach, starting with the item's id; empty if the key is sound.
    """
    codebook = load_codebook()
    return [
        *_check_ids(gold),
        *(
            f"{e['id']}: kind {kind!r}"
            for e in gold.entities.values()
            for kind in (e["kind"], *e.get("kind_alt", ()))
            if kind not in codebook.entity_kinds
        ),
        *(line for claim in gold.key["claims"] for line in _check_claim(claim, gold, codebook)),
        *(line for report in gold.key["events"] for line in _check_report(report, gold, codebook)),
        *_check_ties(gold),
        *_check_traps(gold),
    ]


def main(arguments: Sequence[str] | None = None) -> int:
    """Check a key and print what is wrong with it.

    Args:
        arguments: The key and the folder of its documents, or nothing; None for the process's own arguments.

    Returns:
        The exit code.
    """
    given = sys.argv[1:] if arguments is None else list(arguments)
    if len(given) not in (0, 2):
        print("use: python -m eval.check [KEY FOLDER]", file=sys.stderr)
        return 2
    key, folder = map(Path, given) if given else (KEY, DOCUMENTS)
    gold = load_gold(key, document_texts(folder))
    breaches = check_key(gold)
    for breach in breaches:
        print(breach)
    print(f"check: {len(breaches)} breaches in {len(gold.key['claims'])} claims and {len(gold.key['events'])} event reports")
    return 1 if breaches else 0


def _check_ids(gold: Gold) -> Iterator[str]:
    for section in ("documents", "entities"):
        counts = Counter(row["id"] for row in gold.key[section])
        yield from (f"{i}: stands twice among the {section}" for i, n in counts.items() if n > 1)
    counts = Counter(row["id"] for row in [*gold.key["claims"], *gold.key["events"]])
    yield from (f"{i}: stands twice among claims and event reports" for i, n in counts.items() if n > 1)
    known = {row["id"] for row in gold.key["documents"]}
    yield from (f"{name}: the key has a document that is not there" for name in sorted(known - set(gold.texts)))


def _check_claim(claim: Row, gold: Gold, codebook: Codebook) -> Iterator[str]:
    rule = codebook.predicates.get(claim["predicate"])
    if rule is None:
        yield f"{claim['id']}: predicate {claim['predicate']!r}"
        return
    references = [claim["subject"], *([] if claim["object"] is None else [claim["object"]])]
    yield from (f"{claim['id']}: no entity {i!r}" for i in references if i not in gold.entities)
    if claim["object"] is not None and not rule.object:
        yield f"{claim['id']}: {rule.code} has no object"
    yield from _check_testimony(claim, gold, codebook)


def _check_report(report: Row, gold: Gold, codebook: Codebook) -> Iterator[str]:
    rule = codebook.event_types.get(report["type"])
    if rule is None:
        yield f"{report['id']}: type {report['type']!r}"
    elif report["mode"] is not None and report["mode"] not in rule.modes:
        yield f"{report['id']}: mode {report['mode']!r} of {report['type']}"
    yield from (f"{report['id']}: type {code!r}" for code in report.get("type_alt", ()) if code not in codebook.event_types)
    if report["status"] not in codebook.statuses:
        yield f"{report['id']}: status {report['status']!r}"
    yield from (f"{report['id']}: no place {i!r}" for i in report["where"] if i not in gold.entities)
    kinds = set(codebook.figure_kinds) | _OPEN_FIGURES
    yield from (f"{report['id']}: figure {figure['what']!r}" for figure in report["figures"] if figure["what"] not in kinds)
    # A word with a hyphen and no space is an id that was mistyped; a party in words has no hyphen in these keys.
    written = [x for slot in _SLOTS for x in report[slot] if x not in gold.entities]
    yield from (f"{report['id']}: no entity {x!r}" for x in written if "-" in x and " " not in x)
    yield from _check_testimony(report, gold, codebook)


def _check_testimony(item: Row, gold: Gold, codebook: Codebook) -> Iterator[str]:
    if item["stance"] not in codebook.stances:
        yield f"{item['id']}: stance {item['stance']!r}"
    if not item["attribution"] or item["attribution"][0] not in gold.entities:
        yield f"{item['id']}: the publisher does not stand first"
    if not gold.spans(item["document"], item["evidence"]):
        yield f"{item['id']}: not in {item['document']}: {item['evidence'][:60]!r}"


def _check_ties(gold: Gold) -> Iterator[str]:
    known = {row["id"] for row in [*gold.key["claims"], *gold.key["events"]]}
    for row in [*gold.key["disputes"], *gold.key.get("corroborations", [])]:
        yield from (f"{row['about']}: no item {i!r}" for i in row["claims"] if i not in known)


def _check_traps(gold: Gold) -> Iterator[str]:
    for row in gold.key.get("not", []):
        if "no_evidence" in row and not gold.spans(row["document"], row["no_evidence"]):
            yield f"trap: not in {row['document']}: {row['no_evidence']!r}"


if __name__ == "__main__":
    sys.exit(main())
