"""Language: which language a text is in, by its script and by py3langid over the whole of it."""

import re
from collections import Counter
from functools import cache
from typing import Any

from testimonia.capture.word_lists import load_list

RELIABLE = 60
"""Characters from which py3langid's first answer is taken; shorter lines are often taken for a neighbouring language, so lines are never
asked."""

SURE = 0.95
"""Probability that a shorter text's language needs; under it the language stays unknown."""

SAMPLE = 20_000
"""Characters whose script is counted."""

IDENTIFIED = 4_000
"""Characters in the main script that py3langid gets; it is sure after a few hundred, and takes 1 ms for each thousand."""


def name_language(text: str) -> str | None:
    """Name the language that most of a text is in.

    Args:
        text: The text as captured.

    Returns:
        BCP 47, such as `en`; None where the text is too short to tell or has no letters.

    Example:
        >>> name_language("The two movements signed a ceasefire in the capital after three weeks of talks.")
        'en'
    """
    sample = text[:SAMPLE]
    script = main_script(sample)
    if script is None:
        return None
    allowed = _languages_of(script)
    if len(allowed) <= 1:
        return next(iter(allowed), None)
    foreign = {ord(character): None for character in set(sample) if character.isalpha() and _script_of(character) not in (script, None)}
    letters = " ".join(sample.translate(foreign).split())[:IDENTIFIED]
    ranked = [(str(language), float(probability)) for language, probability in _identifier().rank(letters) if language in allowed]
    language, probability = ranked[0]
    return language if len(letters) >= RELIABLE or probability >= SURE else None


def main_script(text: str) -> str | None:
    """Name the script that most letters of a text are in.

    Args:
        text: Any text.

    Returns:
        A name in `data/scripts.yaml`; None where there is no letter of a known script.
    """
    counts: Counter[str] = Counter()
    for character, count in Counter(text).items():
        script = _script_of(character) if character.isalpha() else None
        if script is not None:
            counts[script] += count
    return counts.most_common(1)[0][0] if counts else None


@cache
def _ranges() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((name, re.compile(f"[{entry['letters']}]")) for name, entry in load_list("scripts").items())


@cache
def _script_of(character: str) -> str | None:
    return next((name for name, letters in _ranges() if letters.match(character)), None)


@cache
def _languages_of(script: str) -> frozenset[str]:
    listed = load_list("scripts")[script]["languages"]
    if listed != "rest":
        return frozenset(listed)
    others = {language for entry in load_list("scripts").values() if entry["languages"] != "rest" for language in entry["languages"]}
    return frozenset(str(language) for language in _identifier().labels) - others - {"zxx"}


@cache
def _identifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # loads a model and numpy

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
