"""What bodies may have members, and how a membership is written down."""

from testimonia.model.party import Party
from testimonia.read.claims.drafts import Draft, cover, date_for_noun, party_span, polarity_of
from testimonia.read.lexicon import any_of, words_of
from testimonia.read.names.cast import Member
from testimonia.read.reference.scene import Scene
from testimonia.read.syntax import Tree

UMBRELLAS = ("coalition", "political_body", "armed_group", None)
"""Kinds of bodies that may have other bodies as members."""


def is_umbrella(member: Member | None) -> bool:
    """Say whether a body is a coalition, by its kind or by a name that calls it one.

    Args:
        member: A body of the document.

    Returns:
        True for "Northern Alliance"; such a body has members and no parts.
    """
    if member is None or member.kind in ("state_force", "government", "media"):
        return False
    words = words_of("relations", "coalition_words")
    return member.kind == "coalition" or any(name.split()[-1].lower() in words for name in member.names)


def is_unit(member: Member | None) -> bool:
    """Say whether a body is named as a unit, which has units as parts and not as members.

    Args:
        member: A body of the document.

    Returns:
        True for "Northern Brigade", "3rd Battalion".
    """
    units = any_of(("relations", "unit_nouns"), ("relations", "echelons"))
    return member is not None and not is_umbrella(member) and all(name.split()[-1].lower() in units for name in member.names)


def has_peers(member: Member) -> bool:
    """Say whether a body, coalition or not, is one of which other bodies are members rather than parts.

    Args:
        member: A body of the document.

    Returns:
        False for a state's force, a wing, and what is named as a unit or an army: "X Brigade", "Y Army".
    """
    return member.kind in UMBRELLAS and (member.kind != "armed_group" or not is_unit(member))


def membership_draft(scene: Scene, tree: Tree, i: int, subject: Party, coalition: Party, *, rule: str, trigger: str) -> Draft:
    """Write down that a body is a member of another, with the date and the denial that belong to a word.

    Args:
        scene: The document being read.
        tree: The sentence.
        i: Position of the word that tells of the membership.
        subject: The member.
        coalition: The body that it is a member of.
        rule: The rule's name.
        trigger: The words that made the rule think of it.

    Returns:
        A draft of `member_of`.
    """
    date = date_for_noun(scene, tree, i)
    clause = tree.clause(i)
    denied = tree.is_negated(i) or tree.is_negated(clause)
    token = tree.tokens[i]
    span = cover((token.start, token.end), party_span(subject), party_span(coalition), within=tree)
    return Draft(
        "member_of",
        subject,
        *span,
        token.start,
        rule,
        trigger,
        object=coalition,
        edtf=None if date is None else date.edtf,
        basis="stated" if date is None else date.basis,
        mode="throughout",
        polarity=polarity_of(denied=denied),
    )
