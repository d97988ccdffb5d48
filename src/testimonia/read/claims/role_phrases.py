"""How far the words of a role reach: "minister", "minister of higher education", "deputy military spokesman", "head of mission"."""

import re
from collections.abc import Iterator
from functools import cache

from testimonia.read.claims.role_bodies import Role
from testimonia.read.lexicon import any_of, table, words_of
from testimonia.read.reference.scene import Scene
from testimonia.read.syntax import Tree
from testimonia.text.geography import country_code
from testimonia.text.scanning import openers_of, scan

_NAMING = ("NOUN", "PROPN", "ADJ")


def roles_in(scene: Scene, tree: Tree) -> Iterator[Role]:
    """Find the roles of a sentence: phrases of several words first, then single nouns.

    Args:
        scene: The document being read.
        tree: The sentence.

    Yields:
        Roles, each with all its words.
    """
    taken: set[int] = set()
    for match in scan(_phrases(), _openers(), scene.text, tree.sentence.start, tree.sentence.end):
        inside = tuple(t.i for t in tree.tokens if match.start() <= t.start and t.end <= match.end())
        heads = [i for i in inside if tree.tokens[i].head not in inside]
        if heads and scene.spot_at(tree, heads[0]) is None:
            taken.update(inside)
            yield Role(heads[0], inside, table("people", "role_phrases")[" ".join(match.group().lower().split())])
    roles = table("people", "roles")
    for token in tree.tokens:
        role = roles.get(token.lemma.lower()) or roles.get(token.text.lower())
        if role is None or token.upos not in ("NOUN", "PROPN") or token.i in taken:
            continue
        field = portfolio_of(scene, tree, token.i)
        name = _full_role(scene, tree, token.i, role)
        if field:
            name = " ".join([name, *(tree.low[k] for k in field)]).replace(" ,", ",")
        yield Role(token.i, (token.i, *field), name)


def portfolio_of(scene: Scene, tree: Tree, i: int) -> tuple[int, ...]:
    """Give the words behind an office that say for what it is held: "of higher education", "for peace and national reconciliation".

    Args:
        scene: The document being read.
        tree: The sentence.
        i: Position of the office's noun.

    Returns:
        Positions from the preposition on; empty where a body, a country or nothing stands there.
    """
    if tree.lemma[i] not in words_of("people", "with_portfolio") or i + 1 >= len(tree.tokens) or tree.low[i + 1] not in ("of", "for"):
        return ()
    at = first = i + 2 + (i + 2 < len(tree.tokens) and tree.low[i + 2] == "the")
    end = first
    while at < len(tree.tokens):
        if tree.tokens[at].upos in _NAMING and _is_field(scene, tree, at):
            at = end = at + 1
        elif tree.low[at] in ("and", ",", "&") and at > first and _goes_on(scene, tree, at + 1):
            at += 1
        else:
            break
    return tuple(range(i + 1, end)) if end > first else ()


def _goes_on(scene: Scene, tree: Tree, at: int) -> bool:
    """Say whether a field goes on behind a comma or "and": not where another office, a person or a verb comes."""
    run = at
    while run < len(tree.tokens) and tree.tokens[run].upos in _NAMING and _is_field(scene, tree, run):
        run += 1
    if run == at or tree.low[run - 1] in table("people", "roles"):
        return False
    return tree.low[at - 1] == "and" or (run < len(tree.tokens) and (tree.low[run] == "and" or tree.low[run] == ","))


def _is_field(scene: Scene, tree: Tree, i: int) -> bool:
    """Say whether a word can tell for what an office is held: no person, no place, no body with a noun for bodies in its name."""
    member = scene.member_at(tree, i)
    if member is None:
        return tree.low[i] not in any_of(("people", "rulers"), ("people", "generic_groups")) and not scene.is_time(tree, i)
    if member.cls != "org":
        return False
    words = member.key.split()
    bodies = any_of(("people", "generic_groups"), ("people", "rulers"))
    return not any(country_code(name) for name in member.names) and bodies.isdisjoint(words) and not any(n.isupper() for n in member.names)


@cache
def _openers() -> frozenset[str]:
    return openers_of(table("people", "role_phrases"))


@cache
def _phrases() -> re.Pattern[str]:
    phrases = sorted(table("people", "role_phrases"), key=len, reverse=True)
    return re.compile(r"(?<!\w)(?:" + "|".join(re.escape(p).replace(r"\ ", r"\s+") for p in phrases) + r")(?!\w)", re.IGNORECASE)


def _full_role(scene: Scene, tree: Tree, i: int, role: str) -> str:
    """Give the role with what specifies it ("media officer", "foreign minister"), without names and loaded words."""
    parts = []
    for k in tree.children(i, "compound", "amod", "nmod:desc"):
        token = tree.tokens[k]
        if k > i:
            continue
        if token.text.lower() in words_of("people", "portfolios"):
            parts.append(token.text.lower())
        elif scene.spot_at(tree, k) is None and token.text.islower() and token.text not in words_of("people", "not_of_a_role"):
            parts += [t.text for m in tree.children(k, "amod") if m < k and (t := tree.tokens[m]).text.islower() and t.upos == "ADJ"]
            parts.append(token.text)
    return " ".join([*parts, role])
