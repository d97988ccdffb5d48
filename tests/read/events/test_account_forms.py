"""The words of accusations, denials and claims, and their lookalikes."""

import pytest

from testimonia.read.events.account_forms import Account, find_accounts, happening_sorts
from testimonia.read.front import parse_passage
from testimonia.read.parser.session import Parser
from testimonia.read.passages import Passage

FORMS = [
    ("The army blamed the rebels.", "accusation", "rebels", None),
    ("The army blamed the rebels for the raid.", "accusation", "rebels", "raid"),
    ("The raid was blamed on the rebels.", "accusation", "rebels", "raid"),
    ("The mayor attributed the raid to the rebels.", "accusation", "rebels", "raid"),
    ("The mayor held the rebels responsible for the raid.", "accusation", "rebels", "raid"),
    ("Suspicion fell on the rebels.", "accusation", "rebels", None),
    ("The mayor said that the rebels were behind it.", "accusation", "rebels", "it"),
    ("The rebels denied any involvement in the raid.", "denial", "rebels", "raid"),
    ("The rebels rejected the accusation.", "denial", "rebels", None),
    ("The rebels had nothing to do with the raid.", "denial", "rebels", "raid"),
    ("The rebels claimed responsibility for the raid.", "claim", "rebels", "raid"),
    ("The rebels owned up to the raid.", "claim", "rebels", "raid"),
]
LOOKALIKES = [
    "The army did not blame the rebels.",
    "The army may blame the rebels.",
    "The rebels neither confirmed nor denied the raid.",
    "The rebels rejected the offer.",
    "The rebels claimed victory.",
    "The rebels took responsibility.",
    "The mayor held the rebels for the night.",
    "The mayor suspected the rebels.",
]


def accounts_of(text: str, parser: Parser) -> list[tuple[Account, list[str]]]:
    """Find the accounts of a sentence, with the words of its tokens."""
    passage = Passage(0, len(text), "prose")
    trees = [tree for p in parse_passage(text, passage, parser=parser, lower=frozenset()) for tree in p.trees]
    return [(account, [t.text for t in tree.tokens]) for tree in trees for account in find_accounts(tree)]


@pytest.mark.parametrize(("text", "kind", "accused", "matter"), FORMS)
def test_an_account_tells_who_is_accused_of_what(text: str, kind: str, accused: str, matter: str | None, parser: Parser) -> None:
    [(account, words)] = accounts_of(text, parser)
    assert account.kind == kind and [words[k] for k in account.accused] == [accused]
    assert (None if account.matter is None else words[account.matter]) == matter


@pytest.mark.parametrize("text", LOOKALIKES)
def test_a_lookalike_is_no_account(text: str, parser: Parser) -> None:
    assert accounts_of(text, parser) == []


def test_every_sort_of_happening_has_nouns() -> None:
    assert all(happening_sorts().values()) and "bombing" in happening_sorts()["exploded"]
