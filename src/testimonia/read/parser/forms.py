"""The form of a word as the model sees it: straight quotes, no invisible characters."""

import unicodedata

_QUOTES = str.maketrans(
    {
        **dict.fromkeys("\u2018\u2019\u201a\u201b\u2032\u02bc\u00b4", "'"),
        **dict.fromkeys("\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb", '"'),
        "\u2010": "-",
        "\u2011": "-",
    }
)


def model_form(word: str) -> str:
    """Write a word as the model was taught to read it.

    Args:
        word: A word as it stands in the document.

    Returns:
        The word with straight quotes and plain hyphens, without format characters; never empty.

    Example:
        >>> model_form("n’t"), model_form("Hez\\u00adbollah")
        ("n't", 'Hezbollah')
    """
    if word.isascii():
        return word or "_"
    plain = "".join(c for c in word.translate(_QUOTES) if unicodedata.category(c) != "Cf")
    return plain or "_"
