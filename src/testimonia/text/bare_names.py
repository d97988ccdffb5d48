"""Words that are nothing but a name: where nobody made out whose, it may be a private person's."""

import re
from functools import cache
from importlib.resources import files

import yaml

_LETTERS = re.compile(r"[^\W\d_]+")


def is_bare_name(words: str) -> bool:
    """Say whether words are a name and describe nobody.

    Args:
        words: How somebody is spoken of.

    Returns:
        True if all words but particles begin with a capital or belong to a script without capitals; peoples in the plural ("Malians")
        are no names.

    Example:
        >>> is_bare_name("Juan de la Cruz"), is_bare_name("Malian soldiers"), is_bare_name("Residents")
        (True, False, False)
    """
    told = [word for word in _LETTERS.findall(words) if word not in _particles()]
    return bool(told) and not any(word[0].islower() for word in told) and not all(word.endswith("s") for word in told)


@cache
def _particles() -> frozenset[str]:
    return frozenset(yaml.safe_load((files("testimonia.text") / "data" / "name_particles.yml").read_text("utf-8")))
