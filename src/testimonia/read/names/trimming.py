"""What in a run of capitalised words is no part of a name: titles and ranks, adjectives of peoples, a language, "Military Wing of"."""

from testimonia.read.lexicon import any_of, table, words_of
from testimonia.read.names.heads import is_body_noun, is_foreign_head, is_head, is_honorific, is_programme, small_words
from testimonia.read.names.pieces import Piece, has_article
from testimonia.text.geography import country_of_adjective, is_country, is_people, is_place_name, region_of_adjective
from testimonia.text.names import fold_spelling
from testimonia.text.unit_words import unit_word

_LONGEST_PLACE = 6
"""Words of the longest names of countries and regions ("Democratic Republic of the Congo" has five)."""

_FEWEST_OF_A_BODY = 2
"""Words of a body's name that an office before it is taken off; "Minister of Defence" is an office."""


def trimmed(run: list[Piece], *, before: str) -> list[list[Piece]]:
    """Take titles and the like off a run, and split it at titles inside it.

    Args:
        run: Capitalised pieces, with the small words between them.
        before: The word that follows the run; empty where a mark stands between.

    Returns:
        What is left, each part one name.
    """
    if len(run) == 1:
        return [run]
    run = _without_nationality(_without_language(_without_wing(_without_office(run))), before)
    cut = _after_last_title(run)
    small = small_words()
    parts = []
    for part in (_without_portfolio(run[: cut - 1] if cut > 1 else []), *_place_then_person(_without_rank(run[cut:]))):
        while part and part[-1].low in small and not part[-1].capital:
            part = part[:-1]
        if part:
            parts.append(part)
    return parts


def _without_office(run: list[Piece]) -> list[Piece]:
    """Take a capitalised office off the body in which it is held: "Director of the X Network", "Deputy Chairman of the Y Party"."""
    joint = next((n for n, p in enumerate(run) if p.low in ("of", "for") and not p.capital), 0)
    rest = run[joint + 1 :]
    rest = rest[1:] if rest and rest[0].low == "the" else rest
    lead = [p.low for p in run[:joint]]
    if not joint or len(rest) < _FEWEST_OF_A_BODY or lead[-1] not in table("people", "roles"):
        return run
    known = any_of(("people", "portfolios"), ("people", "titles"), ("people", "ranks_within"))
    named = any(is_body_noun(p.low) for p in rest) and not is_body_noun(lead[-1])
    return rest if named and all(word in known for word in lead[:-1]) else run


def _without_portfolio(run: list[Piece]) -> list[Piece]:
    """Take off what belongs to the title that follows: "Prime" of "Prime Minister", not "5th Brigade" before "Colonel"."""
    while (
        run
        and run[-1].low in words_of("people", "portfolios")
        and not (len(run) > 1 and run[-1].low in words_of("names", "numbered_units"))
    ):
        run = run[:-1]
    return run


def _without_rank(run: list[Piece]) -> list[Piece]:
    """Take a rank off a country or region that it follows: "the former Burundi General, X"."""
    ranked = len(run) > 1 and run[-1].low in words_of("people", "titles") and (len(run) > 2 or not is_head(run[-1].low) or run[-1].comma)
    lead = " ".join(p.core for p in run[:-1])
    return run[:-1] if ranked and (is_country(lead) or is_place_name(lead)) else run


def _without_language(run: list[Piece]) -> list[Piece]:
    """Take the language off a name that is given in it: "in Arabic al-Jaysh al-Arabi", "from the Spanish Frente Rojo"."""
    named = run[0].low in words_of("names", "languages")
    foreign = (has_article(run[1].core) and run[1].core[0].islower()) or (_is_foreign(run[1].low) and len(run) > 2)
    return run[1:] if named and foreign else run


def _is_foreign(low: str) -> bool:
    known = unit_word(fold_spelling(low))
    return known is not None and "en" not in known.languages


def _without_nationality(run: list[Piece], before: str) -> list[Piece]:
    """Take adjectives of peoples and faiths off a name in another language, or before a noun that tells what the name is of.

    "the Somali Harakat al-X"; "Muslim X rebels", "the Chechen X district". A nation before a body's name may tell namesakes apart.
    """
    first = next((n for n, p in enumerate(run) if not _tells_a_people(p) and p.low not in words_of("places", "parts")), len(run))
    if not first or first == len(run) or not _tells_a_people(run[first - 1]):
        return run
    if len(run) > 2 and first == 1 and is_foreign_head(run[1].low) and country_of_adjective(run[0].core) is not None:
        return run[1:]
    bodies = any_of(("people", "generic_groups"), ("names", "plural_bodies"), ("people", "members"))
    kept = run[first:]
    named = len(kept) == 1 and not (is_body_noun(kept[0].low) or is_programme(kept[0].low) or is_people(kept[0].core))
    of_faith = before in bodies and run[first - 1].low in words_of("names", "faiths")
    return kept if named and (of_faith or before in words_of("places", "before")) else run


def _tells_a_people(piece: Piece) -> bool:
    """Say whether a word is the adjective of a nation, a region, a people or a faith: Rwandan, Chechen, Muslim."""
    adjective = country_of_adjective(piece.core) is not None or region_of_adjective(piece.core) is not None
    if adjective and not is_country(piece.core) and not is_place_name(piece.core):
        return True
    return piece.low in any_of(("names", "faiths"), ("names", "ethnonyms"))


def _place_then_person(run: list[Piece]) -> list[list[Piece]]:
    """Cut a country or region off the person's name that follows it: "Minister for the Middle East Tobias Ellwood"."""
    for at in range(1, min(len(run) - 1, _LONGEST_PLACE + 1)):
        if run[at].low not in words_of("first_names", "first"):
            continue
        name = " ".join(p.core for p in run[:at])
        if is_place_name(name) or is_country(name):
            return [run] if any(is_body_noun(p.low) for p in run[at:]) else [run[:at], run[at:]]
    return [run]


def _after_last_title(run: list[Piece]) -> int:
    """Give the place after the last title of a run, after which a person's name follows; 0 where the run is no person's.

    In a body's name ("Brigades of Imam X", "Sheikh X Brigade") titles stay; "Northern Army General X Y" is a body and a person.
    """
    titles = words_of("people", "titles")
    cut = max((n + 1 for n, p in enumerate(run[:-1]) if p.low.rstrip(".") in titles and _may_lead(run, n)), default=0)
    heads = [n for n, p in enumerate(run) if is_head(p.low) and p.low not in titles]
    if cut > 1 and is_honorific(run[cut - 1].low) and run[cut - 2].low in words_of("first_names", "first") and len(run) - cut <= 2:
        return 0  # "Hassan Sheikh Omar": the title is his second name
    if not heads and is_body_noun(run[-1].low) and run[-1].low not in titles:
        return 0  # "International Justice Group"
    if not cut or not heads:
        return cut
    inside = cut > 1 and (
        run[cut - 2].low in words_of("names", "small") or is_honorific(run[cut - 2].low) or is_honorific(run[cut - 1].low)
    )
    return cut if heads[-1] < cut - 1 and not inside and len(run) - cut > 1 else 0


def _may_lead(run: list[Piece], n: int) -> bool:
    """Say whether a word may be a title of what follows: not in "Peace, Justice and Work" or "General Staff"."""
    staff = run[n].low == "general" and (run[n + 1].low in ("staff", "headquarters") or is_head(run[n + 1].low))
    return not (run[n].comma or staff) and run[n + 1].low != "and"


def _without_wing(run: list[Piece]) -> list[Piece]:
    """Take "Military Wing of" off the front of a letterhead's line: it tells of a relation and is no part of the name."""
    words = [p.low for p in run[:3]]
    at = next((n for n, w in enumerate(words) if w in words_of("relations", "wing_nouns")), None)
    if (
        at is None
        or [p.low for p in run[at + 1 : at + 2]] != ["of"]
        or not all(w in words_of("relations", "wing_kinds") for w in words[:at])
    ):
        return run
    rest = run[at + 2 :]
    return rest[1:] if rest and rest[0].core == "the" else rest
