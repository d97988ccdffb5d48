"""What arms can harm and what they cannot."""

import pytest
from tests.read.sentences import tree_of

from testimonia.read.events.armed import is_natural


@pytest.mark.parametrize(("lemma", "natural"), [("flood", True), ("epidemic", True), ("rebel", False), ("rocket", False)])
def test_nature_kills_without_arms(lemma: str, natural: bool) -> None:
    tree = tree_of(f"X NOUN 1 nsubj {lemma}", "killed VERB -1 root kill", "ten NUM 1 obj ten")
    assert is_natural(tree, [0]) is natural
