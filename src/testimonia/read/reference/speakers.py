"""Whoever has spoken in a document so far, so that "he", "it" and "the office" find the speaker that they take up."""

from testimonia.model.party import Party


class Speakers:
    """The speakers of a document in the order in which they speak; asked for the last one of a kind.

    Attributes:
        said: How many sayings there were.
        last: Who spoke last; None before anybody has.
        last_body: Who spoke last and is no person named in the document.
        last_he_or_she: Who spoke last and may be one: a person, or a speaker described in words.
    """

    __slots__ = ("_by_noun", "last", "last_body", "last_he_or_she", "said")

    def __init__(self) -> None:
        """Begin with nobody."""
        self.said = 0
        self.last: Party | None = None
        self.last_body: Party | None = None
        self.last_he_or_she: Party | None = None
        self._by_noun: dict[str, Party] = {}

    def add(self, speaker: Party, *, is_person: bool) -> None:
        """Note that somebody speaks.

        Args:
            speaker: Who speaks.
            is_person: Whether it is a person whom the document names.
        """
        self.said += 1
        self.last = speaker
        if not is_person:
            self.last_body = speaker
        if is_person or speaker.referent is None:
            self.last_he_or_she = speaker
        words = speaker.words.lower().split()
        if len(words) > 1:
            self._by_noun[words[-1]] = speaker

    def called(self, noun: str) -> Party | None:
        """Give the speaker whom a bare noun takes up: "the United Nations human rights office ... the office".

        Args:
            noun: The noun as it stands, in lower case.

        Returns:
            The last one whose words of description or name end in it, and are more than it; None where there is none.
        """
        return self._by_noun.get(noun)
