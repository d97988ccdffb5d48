"""What a reading says of the incidents that MUC-4 asks for: who did it, to whom or what, with what.

Which event reports are incidents: ASSAULT of any mode (attack, bombing, murder, abduction, arson). Not COERCE: what forces seize, raid and
arrest is no incident of the task. Not what tells of fighting between two sides (clash, battle, combat), nor reports whose only targets are
an armed group's own people, nor what is wont to be or only may be. Statuses threatened and planned are incidents of another stage; denied
ones are kept.

- PerpOrg: initiators and bodies responsible that are organisations. PerpInd: initiators in words, named persons, and the members' noun of
  "fighters of X" or "X fighters" (where X is the PerpOrg).
- Victim: targets that are persons. Target: targets that are things. A target in words is a person if the verb takes only persons, or if
  its noun is one for people.
  The string of a person is the name without a title, as fully as the text has it with given names before it.
- Weapon: the reader knows weapons only by kind (the mode of an event); the word is the weapon named in the report's sentence.

The name of a person without a public role is no record; it is read at the offsets of the party that stands for him or her.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml
from eval.muc4_key import ROLES, Entities, Entity, normalise

from testimonia.model.event import EventReport
from testimonia.model.party import Party
from testimonia.model.reading import Reading
from testimonia.model.referent import Referent
from testimonia.read.lexicon import any_of, words_of
from testimonia.read.recording import UNNAMED
from testimonia.resolve.gazetteer import settlement_test
from testimonia.text.geography import country_code

_WORD = re.compile(r"[^\W\d_][\w'’.-]*|\d[\w.,-]*|[,;()\[\]]")
_COUNT = re.compile(r"(\d+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\s")
_ARMED = ("armed_group", "armed_wing", "coalition")
LONGEST_WEAPON = 2
"""Words of the longest weapon looked for."""


@dataclass(frozen=True, slots=True)
class Told:
    """One report that tells of an incident, with its fillers by role; victims in words only stand in `described`."""

    report: EventReport
    fillers: Entities
    described: list[Entity]


def told_incidents(reading: Reading, text: str) -> list[Told]:
    """Pick the reports of a reading that tell of incidents and fill the roles.

    Args:
        reading: What was read from the text.
        text: The text.

    Returns:
        Reports in text order.
    """
    referents = {referent.id: referent for referent in reading.referents}
    return [_told(report, referents, text) for report in reading.reports if _is_incident(report, referents)]


def entities_told(told: list[Told], *, described: bool = False) -> Entities:
    """Gather the entities of a text's incidents, each once a role.

    Args:
        told: The reports with their fillers.
        described: Whether victims in words count too.

    Returns:
        Entities by role.
    """
    found: Entities = {role: [] for role in ROLES}
    for one in told:
        for role in ROLES:
            more = one.described if described and role == "Victim" else []
            for entity in (*one.fillers[role], *more):
                if not any(entity <= known or known <= entity for known in found[role]):
                    found[role].append(entity)
    return found


def names_of(referent: Referent) -> Entity:
    """Give all names of a referent, folded.

    Args:
        referent: An organisation or a person.

    Returns:
        The names as the scorer compares them.
    """
    return frozenset(map(normalise, (referent.name, *referent.names)))


def _is_incident(report: EventReport, referents: Mapping[str, Referent]) -> bool:
    if report.recurrent or report.status == "hypothetical":
        return False
    trigger = report.proposal.trigger.lower()
    if report.type != "ASSAULT" or any(trigger.startswith(noun) for noun in own_words("fights")):
        return False
    return not report.target or not all(_is_fighter(party, referents) for party in report.target)


def _kind(party: Party, referents: Mapping[str, Referent]) -> str | None:
    referent = referents.get(party.referent or "")
    return None if referent is None else referent.kind


def _is_fighter(party: Party, referents: Mapping[str, Referent]) -> bool:
    """Say whether a party is an armed group or its people."""
    if _kind(party, referents) in _ARMED:
        return True
    words = {word.lower() for word in _WORD.findall(party.words)}
    return _kind(party, referents) is None and bool(words & own_words("fighters"))


def _told(report: EventReport, referents: Mapping[str, Referent], text: str) -> Told:
    fillers: Entities = {role: [] for role in ROLES}
    described: list[Entity] = []
    for party in (*report.initiator, *report.responsibility):
        referent = referents.get(party.referent or "")
        words = _said(party, text)
        string = _string(words)
        if referent is not None and referent.cls == "org":
            fillers["PerpOrg"].append(_name(referent))
            member = _member_words(words)
            if member:
                fillers["PerpInd"].append(frozenset([member]))
        elif not string or _is_weapon(words) or _is_vague(words):
            continue
        elif referent is None and _head(words) in own_words("bodies"):
            fillers["PerpOrg"].append(frozenset([string]))
        elif referent is not None:
            fillers["PerpInd"].append(_name(referent))
        elif party.words == UNNAMED:
            fillers["PerpInd"].append(frozenset([_fullest(string, text)]))
        elif _names_people(words):
            fillers["PerpInd"].append(frozenset([_counted(words)]))
    personal = _takes_persons(report.proposal.trigger)
    for party in report.target:
        _place_target(party, referents.get(party.referent or ""), text, personal, fillers, described)
    fillers["Weapon"] = [frozenset([weapon]) for weapon in _weapons(report, text)]
    return Told(report, fillers, described)


def _place_target(party: Party, referent: Referent | None, text: str, personal: bool, fillers: Entities, described: list[Entity]) -> None:
    """Put one target where it belongs: named victim, described victim, thing."""
    words = _said(party, text)
    string = _string(words)
    if not string or (_is_vague(words) and referent is None):
        return
    if party.words == UNNAMED or (referent is not None and referent.cls == "person"):
        fillers["Victim"].append(frozenset([_fullest(string if referent is None else normalise(referent.name), text)]))
    elif _head(words) in own_words("people") or (personal and referent is None):
        described.append(frozenset([string]))
    elif _is_ground(words, referent):
        return
    elif referent is None or not personal:
        fillers["Target"].append(frozenset([string]) if referent is None else _name(referent))


def _fullest(name: str, text: str) -> str:
    """Give a person's name without a title, with the given names that stand before it anywhere in the text."""
    words = name.split()
    while len(words) > 1 and words[0] in own_words("titles"):
        words.pop(0)
    given = words_of("first_names", "first")
    fullest = words
    for match in re.finditer(r"((?:[^\W\d_]+\s+){1,3})" + r"\s+".join(map(re.escape, words)) + r"\b", text, re.IGNORECASE):
        before = match.group(1).lower().split()
        while before and before[0] not in given:
            before.pop(0)
        if len(before) + len(words) > len(fullest):
            fullest = [*before, *words]
    return " ".join(fullest)


def _is_ground(words: str, referent: Referent | None) -> bool:
    """Say whether a target is where it happened, or fighters' gear, which the key has in other slots or in none."""
    if referent is not None and referent.cls == "place":
        return country_code(referent.name) is not None or settlement_test()(referent.name)
    return _head(words) in own_words("ground") or _is_weapon(words)


def _is_vague(words: str) -> bool:
    """Say whether words name nobody and nothing: a pronoun, "nobody"."""
    return words.lower() in own_words("nobody")


def _said(party: Party, text: str) -> str:
    """Give the words of a party as the text has them."""
    return party.words if party.start is None or party.end is None else " ".join(text[party.start : party.end].split())


def _name(referent: Referent) -> Entity:
    return frozenset([normalise(referent.name)])


def _string(words: str) -> str:
    """Write a nominal as the key does: without what stands before it, cut where more is told."""
    pieces = _WORD.findall(words)
    while pieces and (pieces[0].lower() in own_words("leading") or pieces[0][:1].isdigit()):
        pieces.pop(0)
    for at, piece in enumerate(pieces):
        if at and (piece.lower() in own_words("cutting") or piece in ",;()[]"):
            pieces = pieces[:at]
            break
    return normalise(" ".join(pieces))


def _counted(words: str) -> str:
    """Write the words for perpetrators as the key does, with how many they are."""
    string, count = _string(words), _COUNT.match(words.lower())
    return string if count is None or words.lower()[count.end() :].startswith("of ") else f"{count.group(1)} {string}"


def _names_people(words: str) -> bool:
    """Say whether words are for people, who alone do deeds in the key's sense: no explosion, no car and no theory."""
    people = any_of(("people", "members"), ("people", "anonymous"), ("triggers", "armed_people"), ("triggers", "person_nouns"))
    lists = own_words("people") | own_words("fighters") | own_words("bands") | people
    head = _head(words)
    return head in lists or head.removesuffix("s") in lists


def _head(words: str) -> str:
    """Give the head noun of a nominal: the last word before a preposition."""
    pieces = _WORD.findall(words)
    for at, piece in enumerate(pieces):
        if at and (piece.lower() in own_words("cutting") or piece.lower() == "of" or piece in ",;()[]"):
            pieces = pieces[:at]
            break
    return pieces[-1].lower() if pieces else ""


def _member_words(words: str) -> str:
    """Give the noun for an organisation's people in words that name it: "X fighters", "members of X"."""
    pieces = _WORD.findall(words)
    if len(pieces) > 1 and pieces[-1].lower() in _member_nouns():
        return normalise(pieces[-1]) if pieces[-1].lower() not in ("member", "members") else _string(words)
    first = _head(words)
    if first in ("member", "members"):
        return _string(words)
    return first if len(pieces) > 1 and first in _member_nouns() else ""


@cache
def _member_nouns() -> frozenset[str]:
    return own_words("fighters") | {"members", "member"}


def _is_weapon(words: str) -> bool:
    return _head(words) in own_words("weapons")


def _weapons(report: EventReport, text: str) -> Iterator[str]:
    """Give the weapons in the sentence of a report, the longest form of each."""
    start = max(text.rfind(mark, 0, report.evidence[0].start) for mark in (". ", ".\n", "\n\n")) + 1
    ends = [at for mark in (". ", ".\n", "\n\n") if (at := text.find(mark, report.evidence[0].end - 1)) >= 0]
    words = [w.lower() for w in _WORD.findall(text[start : min(ends, default=len(text))])]
    i = 0
    while i < len(words):
        for length in range(LONGEST_WEAPON, 0, -1):
            if " ".join(words[i : i + length]) in own_words("weapons"):
                yield normalise(" ".join(words[i : i + length]))
                i += length - 1
                break
        i += 1


def _takes_persons(trigger: str) -> bool:
    """Say whether a trigger is a verb or noun of harm that only persons suffer."""
    return trigger.lower().startswith(tuple(own_words("personal")))


@cache
def own_words(key: str) -> frozenset[str]:
    """Give one list of the measure's own words."""
    lists: Mapping[str, list[str]] = yaml.safe_load((Path(__file__).parent / "muc4_words.yml").read_text("utf-8"))
    return frozenset(lists[key])
