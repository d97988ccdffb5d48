"""Short forms within one document: a text gives the long name first and then goes on with a part of it or with its initials.

Order is the order of the referents, which is that of their first mention. A short form that two long names of the document allow stays
open.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from testimonia.resolve.anatomy import Anatomy, Part, is_acronym_form
from testimonia.resolve.compare import is_head, left_over
from testimonia.resolve.ground import Ground
from testimonia.resolve.proposals import Proposals
from testimonia.resolve.stated import StatedName
from testimonia.resolve.structure import shortened_keys
from testimonia.text.names import fold_name, is_acronym_for
from testimonia.text.unit_words import is_dividing

RULE_NAME = "short form"
SCORE = 0.82
INITIALS_SCORE = 0.8


def propose_short_forms(ground: Ground, proposals: Proposals) -> tuple[StatedName, ...]:
    """Judge organisations of one document of which one bears a short form of the other's name.

    Args:
        ground: What is known.
        proposals: Where judgements are written down.

    Returns:
        The short forms as names that their documents give the longer-named body, so that one of several bodies is known for what it is.
    """
    found: list[StatedName] = []
    documents: dict[str, list[str]] = {}
    for referent in ground.referents.values():
        if referent.cls == "org" and ground.keys[referent.id] and not ground.anatomy(referent.id).bare:
            documents.setdefault(referent.document, []).append(referent.id)
    for members in documents.values():
        if len(members) > 1:
            _judge_acronyms(ground, proposals, members)
            found += _judge_document(ground, proposals, members)
    return tuple(found)


def _judge_document(ground: Ground, proposals: Proposals, members: Sequence[str]) -> Iterator[StatedName]:
    for short, longs in _candidates(ground, members).items():
        found = [long for long in longs if _allowed(ground, long, short)]
        if len(longs) == 1 and found:
            by_initials = ground.anatomy(short).acronym
            reason = (
                "initials of a name given earlier in the document" if by_initials else "short form of a name given earlier in the document"
            )
            proposals.add(found[0], short, "SAME", INITIALS_SCORE if by_initials else SCORE, (reason,), rule=RULE_NAME)
            yield StatedName(found[0], ground.referents[short].name, ground.keys[short], "acronym" if by_initials else "name", ())
            continue
        for long in found:
            proposals.add(long, short, "UNSURE", 0.4, ("short form of several names of the document",), rule=RULE_NAME)


def _judge_acronyms(ground: Ground, proposals: Proposals, members: Sequence[str]) -> None:
    """FARC after FARC-EP: a short form or a rival (SPLM, SPLM-IO), which only a reader can tell."""
    acronyms = {ground.keys[member]: member for member in members if ground.anatomy(member).acronym}
    for long in members if acronyms else ():
        for name in ground.referents[long].names:
            short = acronyms.get(fold_name(name).split(" ")[0]) if is_acronym_form(name) else None
            if short is not None and short != long:
                proposals.add(long, short, "UNSURE", 0.6, (f"the first part of the acronym {name}, used in one document",), rule=RULE_NAME)


def _candidates(ground: Ground, members: Sequence[str]) -> dict[str, list[str]]:
    """Find, for each short form, the longer names given before it."""
    place = {member: at for at, member in enumerate(members)}
    by_key: dict[tuple[str, ...], list[str]] = {}
    acronyms = [member for member in members if ground.anatomy(member).acronym]
    for member in members:
        by_key.setdefault(ground.anatomy(member).key, []).append(member)
    found: dict[str, list[str]] = {}
    for long in members:
        shorts = [short for key in dict.fromkeys(shortened_keys(ground.anatomy(long))) for short in by_key.get(key, ())]
        shorts += [short for short in acronyms if _is_acronym_for(ground.referents[short].name, ground.referents[long].name)]
        for short in shorts:
            if place[long] < place[short] and long not in found.setdefault(short, []):
                found[short].append(long)
    return found


@lru_cache(maxsize=32768)
def _is_acronym_for(short: str, long: str) -> bool:
    """Documents repeat each other's names."""
    return is_acronym_for(short, long)


def _allowed(ground: Ground, long: str, short: str) -> bool:
    """Say whether leaving out what the short form lacks leaves the body the same: the Free Syrian Army is not the Syrian Army."""
    name, form = ground.anatomy(long), ground.anatomy(short)
    if form.acronym:
        return True
    if not form.units or form.bare:
        return False
    extra = left_over(name, form)
    if any(_divides(part) for part in extra):
        return False
    return (_is_suffix(name, form) and all(part.role in ("own", "country") for part in extra)) or is_head(name, form)


def _divides(part: Part) -> bool:
    return part.role in ("qualifier", "ordinal") or is_dividing(part.cls)


def _is_suffix(name: Anatomy, form: Anatomy) -> bool:
    return _same_parts(name.parts[-len(form.parts) :], form.parts)


def _same_parts(ours: Iterable[Part], theirs: Iterable[Part]) -> bool:
    return [(part.role, part.cls) for part in ours] == [(part.role, part.cls) for part in theirs]
