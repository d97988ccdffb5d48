"""Tell a noun of event from its other senses: "a heart attack", "a strike for higher pay", "an operation on his knee"."""

from testimonia.read.events.armed import is_natural
from testimonia.read.lexicon import words_of
from testimonia.read.syntax import Tree


def is_other_sense(tree: Tree, i: int) -> bool:
    """Say whether the noun is no armed event here: a heart attack, a labour strike, a siege that is lifted, "his strike won the match".

    Args:
        tree: The sentence.
        i: Position of the noun.

    Returns:
        True for the senses that no list of happenings means.
    """
    beside = {tree.tokens[k].lemma.lower() for k in tree.children(i, "compound", "amod")}
    token = tree.tokens[i]
    at = token.head
    if at >= 0 and tree.case(i) == "of" and tree.tokens[at].lemma.lower() in words_of("triggers", "endings"):
        return True  # "signed a cessation of hostilities"
    if at >= 0 and token.deprel == "obj" and tree.tokens[at].lemma.lower() in ("break", "violate", "breach"):
        return True  # "broke the ceasefire"
    if at >= 0 and tree.tokens[at].deprel == "xcomp" and tree.lemma[tree.tokens[at].head] in ("refuse", "decline"):
        return True  # "refused to sign the accord": a refusal, and no accord
    first = tree.tokens[0]
    if first.head == i and first.deprel == "compound" and first.text.lower() in words_of("triggers", "ending_verbs"):
        return True  # "End attacks on schools": a demand, which the parse takes for a compound
    ended = at >= 0 and tree.tokens[at].lemma.lower() in words_of("triggers", "ending_verbs") and token.deprel in ("obj", "nsubj:pass")
    if beside & words_of("triggers", "other_senses") or ended:
        return True
    if token.lemma.lower() == "strike":
        agents = tree.agents(at) if at >= 0 and tree.tokens[at].upos == "VERB" and at != i else []
        around = {tree.tokens[k].lemma.lower() for k in (*agents, *tree.children(i, "compound", "nmod:poss", "nmod", "obl"))}
        around |= {tree.tokens[m].lemma.lower() for a in agents for m in tree.children(a, "compound")}
        personal = any(tree.tokens[k].text.lower() in ("his", "her", "my") for k in tree.children(i, "nmod:poss"))
        return bool(around & words_of("triggers", "labour_words")) or personal
    if tree.case(i) == "as" and any(tree.tokens[k].text.lower() in ("a", "an") for k in tree.children(i, "det")):
        return True  # "condemned it as an attack on the state"
    causes = [k for case, k in tree.obliques(i) if case in ("by", "of", "from")]
    return is_natural(tree, causes) or is_civil_operation(tree, i)


def is_civil_operation(tree: Tree, i: int) -> bool:
    """Say whether an operation is one on a patient, or another that no force carries out.

    Args:
        tree: The sentence.
        i: Position of the noun.

    Returns:
        True for operations of doctors and on parts of a body.
    """
    if tree.tokens[i].lemma.lower() != "operation":
        return False
    at = tree.tokens[i].head
    agents = tree.agents(at) if at >= 0 and tree.tokens[at].upos == "VERB" else []
    return any(tree.tokens[a].lemma.lower() in words_of("triggers", "civil_actors") for a in agents)
