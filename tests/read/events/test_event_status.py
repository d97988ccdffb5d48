"""Whether a trigger is told as having happened, on trees built by hand."""

import pytest
from tests.read.sentences import tree_of

from testimonia.read.events.event_status import status_of
from testimonia.read.syntax import Tree


@pytest.mark.parametrize(
    ("tree", "at", "status"),
    [
        (tree_of("Rebels NOUN 1 nsubj rebel", "attacked VERB -1 root attack"), 1, "happened"),
        (tree_of("Rebels NOUN 3 nsubj rebel", "did AUX 3 aux do", "not PART 3 advmod not", "attack VERB -1 root attack"), 3, "denied"),
        (tree_of("Rebels NOUN 2 nsubj rebel", "may AUX 2 aux may", "attack VERB -1 root attack"), 2, "hypothetical"),
        (
            tree_of("Rebels NOUN 1 nsubj", "threatened VERB -1 root threaten", "to PART 3 mark", "attack VERB 1 xcomp attack VerbForm=Inf"),
            3,
            "threatened",
        ),
        (
            tree_of("Rebels NOUN 1 nsubj rebel", "failed VERB -1 root fail", "to PART 3 mark", "attack VERB 1 xcomp attack VerbForm=Inf"),
            3,
            "denied",
        ),
        (tree_of("Police NOUN 1 nsubj police", "foiled VERB -1 root foil", "an DET 3 det", "attack NOUN 1 obj attack"), 3, "planned"),
        (tree_of("fears NOUN -1 root fear", "of ADP 2 case of", "attack NOUN 0 nmod attack"), 2, "hypothetical"),
        (
            tree_of("Rebels NOUN 1 nsubj rebel", "managed VERB -1 root manage", "to PART 3 mark", "flee VERB 1 xcomp flee VerbForm=Inf"),
            3,
            "happened",
        ),
    ],
)
def test_what_governs_a_trigger_tells_its_status(tree: Tree, at: int, status: str) -> None:
    assert status_of(tree, at) == status


def test_condemning_an_attack_does_not_undo_it() -> None:
    tree = tree_of(
        "They PRON 3 nsubj they", "did AUX 3 aux do", "not PART 3 advmod not", "condemn VERB -1 root condemn", "attacks NOUN 3 obj attack"
    )
    assert status_of(tree, 4) == "happened"
