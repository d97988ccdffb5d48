"""The cast of a document: its referents, and which names and short names stand for each.

Inside one document the same folded name is the same thing. A shorter name joins a longer one only if exactly one longer name can be meant
and nothing distinctive is left over ("Al-Nusra" for "Jabhat al-Nusra"; never "Aceh" for "Aceh Transition"). What two documents have in
common is for `resolve/`.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from testimonia.model.kinds import EntityClass, EntityKind, Filled
from testimonia.model.referent import Referent, referent_id
from testimonia.read.lexicon import words_of
from testimonia.read.names.heads import is_head
from testimonia.read.names.kinds import Bent, is_branch, is_force_of_country, kind_of_name
from testimonia.read.names.persons import bynames_of_persons, name_groups_of_persons, namesakes, weigh_persons
from testimonia.read.names.short_forms import Pairs, is_tail_of, shortens, told_apart
from testimonia.read.names.spotting import INTRODUCED_VOTE, Spot, Votes, no_votes
from testimonia.text.geography import country_code
from testimonia.text.names import fold_name, is_acronym_for, language_of_name, strip_article

SHORT_FORM_VOTE = 3.0
"""Stronger than two wrong tags of the model; a country or region (2.5 and more, with its prepositions) stays a place."""
COMPANY_VOTE = 1.0
"""Being coordinated with a name that is clearly of a class."""
COMPANY_MOST = 2
"""Neighbours of a class that speak for it; further ones in a list add nothing."""
COMPANY_CLEAR = 3.0
"""Votes from which a class is clear enough to speak for its neighbours."""
GLOSS_VOTE = 6.0
"""Another name of a clear body: more than the model's tags of several mentions say."""
PLACE_CERTAIN = 4.0
"""Votes for a place that no short form outweighs: "Goma" beside "Goma Brigade" is named "in Goma" again and again."""
PLACE_DOUBTED = 2.0
"""The same where the longer name may be called after the place: "Karak" beside "Liwa al-Karak"."""


@dataclass(slots=True)
class Member:
    """One referent while it is being gathered; `office` is the key of the body in which a person was last said to hold `office_role`.

    `called` counts the general nouns that stand beside its name: "the X group".
    """

    key: str
    cls: EntityClass
    names: Counter[str] = field(default_factory=Counter)
    kind: EntityKind | None = None
    role: str | None = None
    country: str | None = None
    first: int = 0
    bents: Counter[Bent] = field(default_factory=Counter)
    office: str | None = None
    office_role: str | None = None
    called: Counter[str] = field(default_factory=Counter)


@dataclass(frozen=True, slots=True)
class Cast:
    """Members by key, and for every folded name the member that it stands for and how.

    `ids` and `holders` remember the identifiers given out by `id_of`, so that a party leads back to its member without a search; `forces`
    and `governments` count by country the words that name its armed forces and its government in small letters.
    """

    document: str
    members: dict[str, Member]
    stands_for: dict[str, tuple[str, Filled]]
    ids: dict[str, str] = field(default_factory=dict)
    holders: dict[str, Member] = field(default_factory=dict)
    forces: dict[str, Counter[str]] = field(default_factory=dict)
    governments: dict[str, Counter[str]] = field(default_factory=dict)

    def member(self, name: str) -> Member | None:
        """Find whom a name stands for.

        Args:
            name: A name as the text has it.

        Returns:
            The member, or None where the document names nobody so.
        """
        found = self.stands_for.get(fold_name(name))
        return None if found is None else self.members[found[0]]

    def force_of(self, country: str, phrase: str, *, at: int) -> Member:
        """Give the armed forces of a country that the document speaks of without their proper name.

        Args:
            country: ISO 3166-1 alpha-2.
            phrase: The words used, such as "Malian forces".
            at: Offset of the words.

        Returns:
            The one state force of that country in this document; made where it is not there yet.
        """
        key = fold_name(phrase)
        if not is_branch(key):
            self.note_force(country, phrase)
            standing = self.standing_force(country)
            if standing is not None:
                return standing
        elif key in self.stands_for:
            return self.members[self.stands_for[key][0]]
        member = self.members.setdefault(key, Member(key, "org", Counter([strip_article(phrase)]), "state_force", None, country, at))
        self.stands_for.setdefault(key, (key, "name"))
        return member

    def standing_force(self, country: str) -> Member | None:
        """Find the member that stands for the armed forces of a country.

        Args:
            country: ISO 3166-1 alpha-2.

        Returns:
            One whose name says no more than that, else another force of that country that is no branch and no party; None if there is none.
        """
        own = [m for m in self.members.values() if m.kind == "state_force" and m.country == country]
        own = [m for m in own if not is_branch(m.key) and not _is_proper(m)]
        own.sort(key=lambda m: not is_force_of_country(m.key))
        return self.members[self.stands_for[own[0].key][0]] if own else None

    def note_force(self, country: str, phrase: str) -> None:
        """Note words by which the text names the armed forces of a country, also in passing: "a Malian army base".

        Args:
            country: ISO 3166-1 alpha-2.
            phrase: The words, such as "Malian army".
        """
        self.forces.setdefault(country, Counter())[strip_article(phrase)] += 1

    def holder_of(self, referent: str | None) -> Member | None:
        """Find the member behind a referent.

        Args:
            referent: A referent id, or None for a party that is described only.

        Returns:
            The member, or None for any identifier that `id_of` has not given out.
        """
        return None if referent is None else self.holders.get(referent)

    def id_of(self, member: Member) -> str:
        """Give the identifier of a member's referent.

        Args:
            member: A member of this cast.

        Returns:
            A referent id.
        """
        known = self.ids.get(member.key)
        if known is None:
            known = self.ids[member.key] = referent_id(self.document, member.cls, member.key)
            self.holders[known] = member
        return known


def gather_cast(document: str, spots: Iterable[Spot], *, acronyms: Mapping[str, str]) -> Cast:
    """Gather the referents of a document from its spotted names.

    Args:
        document: The document's identifier.
        spots: Every spotted name.
        acronyms: Folded acronym to the folded name that the text gives it for, as in "the X Y (XY)".

    Returns:
        The cast.
    """
    spots = list(spots)
    name_groups_of_persons(spots)
    glossed = _glossed(spots)
    votes: dict[str, Votes] = {}
    members: dict[str, Member] = {}
    for spot in spots:
        mine = votes.setdefault(spot.key, no_votes())
        for cls, weight in spot.votes.items():
            mine[cls] += weight
        member = members.setdefault(spot.key, Member(spot.key, "org", first=spot.start))
        member.names[spot.text] += 1
        member.role = member.role or spot.role
        if spot.bent is not None:
            member.bents[spot.bent] += 1
        if spot.called is not None:
            member.called[spot.called] += 1
    _vote_by_company(votes, spots)
    weigh_persons(votes, spots)
    _vote_for_acronyms(votes, acronyms)
    _vote_for_glosses(votes, glossed)
    apart = told_apart(spots, acronyms=acronyms)
    _vote_for_short_forms(votes, apart)
    for key, member in list(members.items()):
        decided = _decide(votes[key])
        if decided is None:
            del members[key]
            continue
        member.cls = decided
    _settle_kinds(members, {})
    apart |= namesakes([spot for spot in spots if spot.key in members and members[spot.key].cls == "person"])
    links = _links(members, acronyms, glossed, apart=apart)
    links |= bynames_of_persons(spots, links, persons={key for key, member in members.items() if member.cls == "person"})
    _settle_kinds(members, links)
    return Cast(document, members, links)


def _vote_by_company(votes: dict[str, Votes], spots: Iterable[Spot]) -> None:
    """Let names that stand in a list with clear bodies, persons or places lean to their class."""
    clear = {key: _decide(mine) for key, mine in votes.items() if max(mine.values(), default=0.0) >= COMPANY_CLEAR}
    for spot in spots:
        beside = Counter(cls for key in spot.company if (cls := clear.get(key)) is not None)
        for cls, count in beside.items():
            votes[spot.key][cls] += COMPANY_VOTE * min(count, COMPANY_MOST)


def _vote_for_acronyms(votes: dict[str, Votes], acronyms: Mapping[str, str]) -> None:
    """Let the acronym that a text gives for a name speak for a body, except where it is a listed place's."""
    for short, full in acronyms.items():
        if full in votes and (short in votes or len(full.split()) > 1) and not country_code(full.title()):
            votes[full]["org"] += INTRODUCED_VOTE


def _glossed(spots: Sequence[Spot]) -> dict[str, str]:
    """Give the names that the text puts in brackets as other names of one before; an acronym before its name in full stands for that."""
    ends = {spot.end: spot.key for spot in spots}
    told = {spot.key: ends[spot.gloss_of] for spot in spots if spot.gloss_of in ends}
    spelled = {ends[spot.spells]: spot.key for spot in spots if spot.spells in ends}
    return {other: full for other, full in {**told, **spelled}.items() if other != full}


def _vote_for_glosses(votes: Mapping[str, Votes], glossed: Mapping[str, str]) -> None:
    """Let another name of a clear body be a body's."""
    for other, full in glossed.items():
        if _decide(votes[full]) == "org" and votes[full]["org"] >= COMPANY_CLEAR:
            votes[other]["org"] += GLOSS_VOTE


def _vote_for_short_forms(votes: dict[str, Votes], apart: Pairs) -> None:
    """Let a name that is a longer organisation's name without its head word vote as that organisation's short form."""
    organisations = [key for key, cast in votes.items() if " " in key and _decide(cast) == "org"]
    by_word: dict[str, list[str]] = {}
    for key in organisations:
        for word in key.split():
            by_word.setdefault(word, []).append(key)
    for key, cast in votes.items():
        holding = by_word.get(key.split()[-1], [])
        if key in organisations and " " in key:
            continue
        if not holding:
            continue
        shortened = [full for full in holding if shortens(key, full, "org") and (key, full) not in apart]
        certain = PLACE_DOUBTED if shortened and all(is_tail_of(key, full) for full in shortened) else PLACE_CERTAIN
        if shortened and cast["place"] < certain:
            cast["org"] += SHORT_FORM_VOTE


def _decide(votes: Votes) -> EntityClass | None:
    """Give the class with most votes; None where nothing speaks for any. Ties fall to organisation, then place."""
    order: tuple[EntityClass, ...] = ("org", "place", "person", "named_event")
    best = max(order, key=lambda cls: votes[cls])
    return best if votes[best] >= 1.0 else None


def _settle_kinds(members: Mapping[str, Member], links: Mapping[str, tuple[str, Filled]]) -> None:
    """Propose what kind each member is from its fullest name and what it is seen to do, under its short names too."""
    bents: dict[str, Counter[Bent]] = {}
    for key, member in members.items():
        bents.setdefault(links.get(key, (key, "name"))[0], Counter()).update(member.bents)
    for key, member in members.items():
        if member.cls == "org":
            member.kind, member.country = kind_of_name(max(member.names, key=len), bents.get(key, member.bents))
        else:
            member.kind = member.cls


def _links(
    members: Mapping[str, Member], acronyms: Mapping[str, str], glossed: Mapping[str, str], *, apart: Pairs
) -> dict[str, tuple[str, Filled]]:
    """Decide for each name which member it stands for."""
    links: dict[str, tuple[str, Filled]] = {key: (key, "name") for key in members}
    for short, full in acronyms.items():
        if full in members and short != full:
            links[short] = (full, "acronym")
    for other, full in glossed.items():
        if full in members and other in members and members[other].cls == members[full].cls == "org" and other not in acronyms:
            links[other] = (full, "acronym" if _is_upper(members[other]) else "short_name")
    by_word: dict[str, set[str]] = {}
    initials: dict[str, list[str]] = {}
    for key, member in members.items():
        for word in key.split():
            by_word.setdefault(word, set()).add(key)
        if member.cls == "org" and " " in key:
            initials.setdefault(key[0], []).append(key)
    for key, member in members.items():
        if links[key] != (key, "name"):
            continue
        if member.cls == "org" and " " not in key and _is_upper(member):
            spelled = [k for k in initials.get(key[:1], ()) if is_acronym_for(max(member.names, key=len), max(members[k].names, key=len))]
            if len(spelled) == 1:
                links[key] = (spelled[0], "acronym")
                continue
        only = _only_holder(key, member, members, by_word)
        if only is not None:
            links[key] = (only, "short_name")
            continue
        holding = [by_word[w] for w in set(key.split())]
        longer = [k for k in set.intersection(*holding) if k != key and members[k].cls == member.cls and shortens(key, k, member.cls)]
        longer = [k for k in longer if (key, k) not in apart]
        longer = [k for k in longer if not is_tail_of(key, k)] or longer
        longer = [k for k in longer if not any(k != o and shortens(o, k, member.cls) and (o, k) not in apart for o in longer)]
        if len(longer) > 1 and member.cls == "person":  # of two who bear a surname, it stands for the one introduced before it stood alone
            longer = [k for k in longer if members[k].first < member.first]
        if len(longer) == 1:
            links[key] = (longer[0], "short_name")
    _join_state_forces(members, links)
    return {key: _follow(links, key) for key in links}


def _only_holder(key: str, member: Member, members: Mapping[str, Member], by_word: Mapping[str, set[str]]) -> str | None:
    """Give the one longer name that a head word by itself stands for: "the Tigers" for "Liberation Tigers of X"."""
    if member.cls != "org" or " " in key or not is_head(key):
        return None
    longer = [k for k in by_word[key] if k != key and members[k].cls == "org"]
    return longer[0] if len(longer) == 1 and members[longer[0]].first < member.first else None


def _is_upper(member: Member) -> bool:
    return all(name.replace("-", "").isupper() for name in member.names)


def _join_state_forces(members: Mapping[str, Member], links: dict[str, tuple[str, Filled]]) -> None:
    """Let "the Malian army" and "Malian forces" be one force, and its proper name too where the document has exactly one."""
    by_country: dict[str, list[str]] = {}
    for key, member in members.items():
        if member.kind == "state_force" and member.country:
            by_country.setdefault(member.country, []).append(key)
    for keys in by_country.values():
        generic = [k for k in keys if is_force_of_country(k) and not _is_proper(members[k])]
        proper = [k for k in keys if not is_force_of_country(k) and not is_branch(k)]  # the navy is not the army
        target = proper[0] if len(proper) == 1 else (generic[0] if generic else None)
        for key in generic:
            if target is not None and key != target:
                links[key] = (target, "short_name")


def _is_proper(member: Member) -> bool:
    """Say whether "Forces" stands only as part of a proper name, which may be a party's: the Lebanese Forces."""
    return all(name.split()[-1] == "Forces" and len(name.split()) == 2 for name in member.names)


def _follow(links: Mapping[str, tuple[str, Filled]], key: str) -> tuple[str, Filled]:
    """Follow a chain of links to its end; a circle ends where it began."""
    seen = {key}
    target, how = links[key]
    while links.get(target, (target, how))[0] != target and links[target][0] not in seen:
        seen.add(target)
        target = links[target][0]
    return target, how


def to_referents(cast: Cast) -> list[Referent]:
    """Turn a cast into records, without those folded into another and without persons who have no public role.

    Args:
        cast: The cast of a document.

    Returns:
        Referents in the order in which the document first names them.
    """
    names: dict[str, Counter[str]] = {}
    for key, member in cast.members.items():
        names.setdefault(cast.stands_for[key][0], Counter()).update(member.names)
    for key, phrases in _names_of_forces(cast):
        names[key].update(phrases)
    found = []
    for key, member in sorted(cast.members.items(), key=lambda item: item[1].first):
        if cast.stands_for[key][0] != key or (member.cls == "person" and member.role is None):
            continue
        forms = tuple(sorted(names[key], key=lambda n: (-len(n), n)))
        full = max(member.names, key=lambda n: (member.names[n], len(n), n))
        found.append(Referent(cast.id_of(member), cast.document, full, member.cls, member.kind, forms, language_of_name(full), member.role))
    return found


def _names_of_forces(cast: Cast) -> Iterator[tuple[str, list[str]]]:
    """Give the words by which the text names a country's forces to the member that stands for them.

    Security forces are police too: not a name of an army.
    """
    for country, phrases in cast.forces.items():
        standing = cast.standing_force(country)
        if standing is not None and cast.stands_for[standing.key][0] == standing.key:
            army = any(word in words_of("names", "army_words") for word in standing.key.split())
            fitting = [phrase for phrase in phrases if not (army and "security" in phrase.lower())]
            yield standing.key, [phrase for phrase in fitting if fold_name(phrase) not in cast.members]
