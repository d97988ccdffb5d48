"""The list of disputes, and the page of one: its positions as columns, the witnesses under each, and the rule's reason."""

from dataclasses import dataclass

from testimonia.errors import RecordError
from testimonia.model.finding import Dispute
from testimonia.publish.catalogue import Catalogue
from testimonia.publish.pages.actor import DisputeNote
from testimonia.publish.pages.shown import ShownClaim, shown_claim


@dataclass(frozen=True, slots=True)
class DisputesPage:
    """One part of the list. `rules` are all that can be asked for, with their numbers; `after` asks for the next part."""

    disputes: tuple[DisputeNote, ...]
    rules: tuple[tuple[str, int], ...]
    rule: str | None
    certainty: str | None
    actor: str | None
    actor_name: str | None
    after: str | None
    began: bool


@dataclass(frozen=True, slots=True)
class PositionShown:
    """One side: what it holds, by how many independent witnesses, in which claims or reports."""

    holds: str
    witnesses: int
    claims: tuple[ShownClaim, ...]


@dataclass(frozen=True, slots=True)
class DisputePage:
    """A dispute. `rule` is the one that found it and `rule_reason` what that rule says for people; nothing here says who is right."""

    id: str
    about: str
    why: str
    certainty: str
    rule: str
    rule_reason: str
    positions: tuple[PositionShown, ...]


def dispute_note(dispute: Dispute) -> DisputeNote:
    """Show a dispute in a list.

    Args:
        dispute: The dispute.

    Returns:
        Its reason, with what each side holds and by how many independent witnesses.
    """
    sides = tuple((side.holds, side.witnesses) for side in dispute.positions)
    return DisputeNote(dispute.id, dispute.about, dispute.why, dispute.certainty, sides)


def dispute_page(catalogue: Catalogue, dispute: str) -> DisputePage:
    """Show a dispute.

    Args:
        catalogue: Where everything is, as the lens leaves it; a part about the dispute is enough.
        dispute: Its id.

    Returns:
        The page, positions in the order of the dispute.

    Raises:
        RecordError: There is no such dispute, or the lens leaves only one side of it.
    """
    record = next((known for known in catalogue.findings.disputes if known.id == dispute), None)
    if record is None:
        raise RecordError(f"there is no dispute {dispute!r}, or the lens leaves only one of its sides")
    positions = tuple(PositionShown(side.holds, side.witnesses, _claims(catalogue, side.claims)) for side in record.positions)
    reason = catalogue.reasons.get(record.rule, "")
    return DisputePage(record.id, record.about, record.why, record.certainty, record.rule, reason, positions)


def _claims(catalogue: Catalogue, keys: tuple[str, ...]) -> tuple[ShownClaim, ...]:
    records = (catalogue.claims.get(key) or catalogue.reports.get(key) for key in keys)
    return tuple(shown_claim(catalogue, record) for record in records if record is not None)
