"""Cast: whom and what a coder's file names, and which referents of a document they are."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from testimonia.codebook.load import load_codebook
from testimonia.codebook.words import word_map
from testimonia.model.document import Document
from testimonia.model.identifiers import identify
from testimonia.model.kinds import ENTITY_KINDS, EntityClass, EntityKind, entity_class
from testimonia.model.problem import Problem
from testimonia.model.referent import Mention, Referent, referent_id
from testimonia.review.codings.sheet import Entry, RefusedError, Row, Sheet, nearest, refusal, refuse
from testimonia.review.codings.shelf import places
from testimonia.text.names import fold_name

_NO_WORD = "holder of a role"
"""What a release says of a public role for which it has no word."""


@dataclass(frozen=True, slots=True)
class Coded:
    """One thing as a coder's file has it: its names, the first of them the main one, and where it is said to be named.

    `referents` are those that a release says it has, `loose` the names that none of them is called after. `is_private` is a person without
    a public role: never more than words in a chain.
    """

    key: str
    kind: EntityKind
    names: tuple[str, ...]
    entry: Entry
    role: str | None = None
    referents: frozenset[str] = frozenset()
    documents: tuple[str, ...] = ()
    loose: tuple[str, ...] = ()
    is_private: bool = False

    @property
    def cls(self) -> EntityClass:
        """The class within which its names are compared."""
        return entity_class(self.kind)

    @property
    def folded(self) -> frozenset[str]:
        """Its names as they are compared."""
        return frozenset(filter(None, map(fold_name, self.names)))


@dataclass(frozen=True, slots=True)
class Cast:
    """All that a coder's file names, by the key that its rows use, and by folded name."""

    by_key: Mapping[str, Coded]
    by_name: Mapping[str, tuple[str, ...]]
    with_word: Mapping[str, frozenset[str]] = field(default_factory=dict)

    def longer(self, name: str) -> frozenset[str]:
        """Give the names of other things that hold a name within them.

        Args:
            name: A name.

        Returns:
            Names as the file has them.
        """
        words = fold_name(name).split()
        having = [self.with_word.get(word, frozenset()) for word in words]
        return frozenset(one for one in frozenset.intersection(*having) if fold_name(one) != " ".join(words)) if having else frozenset()

    def called(self, words: str) -> Coded | None:
        """Find what a row means.

        Args:
            words: A key, or a name that one thing alone bears.

        Returns:
            The thing; None where the words are no name of it.
        """
        if words in self.by_key:
            return self.by_key[words]
        keys = self.by_name.get(fold_name(words), ())
        return self.by_key[keys[0]] if len(keys) == 1 else None


def cast_of(sheet: Sheet) -> tuple[Cast, list[Problem]]:
    """Gather whom and what a file names.

    Args:
        sheet: The file.

    Returns:
        Them, and a problem for whatever breaks the codebook, persons without a public role among it.
    """
    found: dict[str, Coded] = {}
    problems: list[Problem] = []
    for entry in sheet.entities:
        try:
            coded = _coded(entry)
        except RefusedError as refused:
            problems.append(refusal(entry, refused))
            continue
        known = found.get(coded.key)
        found[coded.key] = coded if known is None else _joined(known, coded)
    public, documents = _public(sheet), [entry.row.get("id") for entry in sheet.documents]
    for key, coded in found.items():
        if coded.kind == "person" and coded.role is None and key not in public and not _is_released(coded.entry.row):
            found[key] = replace(coded, is_private=True)
            what = f"{coded.names[0][:80]!r} is a person without a public role, and never becomes an entity"
            remedy = "give the public role that the text states, or leave the person out; in a chain of voices the name stays as words"
            problems.append(refusal(coded.entry, refuse("private_person", what, remedy)))
        if coded.referents:
            found[key] = replace(found[key], loose=tuple(_loose(coded, [name for name in documents if isinstance(name, str)])))
    names: dict[str, dict[str, None]] = {}
    for key, coded in found.items():
        for name in coded.folded:
            names.setdefault(name, {})[key] = None
    words: dict[str, set[str]] = {}
    for name in (name for coded in found.values() for name in coded.names):
        for word in fold_name(name).split():
            words.setdefault(word, set()).add(name)
    having = {word: frozenset(of) for word, of in words.items()}
    return Cast(found, {name: tuple(keys) for name, keys in names.items()}, having), problems


def is_public_role(role: str) -> bool:
    """Say whether a role makes its holder a public person.

    Args:
        role: The role as a coder wrote it.

    Returns:
        True if it is or ends with a role of the codebook's list, and takes no side.
    """
    words = role.casefold().split(" of ")[0].split()
    listed = word_map("people", "roles")
    known = {*listed, *listed.values()}
    if load_codebook().loaded_words & set(words):
        return False
    return any(" ".join(words[at:]) in known for at in range(len(words)))


def _coded(entry: Entry) -> Coded:
    row = entry.row
    kind, name, role = row.get("kind"), row.get("name"), row.get("role")
    if not isinstance(kind, str) or kind not in ENTITY_KINDS:
        raise refuse("unknown_code", f"{str(kind)[:80]!r} is no kind of entity", nearest(str(kind), ENTITY_KINDS))
    if not isinstance(name, str) or not fold_name(name):
        raise refuse("no_name", f"{str(name)[:80]!r} is no name", "give the name as a document has it")
    listed = row.get("names")
    others = [one.get("text") if isinstance(one, dict) else one for one in (listed if isinstance(listed, list) else [])]
    names = dict.fromkeys([name, *(one for one in others if isinstance(one, str) and fold_name(one))])
    if isinstance(role, str) and role.strip() and kind == "person" and not is_public_role(role) and not _is_released(row):
        what = f"{role[:80]!r} is no public role, or takes a side"
        raise refuse(
            "no_public_role", what, "name the office or function as the codebook does: spokesman, commander, founder, analyst, author"
        )
    made, documents = row.get("id"), row.get("documents", [row.get("document")])
    referents = row.get("referents")
    return Coded(
        made if isinstance(made, str) and made else f"{kind}:{fold_name(name)}",
        kind,
        tuple(names),
        entry,
        role if isinstance(role, str) and role.strip() and role != _NO_WORD and kind == "person" else None,
        frozenset(one for one in (referents if isinstance(referents, list) else ()) if isinstance(one, str)),
        tuple(one for one in (documents if isinstance(documents, list) else ()) if isinstance(one, str)),
    )


def _joined(one: Coded, other: Coded) -> Coded:
    names = tuple(dict.fromkeys((*one.names, *other.names)))
    documents = tuple(dict.fromkeys((*one.documents, *other.documents)))
    return replace(one, names=names, role=one.role or other.role, documents=documents, referents=one.referents | other.referents)


def _loose(coded: Coded, documents: Sequence[str]) -> list[str]:
    keys = {name: fold_name(name) for name in coded.names}
    return [name for name, key in keys.items() if not any(referent_id(one, coded.cls, key) in coded.referents for one in documents)]


def _is_released(row: Row) -> bool:
    """A release has passed the safeguards: whoever is in it has a public role."""
    return bool(row.get("role")) and isinstance(row.get("referents"), list)


def _public(sheet: Sheet) -> set[str]:
    """Persons whom the file's own claims give a public role."""
    found = set()
    for entry in sheet.claims:
        row = entry.row
        value = row.get("value")
        role = value.get("role") if isinstance(value, dict) else value
        if row.get("predicate") == "has_role" and row.get("polarity") != "denied" and isinstance(role, str) and is_public_role(role):
            found.add(row.get("subject"))
        elif row.get("predicate") == "founded":
            found.add(row.get("object"))
    return {one for one in found if isinstance(one, str)}


@dataclass(slots=True)
class Naming:
    """The referents of one document, those that a coder names anew among them."""

    document: Document
    known: Mapping[str, Referent]
    cast: Cast
    new: dict[str, Referent] = field(default_factory=dict)
    mentions: dict[str, Mention] = field(default_factory=dict)
    _of: dict[str, tuple[str, ...]] = field(default_factory=dict)

    @property
    def referents(self) -> dict[str, Referent]:
        """All of them, by identifier."""
        return {**self.known, **self.new}

    def referents_of(self, coded: Coded) -> tuple[str, ...]:
        """Find or make the referents of something in this document.

        Args:
            coded: The thing.

        Returns:
            Their identifiers, the likeliest first; none where the document does not name it, or it is a private person.
        """
        if not self._of.get(coded.key):
            self._of[coded.key] = () if coded.is_private else tuple(dict.fromkeys([*self.released(coded), *self._alike(coded)]))
        return self._of[coded.key] or self._anew(coded)

    def released(self, coded: Coded) -> tuple[str, ...]:
        """Find or make the referents of something in this document that a release says it has.

        Args:
            coded: The thing.

        Returns:
            Their identifiers: those that are there, and those that follow from a name of it and this document.
        """
        there = [one for one in self.known if one in coded.referents]
        missing = coded.referents - set(self.known)
        named: dict[str, list[str]] = {}
        for name in coded.names if missing and not coded.is_private else ():
            named.setdefault(referent_id(self.document.id, coded.cls, fold_name(name)), []).append(name)
        # A release's entity has the identifier of the referent that founded it, which stays the first.
        found = sorted((one for one in named if one in missing), key=lambda one: identify("n", one) != coded.key)
        if found and found[0] not in self.new:
            standing, publishing = self._standing(coded), self._publishing(coded)
            spare = [name for name in standing if not any(name in named[one] for one in found)]
            if identify("n", found[0]) == coded.key:
                spare += [name for name in coded.loose if name not in spare]
            for at, one in enumerate(found):
                forms = [name for name in named[one] if name in standing or name in publishing] or named[one][:1]
                self._add(coded, one, [*forms, *(spare if at == 0 else ())])
        if there or found:
            self._of[coded.key] = (*there, *found)
        return (*there, *found)

    def has(self, coded: Coded) -> bool:
        """Say whether anything asked for this here.

        Args:
            coded: The thing.

        Returns:
            True if `referents_of` was asked for it and found something.
        """
        return bool(self._of.get(coded.key))

    def stands(self, coded: Coded, within: tuple[int, int]) -> tuple[int, int] | None:
        """Find a name of something in a part of the text.

        Args:
            coded: The thing.
            within: From where to where, in code points.

        Returns:
            The first place of its longest name there.
        """
        low, high = within
        for name in sorted(coded.names, key=len, reverse=True):
            found = places(self.document.text[low:high], name, whole=True)
            if found:
                return low + found[0][0], low + found[0][1]
        return None

    def _alike(self, coded: Coded) -> list[str]:
        """Referents of its class that the document has by one of its names; a release says itself which ones it has."""
        known = () if coded.referents & set(self.known) else self.known.values()
        return [one.id for one in known if one.cls == coded.cls and not coded.folded.isdisjoint(map(fold_name, (one.name, *one.names)))]

    def _anew(self, coded: Coded) -> tuple[str, ...]:
        """A new referent, if the text has a name of it or it publishes the document."""
        names = [] if coded.is_private else list(dict.fromkeys([*self._publishing(coded), *self._standing(coded)]))
        if names:
            made = referent_id(self.document.id, coded.cls, fold_name(names[0]))
            if made not in self.known:
                self._add(coded, made, names)
            self._of[coded.key] = (made,)
        return self._of[coded.key]

    def _publishing(self, coded: Coded) -> list[str]:
        return [name for name in (self.document.publisher, self.document.original_publisher) if name and fold_name(name) in coded.folded]

    def _standing(self, coded: Coded) -> list[str]:
        """The names that the text uses, in the file's order; not one that only stands within a longer one."""
        others = {name for own in coded.names for name in self.cast.longer(own)} - set(coded.names)
        taken = [place for name in others for place in places(self.document.text, name, whole=True)]
        used: set[str] = set()
        for name in sorted(coded.names, key=len, reverse=True):
            free = [
                one
                for one in places(self.document.text, name, whole=True)
                if not any(one[0] < end and start < one[1] for start, end in taken)
            ]
            taken += free
            used.update([name] if free else ())
        return [name for name in coded.names if name in used]

    def _add(self, coded: Coded, made: str, names: Sequence[str]) -> None:
        language = self.document.language or "en"
        self.new[made] = Referent(made, self.document.id, names[0], coded.cls, coded.kind, tuple(names), language, coded.role)
        for name in names:
            for start, end in places(self.document.text, name, whole=True)[:1]:
                self.mention(made, start, end)

    def mention(self, referent: str, start: int, end: int) -> None:
        """Note that words stand for a referent.

        Args:
            referent: Its identifier.
            start: First code point.
            end: One past the last.
        """
        one = Mention(self.document.id, start, end, self.document.text[start:end], referent)
        self.mentions[one.id] = one


def named_here(cast: Cast, document: str, of: Mapping[str, str]) -> Iterable[Coded]:
    """Give what a file says is named in a document, whether or not a claim is about it.

    Args:
        cast: What the file names.
        document: The document's identifier.
        of: From how the file calls a document to its identifier.

    Yields:
        Things, in the file's order.
    """
    for coded in cast.by_key.values():
        if coded.referents or any(of.get(name) == document for name in coded.documents):
            yield coded
