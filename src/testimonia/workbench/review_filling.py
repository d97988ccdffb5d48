"""Filling: the fields of a form read against a document, each with whom or what its words name, and what is wrong with them."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from testimonia.errors import DecisionError
from testimonia.model.kinds import ENTITY_KINDS
from testimonia.model.party import Party
from testimonia.model.referent import Referent
from testimonia.review import Desk, Named
from testimonia.text.names import fold_name
from testimonia.workbench.review_words import one_line

AS_WORDS = "words"
"""What the field beside a name says where the words only describe somebody."""


class FieldsError(DecisionError):
    """What somebody filled in cannot be kept; `problems` says what is wrong at which field."""

    def __init__(self, problems: Mapping[str, str]) -> None:
        super().__init__("; ".join(f"{name}: {what}" for name, what in problems.items()))
        self.problems = dict(problems)


@dataclass(slots=True)
class Filling:
    """Reads fields against a document, and gathers what is wrong. `within` are the words that the record rests on."""

    desk: Desk
    within: tuple[int, int]
    problems: dict[str, str] = field(default_factory=dict)

    def words(self, name: str, words: str, *, anywhere: bool = False) -> tuple[int, int]:
        """Find words: in the quotation where it has them, else the nearest place where the text has them.

        Args:
            name: The field.
            words: What stands in it.
            anywhere: Take the nearest place before one inside the quotation.

        Returns:
            The first place and the one past the last; twice 0 where the text has no such words, which is then a problem of the field.
        """
        found = _find(self.desk.document.text, words, self.within, anywhere=anywhere)
        if found is None:
            self.problems[name] = f"these words do not stand in the text: {words[:80]}" if words else "fill this in"
            return (0, 0)
        return found

    def party(self, name: str, words: str, form: Mapping[str, str]) -> Named:
        """Fill a slot: with what the document names, with a new name, or with words.

        Args:
            name: The slot.
            words: What stands in its field.
            form: All fields; `_kind` and `_role` beside the slot say what the words are.

        Returns:
            What fills it.
        """
        kind = form.get(f"{name}_kind", "")
        known = labels_of(self.desk).get(words) if not kind else None
        if known is not None:
            at = next((place for one in (known.name, *known.names) if (place := _find_inside(self.desk, one, self.within))), None)
            return Named(referent=known.id) if at is None else Named(*at, known.id)
        if kind and kind != AS_WORDS and kind not in ENTITY_KINDS:
            self.problems[name] = f"{kind[:40]!r} is no kind"
        place = self.words(name, words)
        role = one_line(form.get(f"{name}_role", "")) or None
        return Named(*place, kind=None if kind in ("", AS_WORDS) else kind, role=role)  # type: ignore[arg-type]

    def parties(self, name: str, lines: str, *, before: Iterable[Party] = (), form: Mapping[str, str] | None = None) -> tuple[Named, ...]:
        """Fill a slot that takes several, one a line.

        Args:
            name: The slot.
            lines: What stands in its field.
            before: Who filled it before: their lines stay who they were.
            form: All fields, where `_kind` beside the slot says what those lines are that the document does not name; None for words.

        Returns:
            What fills it.
        """
        same = {one_line(party.words): party for party in before}
        named = labels_of(self.desk)
        given = [line for line in lines.splitlines() if line.strip()]
        return tuple(
            as_it_was(same[line]) if line in same else self.party(name, line, {} if line in named else form or {}) for line in given
        )

    def finish(self) -> None:
        """Tell what is wrong, if anything is."""
        if self.problems:
            raise FieldsError(self.problems)


def as_it_was(party: Party) -> Named:
    """Give a party back to whoever changes others of its slot.

    Args:
        party: Who fills the slot.

    Returns:
        The same as somebody fills it in.
    """
    return Named(party.start, party.end, party.referent) if party.start is not None else Named(referent=party.referent)


def labels_of(desk: Desk) -> dict[str, Referent]:
    """Give what a form offers: each name of the document, with its class where two things bear it.

    Args:
        desk: The document and what it names.

    Returns:
        What the document names by the name that is offered; other forms of a name come last.
    """
    folded: dict[str, list[Referent]] = {}
    for one in desk.referents.values():
        folded.setdefault(fold_name(one.name), []).append(one)
    labels: dict[str, Referent] = {}
    for same in folded.values():
        for one in same:
            labels[one_line(one.name) if len(same) == 1 else f"{one_line(one.name)} ({one.cls.replace('_', ' ')})"] = one
    for one in desk.referents.values():  # other forms of a name are taken, and offered last
        for name in one.names:
            labels.setdefault(one_line(name), one)
    return labels


def _find_inside(desk: Desk, words: str, within: tuple[int, int]) -> tuple[int, int] | None:
    found = _pattern(words)
    at = found.search(desk.document.text, *within) if found else None
    return None if at is None else at.span()


def _find(text: str, words: str, within: tuple[int, int], *, anywhere: bool) -> tuple[int, int] | None:
    """Find words whatever white space is between them; `anywhere` takes the nearest place before one inside the quotation."""
    pattern = _pattern(words)
    if pattern is None:
        return None
    inside = None if anywhere else pattern.search(text, *within)
    if inside is not None:
        return inside.span()
    return min((found.span() for found in pattern.finditer(text)), key=lambda span: abs(span[0] - within[0]), default=None)


def _pattern(words: str) -> re.Pattern[str] | None:
    parts = words.split()
    return re.compile(r"\s+".join(map(re.escape, parts))) if parts else None
