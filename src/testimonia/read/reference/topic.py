"""Topic: whom a text is speaking of at one point, and whom a generic word can stand for."""

from dataclasses import dataclass, field

from testimonia.read.lexicon import words_of
from testimonia.read.names.cast import Member


@dataclass(slots=True)
class Topic:
    """Whom the text is speaking of.

    `issuer` is who speaks as "we" in the whole document, `described` a body or people without a name that the sentence before spoke of;
    `elsewhere` tells that it spoke of a country, which a pronoun may mean, `several` that it spoke of several bodies at once, `pair` which
    two they were. `told` are the bodies told of since the last heading, `named_last` those that the sentence before names;
    `headed_by_person` tells that the heading above is a person's name.
    """

    title: Member | None = None
    section: Member | None = None
    subject: Member | None = None
    state_force: Member | None = None
    person: Member | None = None
    place: Member | None = None
    issuer: Member | None = None
    described: str | None = None
    headed_by_person: bool = False
    elsewhere: bool = False
    several: bool = False
    pair: list[Member] = field(default_factory=list)
    recent: list[Member] = field(default_factory=list)
    told: list[Member] = field(default_factory=list)
    named_last: list[Member] = field(default_factory=list)

    def tell_of(self, member: Member) -> None:
        """Note that a body was the subject of a sentence, the last of all.

        Args:
            member: The body.
        """
        self.told = [*(m for m in self.told if m is not member), member][-8:]


def fits(member: Member, word: str) -> bool:
    """Say whether a generic word can stand for a member: "the front" for a front, "the group" for anybody but a state.

    Args:
        member: Who may be meant.
        word: The generic noun, in lower case.

    Returns:
        True where the word stands in one of the member's names, or is general enough for a body that is no state.
    """
    names = " ".join(member.names).lower()
    if word.rstrip("s") in names.split() or word in names.split():
        return True
    if member.kind in ("state_force", "government", "media"):
        return False
    if word in words_of("names", "any_body"):
        return True
    if word in words_of("names", "fighting_body"):
        return member.kind not in ("civil_org", "intergovernmental")
    return word in words_of("names", "coalition_body") and member.kind == "coalition"
