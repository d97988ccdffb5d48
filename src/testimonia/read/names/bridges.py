"""Small words inside names: how far "of", "for", "and", "in", "against" and the particles of other languages lead on."""

import re

from testimonia.read.lexicon import any_of, flat, months_and_weekdays, words_of
from testimonia.read.names.ahead import capital_at, ends_in_head, last_of_run, person_follows, run_of
from testimonia.read.names.aims import ABSTRACT, is_a_field, is_a_field_word, two_aims, two_grounds
from testimonia.read.names.heads import is_body_noun, is_foreign_head, is_head, is_programme, joining_heads
from testimonia.read.names.pieces import Piece, date_length, has_article
from testimonia.text.geography import country_of_adjective, is_country, is_place_name
from testimonia.text.names import fold_spelling
from testimonia.text.unit_words import unit_word

_DASHES = frozenset(("-", "–", "—"))
_NUMBER = re.compile(r"^(?!(?:19|20)\d\d$)\d{1,4}$")
"""A number that is not a year."""
_DAY = re.compile(r"^[1-3]?\d$")
_SHORT_MONTH = 3
"""Letters of the short forms of months and weekdays."""
_ASIDE = 12
"""Pieces within which a second dash closes an aside."""
_ARTICLES = frozenset(("a", "o", "as", "os", "il", "lo", "gli"))
"""Articles of other languages that are English words too, or single letters: "para a Libertação"."""
_WINGS = frozenset(("faction", "wing", "fraction", "tendency"))
"""What follows the name of whoever leads a part of a body."""
_MOST_OF_A_LEADER = 3
"""Words of the longest name so used."""
_WIDER = frozenset(("allies", "associates", "affiliates", "friends"))
"""Who a body's name may add to it with "and"."""
_SMALL = frozenset(("of", "for", "and", "in", "on", "against", "to", "with"))


def bridge(pieces: list[Piece], i: int, run: list[Piece]) -> int:
    """Count the pieces after a piece that lead on to the rest of its name.

    Args:
        pieces: The pieces of a passage.
        i: Position of the last piece of the name so far.
        run: The name so far.

    Returns:
        How many pieces to take, the capitalised one at the end included; 0 where the name ends.
    """
    if i + 1 >= len(pieces) or pieces[i + 1].opens:
        return 0
    word = pieces[i + 1].low
    if word in _DASHES:
        return _dash(pieces, i, run)
    if word[:1].isdigit() and run[-1].low in words_of("names", "numbered") and _NUMBER.match(word) and not pieces[i].closes:
        return 1  # "Brigade 313", "Hill 881"
    if word == "the" and len(run) > 1 and run[-2].low == "to" and capital_at(pieces, i + 2):
        return 2  # "Coalition to Save the X"
    if word[:1].isdigit() and (len(run) > 1 or is_foreign_head(run[-1].low)):
        foreign = _foreign_date(pieces, i)
        if foreign:
            return foreign
    if len(word) == _SHORT_MONTH and pieces[i + 1].core[:1].isupper() and word in months_and_weekdays() and capital_at(pieces, i + 2):
        return 2  # "Jan" is a month and a word of names: "Adivasi Jan Sena"
    if word[:1].isdigit() or word in months_and_weekdays():
        return _date_after(pieces, i, run)
    if pieces[i + 1].closes:
        return 0
    if is_foreign_word(pieces[i + 1]) and (is_body_noun(run[0].low) or is_foreign_head(run[-1].low)):
        return 1  # "Gendarmerie nationale", "Forces républicaines du X"
    if is_foreign_head(run[-1].low) and unit_word(word) is not None and _foreign(pieces, i + 1, run):
        return 1  # "Conseil national pour la défense de X"
    if word in _SMALL:
        depth = 2 if i + 2 < len(pieces) and pieces[i + 2].low == "the" and not pieces[i + 2].closes else 1
        return _english(pieces, i, run, word, depth)
    if word in words_of("names", "particles"):
        return _foreign(pieces, i, run)
    return 0


def _foreign_date(pieces: list[Piece], i: int) -> int:
    """Count the pieces of a day of the month inside a name in another language: "Omada 17 Noemvri", "Frente 5 de Abril"."""
    size = 3 if i + 2 < len(pieces) and pieces[i + 2].low in ("de", "di") else 2
    if pieces[i].closes or pieces[i + 1].closes or _DAY.match(pieces[i + 1].core) is None or not capital_at(pieces, i + size):
        return 0
    month = pieces[i + size].core
    beyond = pieces[i + size + 1].core if i + size + 1 < len(pieces) else ""
    joins = month.isalpha() and country_of_adjective(month) is None and not is_country(month) and not beyond[:1].isdigit()
    return size if joins else 0


def _date_after(pieces: list[Piece], i: int, run: list[Piece]) -> int:
    """Take the day that a body is named after: "Organisation 17 November"."""
    if run[-1].low in words_of("names", "colours") and pieces[i + 1].core[0].isupper() and not pieces[i].closes:
        return 1  # "Black September"
    size = date_length(pieces, i + 1)
    if size != 2 or run[-1].low not in joining_heads():
        return 0
    return size if not _is_year_at(pieces, i + 3) else 0


def _dash(pieces: list[Piece], i: int, run: list[Piece]) -> int:
    """Take what a dash adds to a body's name: "Liberation Front – General Command", "Islamic State in X – Y Province"."""
    if not capital_at(pieces, i + 2) or not any(is_head(p.low) or p.low in words_of("names", "networks") for p in run):
        return 0
    after = i + 2
    while not pieces[after].closes and capital_at(pieces, after + 1):
        after += 1
    if any(p.low in _DASHES for p in pieces[after + 1 : after + 1 + _ASIDE]):
        return 0  # a second dash: what stands between is an aside
    added = pieces[i + 2 : after + 1]
    if len(added) <= _MOST_OF_A_LEADER and not pieces[after].closes and after + 1 < len(pieces) and pieces[after + 1].low in _WINGS:
        return after + 1 - i  # "Democratic Front - Songbijit faction"
    if len(added) == 1 and _tells_namesakes_apart(pieces, after):
        return 2
    branch = is_place_name(" ".join(p.core for p in added)) or is_country(" ".join(p.core for p in added)) or added[-1].low == "province"
    networked = any(p.low in words_of("names", "networks") for p in run)
    body = len(added) > 1 and (is_body_noun(added[-1].low) or is_head(added[0].low))
    return 2 if (branch and networked) or body else 0


def _tells_namesakes_apart(pieces: list[Piece], i: int) -> bool:
    """Say whether a word after a dash marks one of several bodies of one name: "Front for X - Renewed", "Movement - North"."""
    word = pieces[i].low
    known = unit_word(word)
    if (known is not None and known.role in ("qualifier", "concept")) or word in words_of("names", "qualifiers"):
        return True
    if word in words_of("places", "parts"):
        return True
    # "Council for X - Forces for Y"
    return is_head(word) and not pieces[i].closes and i + 2 < len(pieces) and pieces[i + 1].low in ("for", "of")


def _is_number_at(pieces: list[Piece], i: int) -> bool:
    return i < len(pieces) and not pieces[i - 1].closes and _NUMBER.match(pieces[i].core) is not None


def _is_year_at(pieces: list[Piece], i: int) -> bool:
    return i < len(pieces) and pieces[i].core.isdigit() and len(pieces[i].core) == 4


def _foreign(pieces: list[Piece], i: int, run: list[Piece]) -> int:
    """Take particles of other languages, one or two, before the next capitalised word."""
    word = pieces[i + 1].low
    if word in words_of("names", "english_particles") and not any(is_foreign_head(p.low) or has_article(p.core) for p in run):
        return 0
    two = i + 3 < len(pieces) and _leads_on(pieces[i + 2])
    depth = 2 if two else 1
    at = i + 1 + depth
    lower = at < len(pieces) and _is_foreign_inside(pieces[at]) and any(is_foreign_head(p.low) or is_body_noun(p.low) for p in run)
    return depth + 1 if lower or capital_at(pieces, at) else 0


def _leads_on(piece: Piece) -> bool:
    """Say whether a word is a second small word of another language: "para a", "pour la", "de los"."""
    return (piece.low in words_of("names", "particles") or piece.core in _ARTICLES) and not piece.capital and not piece.closes


def _is_foreign_inside(piece: Piece) -> bool:
    """Say whether a word without a capital goes on with a name in another language, also with an article written to it: "l'unité"."""
    article, _, rest = piece.core.replace("’", "'").rpartition("'")
    joined = article in ("l", "d") and rest.isalpha() and rest.islower() and unit_word(fold_spelling(rest)) is not None
    return is_foreign_word(piece) or joined


def is_foreign_word(piece: Piece) -> bool:
    """Say whether a word without a capital is one that names of another language are built from.

    Args:
        piece: The word.

    Returns:
        True for nationale and libération; False for whatever English names are built from too.
    """
    known = unit_word(fold_spelling(piece.core)) if piece.core.isalpha() and piece.core.islower() and not piece.opens else None
    if known is None or known.role not in ("unit", "concept", "qualifier"):
        return False
    return "en" not in known.languages or not piece.core.isascii()  # "libération" folds to an English word


def _english(pieces: list[Piece], i: int, run: list[Piece], word: str, depth: int) -> int:
    at = i + 1 + depth
    if word == "of" and at + 1 < len(pieces):
        month = run[-1].low in words_of("names", "ordinals") and pieces[at].low in months_and_weekdays()
        if month and capital_at(pieces, at + 1) and is_body_noun(last_of_run(pieces, at + 1)):
            return depth + 2  # "Ninth of June Organisation"
        if is_head(run[-1].low) and date_length(pieces, at) == 2:
            dated = _is_year_at(pieces, at + 2)
            return depth + 2 + dated if not dated or run[-1].low in ("movement", "movements") else 0
    return depth + 1 if capital_at(pieces, at) and _joins(pieces, at, run, word) else 0


def _joins(pieces: list[Piece], at: int, run: list[Piece], word: str) -> bool:
    """Say whether a small English word leads from a name to a capitalised piece."""
    lead = run[-1].low
    if word in ("of", "for"):
        return _of_joins(pieces, at, run, word)
    if word == "and":
        return _and_joins(pieces, at, run)
    if word == "in":
        return _in_joins(pieces, at, run)
    if word == "against":
        return lead in words_of("names", "peoples") or (
            lead in joining_heads() and (len(run) == 1 or lead in any_of(("people", "offices_of_state"), ("people", "office_nouns")))
        )  # "Front against", "National Directorate against", not "X Front against"
    if word == "to" and lead in words_of("names", "missions"):
        return is_country(run_of(pieces, at)) or is_place_name(run_of(pieces, at))  # "Monitoring Mission to X"
    if word == "to":
        return lead in joining_heads() and pieces[at - 1].low == "to" and not pieces[at].closes and len(run) < 3
    return lead in (flat("joining_on") if word == "on" else words_of("names", "with_after"))


def _of_joins(pieces: list[Piece], at: int, run: list[Piece], word: str) -> bool:
    lead, alone = run[-1].low, len(run) == 1
    inside = any(p.low in ("of", "for", "in") for p in run)
    if word == "of" and len(run) > 1 and is_body_noun(lead) and _is_acronym(pieces[at]):
        return False  # "the Luis Pardo Company of the ELN"
    if word == "of" and ((_is_whole(run) and person_follows(pieces, at)) or _is_part_of_more(pieces, at, run)):
        return False  # "National Front of Jorge Pinto", "32 Battalion of the X Force"
    if (
        lead in joining_heads()
        or lead in words_of("names", "offices")
        or (lead in words_of("names", "emblems") and not (alone and run[0].first))
    ):
        return True
    if inside and word == "of" and (_goes_on(run) or (is_a_field_word(lead) and any(p.low == "and" for p in run))):
        return True
    if (is_programme(pieces[at].low) and is_head(lead)) or (word == "for" and is_programme(last_of_run(pieces, at))):
        return True  # "Armed Commandos of Liberation", "Arab Youth for the Liberation of X", "Commando for Latin American Dignity"
    if word == "of" and run[0].low in words_of("names", "colours") and lead.endswith("s") and not is_place_name(run[0].core):
        return True  # "Red Falcons of X"
    if word == "of" and pieces[at].low in words_of("names", "revered") and is_body_noun(lead):
        return True  # "Brigade of the Prophet"
    if inside and word == "of" and lead.endswith("s") and lead in words_of("people", "members"):
        return True  # "Group of the Guerrilla Fighters of X"
    if alone and word == "of" and lead.endswith("s") and not run[0].first and is_programme(pieces[at].low):
        return lead not in any_of(("people", "members"), ("names", "happening_nouns")) and not is_body_noun(lead)  # "Artisans of Peace"
    if not alone and word == "of" and not inside and _are_people(lead):
        return not ends_in_head(pieces, at)  # "Justice Commandos of X"; not "Naval Commandos of the Free Army"
    if not alone or word != "of" or lead in words_of("people", "titles") or lead in words_of("people", "roles"):
        return False
    if lead in words_of("people", "members") and run[0].first:
        return False
    return is_head(lead) != ends_in_head(pieces, at)  # "Protectors of Islam Brigade", "Brigades of the Lion"; not "Brigade of the X Army"


def _is_acronym(piece: Piece) -> bool:
    """Say whether a word is written in capitals throughout and is no country."""
    bare = piece.core.replace("-", "").replace(".", "")
    return len(bare) > 1 and bare.isupper() and bare.isalpha() and not is_country(piece.core)


def _is_whole(run: list[Piece]) -> bool:
    """Say whether a name is complete as it stands: a head word with something before it, or an aim of several words after "for"."""
    lead = run[-1].low
    if len(run) < 2 or (lead in words_of("people", "members") and not is_head(lead)):
        return False
    return is_body_noun(lead) or (run[-2].low not in ("for", "the", "and") and any(p.low in ("of", "for") for p in run[1:]))


def _is_part_of_more(pieces: list[Piece], at: int, run: list[Piece]) -> bool:
    """Say whether a numbered unit is told to be one of a larger body: "the 7 Division of the X Army"."""
    of = at - 1 if pieces[at - 1].low == "of" else at - 2
    first = of - len(run)
    numbered = run[0].low in words_of("names", "ordinals") or (first > 0 and pieces[first - 1].core[:1].isdigit())
    return numbered and run[-1].low in words_of("names", "numbered_units") and (pieces[at - 1].low == "the" or ends_in_head(pieces, at))


def _are_people(word: str) -> bool:
    """Say whether a plural names people by what they do for a cause: commandos, avengers, revolutionaries."""
    if not word.endswith(("s", "men")) or (is_head(word) and word not in words_of("people", "members")):
        return False
    return word in any_of(("people", "members"), ("names", "emblems")) or (
        is_programme(word) and word.endswith(("ies", "ists", "ers", "ors"))
    )


def _goes_on(run: list[Piece]) -> bool:
    """Say whether a second "of" belongs to the name: "Front for the Defence of X", "Union of the Free People of Y"."""
    lead = run[-1].low
    if lead in flat("joined") or is_programme(lead) or lead in words_of("people", "titles") or lead in words_of("names", "peoples"):
        return True
    before = [p.low for p in run[-3:-1]]
    if before[-1:] == ["for"] or before in (["for", "the"], ["in", "the"]) or lead in words_of("names", "networks"):
        return True
    # "Union of the Populations of X": what is between is no place, so the whole is one name
    return (
        run[0].low in joining_heads()
        and before[-1:] in (["of"], ["the"])
        and not is_place_name(run[-1].core)
        and not is_country(run[-1].core)
    )


def _and_joins(pieces: list[Piece], at: int, run: list[Piece]) -> bool:
    lead, nxt = run[-1].low, pieces[at]
    if is_place_name(f"{run[-1].core} and {nxt.core}"):
        return True
    if pieces[at - 1].low == "the" and is_body_noun(last_of_run(pieces, at)):
        return False  # "the Ministry of Justice and the Labour Party"
    if two_aims(pieces, at, run) or two_grounds(pieces, at, run):
        return True
    leading = lead in flat("abstract") or lead in words_of("names", "colours") or _is_concept(lead)
    if len(run) == 1 and leading and ends_in_head(pieces, at):
        return True  # "Justice and Equality Movement", "National and Islamic Front"
    told = is_body_noun(lead) or any(c.isdigit() for c in run[0].core)
    if told and nxt.low in _WIDER and not capital_at(pieces, at + 1):
        return True  # "Self-Defence Group and Allies", "G9 Family and Allies"
    if _is_a_field_of_work(lead) and not nxt.closes and is_body_noun(last_of_run(pieces, at)) and not any(is_body_noun(p.low) for p in run):
        return _is_a_field_of_work(nxt.low)  # "Rural Health and Training Centre"
    if _is_concept(lead) and _is_concept(nxt.low) and ends_in_head(pieces, at) and not any(is_head(p.low) for p in run[:-1]):
        return True  # "Revolutionary and Military Committee"
    if lead in words_of("names", "emblems") and nxt.low in words_of("names", "emblems") and not nxt.closes:
        return True  # "Sword and Shield of X"
    goes_on = at + 1 < len(pieces) and pieces[at + 1].low == "of" and not nxt.closes
    if run[0].low in joining_heads() and len(run) > 1 and run[-2].low in ("the", "for", "of") and goes_on and is_a_field(nxt):
        return True  # "Front for the Liberation and Renewal of X"
    if (
        lead in words_of("names", "capital_heads")
        and nxt.low in words_of("names", "capital_heads")
        and not (goes_on or capital_at(pieces, at + 1) or _is_number_at(pieces, at + 1))
    ):
        return True  # "People's Liberation Party and Front"
    aimed = run[0].low in joining_heads() and pieces[at - 1].low == "the" and any(p.low == "for" for p in run)
    governed = run[0].low in words_of("people", "offices_of_state") and any(p.low in ("of", "for") for p in run)
    aimed = aimed or (is_programme(lead) and any(p.low == "for" for p in run) and nxt.low.endswith(ABSTRACT))
    if (aimed or governed) and is_a_field(nxt):
        return True  # "Ministry of Peace and Reconstruction"
    small = [p.low for p in run[-3:-1]]
    if nxt.low in words_of("names", "peoples") and any(p.low == "for" for p in run) and not capital_at(pieces, at + 1):
        return True  # "Group for the Support of X and Muslims"
    if small[-1:] in (["in"], ["of"]) and any(p.low in words_of("names", "networks") for p in run[:-2]):
        return pieces[at - 1].low == "the" or is_country(nxt.core) or is_place_name(nxt.core)  # "Islamic State in X and the Y"
    if small[-1:] == ["against"] and not capital_at(pieces, at + 1):
        return True  # "People against X and Y"
    if nxt.low in flat("abstract") and not is_head(lead) and (pieces[at].closes or not capital_at(pieces, at + 1)):
        return is_programme(lead) or not any(p.low in ("of", "for") for p in run)  # "for Democracy and Justice", "Fatherland and Freedom"
    return False


def _is_a_field_of_work(low: str) -> bool:
    return low in any_of(("people", "portfolios"), ("names", "office_fields"), ("names", "work_fields")) or is_programme(low)


def _is_concept(word: str) -> bool:
    known = unit_word(word)
    return known is not None and known.role == "concept"


def _in_joins(pieces: list[Piece], at: int, run: list[Piece]) -> bool:
    lead = run[-1].low
    if lead in words_of("names", "networks"):
        return True  # "Islamic State in the X"
    named = is_country(pieces[at].core) or is_place_name(run_of(pieces, at)) or is_country(run_of(pieces, at))
    if len(run) > 1 and named and (lead in words_of("names", "missions") or lead == "resistance" or _is_sent_by_states(run)):
        return True  # "United Nations Mission in X", "Islamic Resistance in X"
    if named and is_programme(lead) and any(p.low == "for" for p in run[1:]) and is_head(run[_place_of(run, "for") - 1].low):
        return True  # "Supreme Assembly for the Islamic Revolution in X"
    if named and any(p.low == "against" for p in run):
        return True  # "Collective against the Occupation in X"
    if named and lead in any_of(("names", "peoples"), ("people", "members"), ("names", "emblems")) and any(p.low == "for" for p in run[1:]):
        return True  # "Organisation for the Mujahideen in X"
    if is_head(lead) and any(p.low in words_of("names", "bases") for p in run):
        return True  # "Organisation of al-Qaeda in the Y"
    return any(p.low == "for" for p in run[1:]) and run[0].low in joining_heads() and is_programme(lead)


def _is_sent_by_states(run: list[Piece]) -> bool:
    """Say whether a name is that of a mission of an alliance of states so far: "United Nations Operation", "Multinational Force"."""
    alliances = words_of("names", "alliances_of_states")
    return run[-1].low in words_of("names", "mission_heads") and any(p.low in alliances for p in run[:-1])


def _place_of(run: list[Piece], word: str) -> int:
    return next(n for n, p in enumerate(run) if n and p.low == word)
