"""What a saying is, and the words of saying with the stance that each gives (codebook, section 4)."""

from dataclasses import dataclass
from functools import cache

from testimonia.codebook.words import load_words
from testimonia.model.kinds import STANCES, Stance

Stretch = tuple[int, int, tuple[int, int] | None]
"""Start, end and hole: the saying itself, where it stands inside of what is said."""


@dataclass(frozen=True, slots=True)
class Saying:
    """A saying in a sentence.

    `cue` is the position of the word that says, `speaker` of the head of who says it, None where nobody is named. `stance` is None for
    an attitude (to know, to hope, not to say), which tells what somebody holds and is no testimony. `clausal` is false where a noun
    phrase or an infinitive is what is said ("denied the attack", "is said to have left").
    """

    cue: int
    speaker: int | None
    contents: tuple[Stretch, ...]
    stance: Stance | None
    passive: bool = False
    clausal: bool = True


@cache
def stances() -> dict[str, Stance]:
    """Map the lemma of every verb of saying to its stance.

    Returns:
        Lemma to stance.
    """
    return {str(verb): stance for stance, verbs in load_words("voices")["verbs"].items() if stance in STANCES for verb in verbs}


@cache
def noun_stances() -> dict[str, Stance]:
    """Map the lemma of every noun of saying to its stance.

    Returns:
        Lemma to stance.
    """
    return {str(noun): stance for stance, nouns in load_words("voices")["nouns"].items() if stance in STANCES for noun in nouns}
