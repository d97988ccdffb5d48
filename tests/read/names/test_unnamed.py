"""Bodies that are brought in without a name."""

from tests.read.sentences import tree_of

from testimonia.read.front import ParsedPassage
from testimonia.read.names.cast import gather_cast
from testimonia.read.names.chunks import Chunk
from testimonia.read.names.spotting import Spot
from testimonia.read.names.unnamed import is_unnamed_body, name_the_unnamed, unnamed_subject
from testimonia.read.parser.records import Sentence
from testimonia.read.passages import Passage
from testimonia.read.syntax import Tree

SPLIT = tree_of("A DET 1 det", "faction NOUN 2 nsubj", "split VERB -1 root split", "off ADP 2 compound:prt")
THE = tree_of("The DET 1 det", "faction NOUN 2 nsubj", "split VERB -1 root split")
RENAMED = tree_of("It PRON 2 nsubj:pass", "was AUX 2 aux:pass be", "renamed VERB -1 root rename", "Tala PROPN 2 xcomp")
JOINED = tree_of("It PRON 1 nsubj", "joined VERB -1 root join", "Tala PROPN 1 obj")


def after(tree: Tree, start: int) -> Tree:
    """Put a tree further on in the text."""
    return Tree(Sentence(start, start + tree.sentence.end, tree.sentence.tokens))


def named_after(tree: Tree, at: int) -> bool:
    """Say whether a faction is given a name by the sentence that follows, whose name stands at a token."""
    later = after(tree, 100)
    spot = Spot(100, 104, "Tala", "tala", later, at, (at,))
    spot.votes["org"] = 4.0
    cast = gather_cast("d", [spot], acronyms={})
    chunk: tuple[Chunk, ...] = ()
    parsed = ParsedPassage(Passage(0, 200, "prose"), (SPLIT, later), chunk)
    found = name_the_unnamed([parsed], cast, {100: {at: spot}})
    return found == {(0, 1): cast.members["tala"]}


def test_only_an_indefinite_noun_brings_a_body_in() -> None:
    assert is_unnamed_body(SPLIT, 1) and not is_unnamed_body(THE, 1)
    assert unnamed_subject(SPLIT, {}) == 1 and unnamed_subject(THE, {}) is None


def test_a_body_is_the_one_that_it_is_renamed() -> None:
    assert named_after(RENAMED, 3)


def test_a_body_is_not_the_one_that_it_joins() -> None:
    assert not named_after(JOINED, 2)
