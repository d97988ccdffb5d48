"""Public roles that a sentence tells without naming a body; the sentences are parsed by hand."""

import pytest
from tests.read.sentences import tree_of

from testimonia.read.names.around import look_around
from testimonia.read.names.role_signs import role_told
from testimonia.read.syntax import Tree

LED_BY = tree_of("band NOUN 1 nsubj", "led VERB -1 root lead", "by ADP 3 case", "Kony PROPN 1 obl:agent")
FACTION_LED = tree_of("faction NOUN -1 root", "led VERB 0 acl lead", "by ADP 3 case", "Kony PROPN 1 obl:agent")
PRAYER_LED = tree_of("prayer NOUN -1 root", "led VERB 0 acl lead", "by ADP 3 case", "Kony PROPN 1 obl:agent")
MIGHT_LEAD = tree_of("Kony PROPN 2 nsubj", "might AUX 2 aux", "lead VERB -1 root", "rebels NOUN 2 obj rebel")
LEADS = tree_of("Kony PROPN 1 nsubj", "leads VERB -1 root lead", "rebels NOUN 1 obj rebel")
OWNS = tree_of("Kony PROPN 2 nmod:poss", "'s PART 0 case", "fighters NOUN -1 root fighter")
CAR = tree_of("Kony PROPN 2 nmod:poss", "'s PART 0 case", "car NOUN -1 root")
UNDER = tree_of("group NOUN -1 root", "under ADP 2 case", "Kony PROPN 0 nmod")
STUDIED = tree_of("he PRON 1 nsubj", "studied VERB -1 root study", "under ADP 3 case", "Kony PROPN 1 obl")
FOUNDER = tree_of("founder NOUN -1 root", ", PUNCT 2 punct", "Kony PROPN 0 appos")
FARMER = tree_of("farmer NOUN -1 root", ", PUNCT 2 punct", "Kony PROPN 0 appos")
HEAD = tree_of("Kony PROPN -1 root", ", PUNCT 2 punct", "head NOUN 0 appos")
HEAD_OF = tree_of("Kony PROPN -1 root", ", PUNCT 2 punct", "head NOUN 0 appos", "of ADP 4 case", "commission NOUN 2 nmod")
IS_NOT = tree_of("Kony PROPN 3 nsubj", "is AUX 3 cop be", "not PART 3 advmod", "commander NOUN -1 root")
IS = tree_of("Kony PROPN 2 nsubj", "is AUX 2 cop be", "commander NOUN -1 root")
PLURAL = tree_of("founders NOUN -1 root founder", ", PUNCT 2 punct", "Sankoh PROPN 0 appos", "and CCONJ 4 cc", "Kony PROPN 2 conj")
ALIAS = tree_of("band NOUN 1 nsubj", "led VERB -1 root lead", "by ADP 3 case", "alias NOUN 1 obl:agent", "Kony PROPN 3 flat")


def role_in(tree: Tree) -> str | None:
    """Ask for the role of the one who is named Kony."""
    [at] = [t.i for t in tree.tokens if t.text == "Kony"]
    return role_told(look_around(tree, (at,), at))


@pytest.mark.parametrize(
    ("tree", "role"),
    [
        (FACTION_LED, "leader"),
        (LEADS, "leader"),
        (OWNS, "leader"),
        (UNDER, "leader"),
        (FOUNDER, "founder"),
        (HEAD_OF, "head"),
        (IS, "commander"),
        (PLURAL, "founder"),
    ],
)
def test_who_leads_founds_or_commands_has_a_public_role(tree: Tree, role: str) -> None:
    assert role_in(tree) == role


@pytest.mark.parametrize("tree", [PRAYER_LED, MIGHT_LEAD, CAR, STUDIED, FARMER, HEAD, IS_NOT])
def test_private_ties_and_what_is_only_possible_tell_none(tree: Tree) -> None:
    assert role_in(tree) is None


def test_an_alias_before_the_name_is_looked_through() -> None:
    assert role_in(ALIAS) == role_in(LED_BY)
