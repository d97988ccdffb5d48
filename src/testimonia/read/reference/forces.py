"""Forces told of by their country: which country "Sri Lankan" or "of Mali" beside "army" names."""

from testimonia.read.syntax import Tree
from testimonia.text.geography import country_code, country_of_adjective


def country_words(tree: Tree, i: int) -> str:
    """Give a modifier with the word before it where both together tell a country: "Sri Lankan".

    Args:
        tree: The sentence.
        i: Position of the modifier.

    Returns:
        The words as they stand.
    """
    before = tree.tokens[i - 1].text if i else ""
    both = f"{before} {tree.tokens[i].text}"
    return both if before.isalpha() and country_told_by(both) else tree.tokens[i].text


def country_told_by(word: str) -> str | None:
    """Give the country that a word names or is the adjective of.

    Args:
        word: Such as "Mali" or "Malian".

    Returns:
        ISO 3166-1 alpha-2, or None.
    """
    return country_of_adjective(word) or country_code(word)
