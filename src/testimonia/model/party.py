"""Party: what fills a slot of a claim or an event report."""

from dataclasses import dataclass

from testimonia.model.kinds import Filled


@dataclass(frozen=True, slots=True)
class Party:
    """Somebody or something in the words of the text.

    `words` are the words as the document has them ("the group", "suspected insurgents"); `start` and `end` are their offsets, None where
    the party is not named in the text at all (the publisher). `referent` is the thing that they stand for, None for a party that is
    described only: that one stays in words and is never merged with the body it resembles. `how` records how the slot was filled.
    """

    words: str
    referent: str | None = None
    how: Filled = "words"
    start: int | None = None
    end: int | None = None
