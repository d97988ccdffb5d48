"""Signs beside a name that it is a person's: titles and roles, an age, kin, who leads and who is led, "he" further on."""

from functools import cache

from testimonia.read.lexicon import table, words_of
from testimonia.read.names.around import CLEAR, LIKELY, SLIGHT, STRONG, Around, Votes
from testimonia.read.names.heads import is_body_noun
from testimonia.read.syntax import SUBJECTS, Tree
from testimonia.text.geography import country_of_adjective, is_place_name

_AGES = range(10, 100)
_WHOLE_NAME = 30
"""Code points from which a body's name is told in full, so that "of" after it tells no more of the name; a bracket closes it too."""
_BESIDE = ("appos", "nummod", "acl:relcl", "nmod:desc", "flat")
_QUOTES = frozenset(("'", '"', "‘", "“", "’", "”", "«"))
_HE = frozenset(("he", "she", "his", "her", "him"))


def title_before(a: Around, votes: Votes) -> str | None:
    """Let a title or role before a name speak for a person.

    Args:
        a: The name in its sentence.
        votes: Its votes, which are added to.

    Returns:
        The role that the title tells, None where it tells none.
    """
    before = a.before
    if before is not None and before.i > 0 and before.text in _QUOTES:
        before = a.tree.tokens[before.i - 1]  # Comandante "X"
    if before is None:
        return None
    if before.text.lower() == "staff" and a.tree.low[max(0, before.i - 2) : before.i] == ("chief", "of"):
        votes["person"] += CLEAR
        return "chief of staff"
    if before.lemma.lower() not in _titles_and_roles():
        return None
    votes["person"] += CLEAR
    return table("people", "roles").get(before.text.lower())


def is_role(lemma: str) -> bool:
    """Say whether a noun is that of a role, also with what is put before it by a hyphen.

    Args:
        lemma: A lemma in lower case.

    Returns:
        True for chairman and vice-chairman.
    """
    roles = table("people", "roles")
    return lemma in roles or lemma.rsplit("-", 1)[-1] in roles


def vote_for_person(a: Around, votes: Votes) -> None:
    """Add what the words around a name say for its being a person's.

    Args:
        a: The name in its sentence.
        votes: Its votes, which are added to.
    """
    tree, token = a.tree, a.token
    if token.deprel in ("nsubj", "nsubj:pass") and a.lemma in words_of("names", "person_acts"):
        votes["person"] += CLEAR
    elif (token.deprel == "nsubj:pass" or (token.deprel == "obj" and a.case == "")) and a.lemma in words_of("names", "person_suffers"):
        votes["person"] += SLIGHT
    if token.deprel == "nmod:poss" and (a.lemma in words_of("names", "kin") or a.lemma in words_of("names", "followers")):
        votes["person"] += CLEAR
    if _is_of_a_body(a):
        votes["person"] += CLEAR
    if _is_aged(a):
        votes["person"] += 2 * STRONG  # bodies are not given ages like that
    _by_what_is_beside(a, votes)
    if not _has_article(tree, a.head):
        _by_command(a, votes)
        _by_pronoun(a, votes)


def _by_what_is_beside(a: Around, votes: Votes) -> None:
    """Roles and kin in apposition, and relative clauses with "who"."""
    tree, token = a.tree, a.token
    for k in tree.children(a.head, *_BESIDE):
        child = tree.tokens[k]
        if child.upos == "NOUN" and (is_role(tree.lemma[k]) or tree.lemma[k] in words_of("names", "kin")):
            votes["person"] += STRONG
        elif child.deprel == "appos" and child.upos == "NOUN" and "who" in (a.tree.low[m] for m in tree.subtree(k)):
            votes["person"] += STRONG  # "X, a native of Y who"
        elif child.deprel == "acl:relcl" and any(tree.low[m] in ("who", "whose", "whom") for m in tree.children(k)):
            votes["person"] += LIKELY
    if a.governor is not None and token.deprel in ("appos", "nmod:desc", "flat") and is_role(a.lemma) and a.governor.upos == "NOUN":
        votes["person"] += CLEAR


def _by_command(a: Around, votes: Votes) -> None:
    """Who leads is a person more often than a body: "led by X", "X commands the unit", "under the command of X", "under X"."""
    tree, token, governor = a.tree, a.token, a.governor
    if governor is None:
        return
    if token.deprel in ("obl:agent", "obl") and a.case == "by" and a.lemma in words_of("names", "leading"):
        votes["person"] += CLEAR
    elif token.deprel == "nsubj" and a.lemma in words_of("names", "leading") and tree.children(governor.i, "obj"):
        votes["person"] += LIKELY
    elif a.case == "of" and a.lemma in words_of("names", "leadership") and tree.case(governor.i) == "under":
        votes["person"] += STRONG  # outweighs that leadership belongs to bodies
    elif token.deprel == "nmod:poss" and a.lemma in words_of("names", "leadership") and tree.case(governor.i) == "under":
        votes["person"] += STRONG
    elif a.case == "under" and token.deprel in ("obl", "nmod"):
        votes["person"] += LIKELY


def _by_pronoun(a: Around, votes: Votes) -> None:
    """A subject that is "he" or "she" further on in its sentence, where no other name is a subject before the pronoun."""
    tree = a.tree
    if a.token.deprel not in SUBJECTS or a.governor is None or a.governor.deprel not in ("root", "conj", "advcl"):
        return
    for token in tree.tokens[a.head + 1 :]:
        if token.deprel in SUBJECTS and token.upos in ("PROPN", "NOUN"):
            return
        if token.upos in ("PRON", "DET") and tree.low[token.i] in _HE:
            votes["person"] += SLIGHT
            return


def _is_of_a_body(a: Around) -> bool:
    """Say whether a name of several words follows a body and "of": "the Democratic Front of X Y" tells by whom it is led."""
    if a.before is None or a.before.text != "of" or a.before.i == 0 or a.tree.tokens[a.before.i + 1].upos != "PROPN":
        return False
    owner, name = a.tree.tokens[a.before.i - 1], a.tree.tokens[a.before.i + 1 : a.before.i + 3]
    words = [w for t in name for w in t.text.split()]
    plain = all(w.istitle() and not is_place_name(w) and country_of_adjective(w) is None and not is_body_noun(w.lower()) for w in words)
    is_body = owner.upos == "PROPN" and is_body_noun(owner.text.lower()) and owner.end - owner.start > len(owner.text)  # a name as one word
    whole = (
        owner.end - owner.start >= _WHOLE_NAME
        or a.before.start > owner.end + 1
        or any(w.lower() in words_of("first_names", "first") for w in words)
    )
    return is_body and whole and len(words) > 1 and plain and not any(t.name.endswith("LOC") for t in name)


def _has_article(tree: Tree, head: int) -> bool:
    return any(tree.low[k] == "the" for k in tree.children(head, "det"))


def _is_aged(a: Around) -> bool:
    """Say whether an age stands after the name: ", 34,", ", aged 26", ", a 34-year-old"."""
    if a.after is None or a.after.text != ",":
        return False
    for token in a.tree.tokens[a.after.i + 1 : a.after.i + 3]:
        if token.text.isdigit():
            rest = a.tree.tokens[token.i + 1 : token.i + 2]
            return int(token.text) in _AGES and (not rest or rest[0].text in (",", ";", "."))
        if token.text.lower() == "aged" or token.text.endswith("-year-old"):
            return True
    return False


@cache
def _titles_and_roles() -> frozenset[str]:
    return words_of("people", "titles") | frozenset(table("people", "roles"))
