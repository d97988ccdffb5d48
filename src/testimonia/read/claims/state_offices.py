"""In which state an office is held: the country that stands with it ("Colombia's defence minister"), or the one that the text is about."""

from testimonia.model.party import Party
from testimonia.read.claims.parties import country_in
from testimonia.read.lexicon import any_of, words_of
from testimonia.read.names.cast import Member
from testimonia.read.reference.forces import country_words
from testimonia.read.reference.governments import codes_of, countries_in, country_spoken_of, standing_government
from testimonia.read.reference.scene import Scene
from testimonia.read.syntax import Tree

_OWNING = ("nmod:poss", "amod", "compound", "nmod:desc", "nmod:unmarked")


def is_state_office(role: str) -> bool:
    """Say whether a role is an office of a state, which needs no body beside it to be understood.

    Args:
        role: The role as it is written down.

    Returns:
        True for a president, a minister, a king; False for a spokesman and a commander.
    """
    words = role.split()
    offices = words_of("people", "state_offices")
    own = any_of(("people", "heads_of_states"), ("people", "sent_by_states"))
    return bool(words) and (words[0] == "government" or not own.isdisjoint(words) or any(office in role for office in offices))


def state_of_office(scene: Scene, tree: Tree, near: list[int]) -> Party | None:
    """Give the state whose office words near it tell: X in "X's president", "the president of X", and for the adjective of X.

    Args:
        scene: The document being read.
        tree: The sentence.
        near: The words of the office and the names of who holds it.

    Returns:
        Its government where the document names it, else the country; None where none is told or the document has no name for it.
    """
    for k in _owning(tree, near):
        spot, codes = scene.spot_at(tree, k), _told_at(scene, tree, k)
        member = next((m for code in codes if (m := _state(scene, code)) is not None), None)
        if member is not None:
            start, end = (tree.tokens[k].start, tree.tokens[k].end) if spot is None else (spot.start, spot.end)
            return scene.named(member, how="name", start=start, end=end)
    return None


def is_of_a_country(scene: Scene, tree: Tree, near: list[int]) -> bool:
    """Say whether words near an office tell a country, also one for which the document has no name: "the French president".

    Args:
        scene: The document being read.
        tree: The sentence.
        near: The words of the office and the names of who holds it.

    Returns:
        True where the office cannot be that of the country that the text is about.
    """
    return any(_told_at(scene, tree, k) for k in _owning(tree, near))


def _owning(tree: Tree, near: list[int]) -> list[int]:
    """List what may tell whose office it is."""
    owning = [k for i in near for k in tree.children(i, *_OWNING)]
    owning += [k for i in near for k in tree.children(i, "nmod") if tree.case(k) == "of"]
    return [k for k in owning if k not in near]


def _told_at(scene: Scene, tree: Tree, i: int) -> tuple[str, ...]:
    """Give the codes of the countries that a word or a name may tell of."""
    spot = scene.spot_at(tree, i)
    return codes_of(country_words(tree, i) if spot is None else spot.text)


def force_of_role(scene: Scene, tree: Tree, words: tuple[int, ...]) -> Party | None:
    """Give the force whose officer somebody is: "the army spokesman", "the director general of police", "Police Commissioner P".

    Args:
        scene: The document being read.
        tree: The sentence.
        words: The words of the role.

    Returns:
        The only force of that sort that the document names, or that of the state that it is about; None where none is told.
    """
    beside = [k for i in words for k in tree.children(i, "compound", "nmod:desc", "amod")]
    beside += [k for i in words for case, k in tree.obliques(i) if case == "of" and not tree.children(k, "amod", "compound", "nmod")]
    at = next((k for k in (*words, *beside) if tree.low[k] in words_of("people", "forces_with_officers")), None)
    if at is None or scene.spot_at(tree, at) is not None:
        return None
    sort = words_of("names", "army_words") if tree.low[at] in ("army", "military") else {tree.low[at]}
    forces = {scene.cast.stands_for[m.key][0]: m for m in scene.cast.members.values() if m.kind == "state_force"}
    named = {key for key, m in forces.items() if not sort.isdisjoint(" ".join(m.names).lower().split())}
    own = {key for key in named if scene.cast.members[key].country == country_spoken_of(scene.text)}
    only = named if len(named) == 1 else own
    told = _army_noted(scene, at=tree.tokens[at].start) if not named and tree.low[at] in ("army", "military") else None
    force = scene.cast.members[next(iter(only))] if len(only) == 1 else told
    token = tree.tokens[at]
    return None if force is None else scene.named(force, how="topic", start=token.start, end=token.end)


def _army_noted(scene: Scene, *, at: int) -> Member | None:
    """Give the army that the document names further on in small letters: "Sudan's army", where it names that of no other country."""
    armies = {code: words for code, words in scene.cast.forces.items() if any(w.split()[-1] in ("army", "military") for w in words)}
    if len(armies) != 1:
        return None
    code, words = next(iter(armies.items()))
    return scene.cast.force_of(code, max(words, key=lambda phrase: (words[phrase], phrase)), at=at)


def state_spoken_of(scene: Scene, tree: Tree, i: int) -> Party | None:
    """Give the state that a text is about, for an office that stands alone: "President X" in an account of one country's war.

    Args:
        scene: The document being read.
        tree: The sentence.
        i: Position of the office's head.

    Returns:
        The state, or None where the text speaks of several countries alike, or the sentence of another one before the office.
    """
    code = country_spoken_of(scene.text)
    token = tree.tokens[i]
    before = countries_in(scene.text[tree.sentence.start : token.start])
    if code is None or (before and code not in before) or "Number=Plur" in token.feats:
        return None  # "In Uganda, President P", "Presidents P and Q"
    member = _state(scene, code)
    return None if member is None else scene.named(member, how="topic", start=token.start, end=token.end)


def _state(scene: Scene, code: str) -> Member | None:
    """Give what stands for a state in a document: its government where it is named so, else the country."""
    return standing_government(scene.cast, code) or country_in(scene, code)
