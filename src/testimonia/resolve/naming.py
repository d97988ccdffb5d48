"""The names of an entity, and which one it is filed under.

The canonical name is chosen by this rule, never by taste. Of the forms that the documents use:

1. current before former, and names before nicknames;
2. Latin script before others, and a name that a claim says was taken in the place of another before others;
3. full forms before acronyms and before bare parts: a form with a unit word, or of several words, before a single word;
4. forms without a title before one with it ("X Brigades" before "Martyr X Brigades");
5. the form that most documents use, spellings that fold alike counted together;
6. of equals the earliest.

Of one form the most frequent spelling is shown, without a leading "the", and not in capitals where another spelling is there.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from testimonia.model.claim import Claim
from testimonia.model.entity import Name
from testimonia.model.kinds import EntityClass, NameKind
from testimonia.model.referent import Referent
from testimonia.resolve.anatomy import anatomy_of, is_acronym_form
from testimonia.resolve.keys import key_of_name
from testimonia.text.names import fold_spelling, language_of_name, script_of
from testimonia.text.unit_words import unit_word

_THE = re.compile(r"^the\s+(?=\S)", re.IGNORECASE)
_LATER: tuple[NameKind, ...] = ("former", "nickname")
_KINDS: tuple[NameKind, ...] = ("former", "acronym", "nickname", "translation", "alias", "name")
"""Of several kinds stated for one form the first here is kept: the more exact one."""


@dataclass(slots=True)
class _Form:
    """One form of a name: its spellings with their counts, the documents that use it, the claims that carry it, and its kinds."""

    place: int
    spellings: dict[str, int] = field(default_factory=dict)
    users: set[str] = field(default_factory=set)
    claims: list[str] = field(default_factory=list)
    kinds: set[NameKind] = field(default_factory=set)
    language: str | None = None
    since: str | None = None
    until: str | None = None
    taken: bool = False
    """A claim says that the body took this name in the place of another."""

    def count(self, spelling: str) -> None:
        """Count one use of a spelling."""
        self.spellings[spelling] = self.spellings.get(spelling, 0) + 1


def name_claims(claims: Iterable[Claim]) -> dict[str, list[Claim]]:
    """Collect the claims that carry names, by the referent that they name.

    Args:
        claims: Claims of all documents.

    Returns:
        From referent to its affirmed `known_as` and `renamed` claims with a name.
    """
    found: dict[str, list[Claim]] = {}
    for claim in claims:
        subject = claim.subject.referent
        if claim.predicate not in ("known_as", "renamed") or subject is None or claim.value is None or claim.value.text is None:
            continue
        if claim.polarity == "affirmed" and claim.attribution.stance != "denied":
            found.setdefault(subject, []).append(claim)
    return found


def names_of(referents: Sequence[Referent], carried: Mapping[str, Sequence[Claim]]) -> tuple[str, tuple[Name, ...]]:
    """Return an entity's canonical name and all its names.

    Args:
        referents: Its referents, oldest first.
        carried: From referent to the claims that carry its names.

    Returns:
        The canonical name, and one `Name` for each form, canonical first, then in the order of the rule.
    """
    cls = referents[0].cls
    if len(referents) == 1 and referents[0].id not in carried and not set(referents[0].names) - {referents[0].name}:
        name = _only_name(referents[0])
        return name.text, (name,)
    forms = list(_collect(referents, carried).values())
    ranked = forms if len(forms) == 1 else sorted(forms, key=lambda form: _rank(form, cls))
    names = tuple(_name(form) for form in ranked)
    return names[0].text, names


def _only_name(referent: Referent) -> Name:
    """Most bodies are named in one document and in one way."""
    text = _shown(referent.name)
    return Name(text, language_of_name(text), _kind_of_form(referent.name, referent.cls), script=script_of(text))


def _collect(referents: Sequence[Referent], carried: Mapping[str, Sequence[Claim]]) -> dict[str, _Form]:
    forms: dict[str, _Form] = {}
    for referent in referents:
        for text in dict.fromkeys((referent.name, *referent.names)):
            form = _form(forms, text, referent.cls)
            form.count(_shown(text))
            form.users.add(referent.document)
            form.kinds.add(_kind_of_form(text, referent.cls))
        for claim in carried.get(referent.id, ()):
            _add_claim(forms, claim, referent)
    return forms


def _kind_of_form(text: str, cls: EntityClass) -> NameKind:
    return "acronym" if cls == "org" and is_acronym_form(text) else "name"


def _add_claim(forms: dict[str, _Form], claim: Claim, referent: Referent) -> None:
    value = claim.value
    if value is None or value.text is None:
        return
    form = _form(forms, value.text, referent.cls)
    form.count(_shown(value.text))
    form.users.add(referent.document)
    form.claims.append(claim.id)
    form.language = form.language or value.language
    form.kinds.add(value.name_kind or ("name" if claim.predicate == "renamed" else "alias"))
    when = None if claim.when is None else claim.when.edtf
    if claim.predicate == "renamed":
        form.since, form.taken = form.since or when, True
        former = _form(forms, referent.name, referent.cls)
        if former is form:  # told of a body that the text calls by its new name throughout
            return
        former.kinds.add("former")
        former.claims.append(claim.id)
        former.until = former.until or when


def _form(forms: dict[str, _Form], text: str, cls: EntityClass) -> _Form:
    key = key_of_name(text, cls) or text
    form = forms.get(key)
    if form is None:
        form = forms[key] = _Form(len(forms))
    return form


def _rank(form: _Form, cls: EntityClass) -> tuple[bool, bool, bool, int, bool, int, int]:
    text = _spelling(form)
    return (
        _kind(form) in _LATER,
        script_of(text) != "Latn",
        not form.taken,
        _fullness(text, form) if cls == "org" else 0,
        cls == "org" and _has_title(text),
        -len(form.users),
        form.place,
    )


def _fullness(text: str, form: _Form) -> int:
    """0 for a full form, 1 for a single word, 2 for unit words alone, 3 for an acronym."""
    if "acronym" in form.kinds or is_acronym_form(text):
        return 3
    anatomy = anatomy_of(text)
    if anatomy.bare:
        return 2
    return 0 if anatomy.units or len(anatomy.parts) > 1 else 1


def _has_title(text: str) -> bool:
    entries = (unit_word(word) for word in fold_spelling(text).split())
    return any(entry is not None and entry.role == "honorific" for entry in entries)


def _name(form: _Form) -> Name:
    text = _spelling(form)
    language = form.language or language_of_name(text)
    return Name(text, language, _kind(form), tuple(dict.fromkeys(form.claims)), script_of(text), form.since, form.until)


def _kind(form: _Form) -> NameKind:
    return next(kind for kind in _KINDS if kind in form.kinds)


def _spelling(form: _Form) -> str:
    """The most frequent spelling that is not shouted, of equals the earliest."""
    if len(form.spellings) == 1:
        return next(iter(form.spellings))
    spoken = [text for text in form.spellings if not (text.isupper() and " " in text)] or list(form.spellings)
    return max(spoken, key=lambda text: form.spellings[text])


def _shown(text: str) -> str:
    return _THE.sub("", text.strip()) or text
