"""Sayings appended to what is said, or set into it: "..., the army said", "The convoy, residents said, had left", "as the envoy put it"."""

from collections.abc import Iterator

from testimonia.read.lexicon import words_of
from testimonia.read.syntax import SUBJECTS, Tree
from testimonia.read.voices.cues import Stretch, stances

_SHORT_END = 60
"""Code points that may follow an appended verb of saying up to the sentence's end ("..., it said in a statement on Monday.")."""
_LONG_ENOUGH = 20
"""Code points before an appended verb; less is no sentence that something could be appended to."""
_MARKS = frozenset((",", "”", '"', "—", "–", "''", "’"))
"""What sets a saying off from what is said."""


def appended(tree: Tree, i: int) -> Iterator[Stretch]:
    """Give the sentence that a saying is appended to or stands inside of.

    Args:
        tree: The sentence.
        i: Position of the verb.

    Yields:
        The sentence, with the saying itself as its hole.
    """
    token = tree.tokens[i]
    opens = token.i + 1 < len(tree.tokens) and tree.tokens[token.i + 1].text == ":"
    if opens or not _can_be_appended(tree, i) or not _is_set_off(tree, i) or _is_filler(tree, i):
        return
    if tree.children(i, "xcomp") or any(tree.tokens[k].text.lower() != "it" for k in tree.children(i, "obj")):
        return
    if token.deprel in ("parataxis", "ccomp", "advcl", "acl", "acl:relcl") or (token.deprel == "conj" and not tree.children(i, "cc")):
        yield tree.sentence.start, tree.sentence.end, _saying_itself(tree, i)
    elif tree.sentence.end - token.end < _SHORT_END and token.start - tree.sentence.start > _LONG_ENOUGH:
        subject = next(iter(tree.children(i, *SUBJECTS)), None)
        low = min(token.start, tree.extent(subject)[0] if subject is not None else token.start)
        yield tree.sentence.start, tree.sentence.end, (low, tree.sentence.end)


def is_as_clause(tree: Tree, i: int) -> bool:
    """Say whether a verb stands in a clause of "as": "as the envoy put it", "as residents know".

    Args:
        tree: The sentence.
        i: Position of the verb.

    Returns:
        True where "as" opens its clause.
    """
    return any(tree.tokens[k].text.lower() == "as" for k in tree.children(i, "mark", "advmod"))


def _can_be_appended(tree: Tree, i: int) -> bool:
    """Say whether a verb can be appended: most verbs of saying, and to think or to hope; "as they know"."""
    lemma = tree.tokens[i].lemma.lower()
    if tree.tokens[i].deprel.startswith("acl") and not is_parenthesis(tree, i):
        return False
    if is_as_clause(tree, i) and lemma in words_of("voices", "as_attitudes"):
        return True
    says = lemma in stances() and lemma not in words_of("voices", "never_appended")
    return says or lemma in words_of("voices", "appended_attitudes")


def is_parenthesis(tree: Tree, i: int) -> bool:
    """Say whether a saying stands between commas behind a subject: "Two convoys, said the mayor, had left".

    The parse takes it for a clause of the subject's.

    Args:
        tree: The sentence.
        i: Position of the verb.

    Returns:
        False for relative clauses.
    """
    below = tree.subtree(i)
    after = below[-1] + 1 if tree.tokens[below[-1]].deprel != "punct" else below[-1]
    before, subjects = tree.tokens[below[0] - 1 if tree.tokens[below[0]].deprel != "punct" else below[0]], tree.children(i, *SUBJECTS)
    relative = any(tree.tokens[k].text.lower() in ("who", "which", "that") for k in subjects)
    return bool(subjects) and not relative and before.text in _MARKS and after < len(tree.tokens) and tree.tokens[after].text in _MARKS


def _saying_itself(tree: Tree, i: int) -> tuple[int, int]:
    """Give the words of a saying that stands inside of what is said, up to the comma after it; the rest goes on with what is said."""
    start, end = tree.extent(i)
    comma = next(
        (tree.tokens[k] for k in tree.subtree(i) if k > i and tree.tokens[k].text == "," and tree.tokens[k].deprel == "punct"), None
    )
    return start, (end if comma is None else comma.start)


def _is_set_off(tree: Tree, i: int) -> bool:
    """Say whether a saying is set off by a comma at the end or middle of the sentence: "..., the army said", or opened by "as"."""
    subjects = tree.children(i, *SUBJECTS)
    if is_as_clause(tree, i):
        return True
    if not subjects:
        return False
    first = min(i, tree.subtree(subjects[0])[0])
    before = tree.tokens[first if tree.tokens[first].text in _MARKS else max(0, first - 1)]
    return before.text in _MARKS


def _is_filler(tree: Tree, i: int) -> bool:
    """Say whether a saying is a filler of speech that carries nothing: "you know", "you see", "I mean"."""
    if is_as_clause(tree, i):
        return False
    subject = next((tree.tokens[k].text.lower() for k in tree.children(i, *SUBJECTS)), "")
    return (subject, tree.tokens[i].lemma.lower()) in (("you", "know"), ("you", "see"), ("i", "mean"))
