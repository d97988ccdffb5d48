"""What a store does for review: it appends what people decide, says what follows, and gives what waits, a page at a time."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date
from typing import Protocol

from testimonia.model.decision import Decision, RecordKind, Said, Standing
from testimonia.model.entity import Entity
from testimonia.model.judgement import Judgement
from testimonia.model.referent import Referent
from testimonia.store.review_records import OpenPair, Progress, SourceEdit, Urgency, Waiting


class Review(Protocol):
    """What review asks of a knowledge base. What is decided takes effect in `claims`, `reports` and `knowledge` at once."""

    def decide(self, decision: Decision, *, seen: str | None = None) -> None:
        """Append a decision of a person, in milliseconds; none is ever changed or deleted.

        The same decision again changes nothing. Findings that rest on the record are left out by `findings` until it stands again as it was
        weighed, or the knowledge base is weighed again.

        Args:
            decision: What somebody decided of one record.
            seen: The newest verdict or withdrawal on the record that they saw (`Standing.latest`); comments and withdrawals need none.

        Raises:
            DecisionError: There is no such record, somebody decided on it meanwhile (the message says who and what), what was made does not
                stand in the text, or a decision taken back is not theirs or does not stand. Nothing is changed.
        """
        ...

    def decide_all(self, decided: Iterable[tuple[Decision, str | None]], judgements: Iterable[Judgement] = ()) -> None:
        """Append decisions and judgements of people in one transaction: all of them, or nothing.

        Args:
            decided: Decisions in order, each with the newest verdict or withdrawal on its record that was seen.
            judgements: Decisions on identity; one that is there already is left alone.

        Raises:
            DecisionError: One of them cannot be taken, as `decide` tells. Nothing is changed.
        """
        ...

    def decisions(self, *, record: str | None = None, document: str | None = None, by: str | None = None) -> Iterator[Decision]:
        """Give the decisions of people on claims and reports.

        Args:
            record: Only those on this record.
            document: Only those on records of this document.
            by: Only those of this person.

        Yields:
            Decisions in the order in which they were recorded.
        """
        ...

    def last_decision(self, by: str, *, record: str | None = None) -> Decision | None:
        """Find what somebody decided or remarked last and did not take back.

        Args:
            by: Whose decision.
            record: Only on this record.

        Returns:
            The decision; None where there is none.
        """
        ...

    def standing(self, record: str) -> Standing:
        """Say what follows from all that was decided of a record.

        Args:
            record: Its identifier, as it was proposed or added.

        Returns:
            Its standing; `proposed` where nobody decided.
        """
        ...

    def standings(self, records: Collection[str]) -> dict[str, Standing]:
        """Say what follows from all that was decided of some records, at once.

        Args:
            records: Their identifiers, as they were proposed or added.

        Returns:
            The standing of each; `proposed` where nobody decided.
        """
        ...

    def proposal(self, record: str) -> Said | None:
        """Give a record as it was read, whatever people decided of it.

        Args:
            record: Its identifier.

        Returns:
            The claim or report; None where no reading proposes it.
        """
        ...

    def decided_on(self, identifier: str) -> str:
        """Say on which record a decision about what stands under an identifier is a decision.

        Args:
            identifier: That of a proposal, of a correction that stands, or of what was added by hand.

        Returns:
            The identifier of the record; of a correction, of what it corrects.
        """
        ...

    def orphaned(self) -> tuple[str, ...]:
        """List records that people decided on and that no reading proposes any more.

        Returns:
            Their identifiers; what was added by hand is not among them.
        """
        ...

    def stale(self) -> frozenset[str]:
        """Name what stands otherwise than it was last weighed.

        Returns:
            Identifiers of records as proposed, as they stand and as they were weighed; no finding that names one of them is given.
        """
        ...

    def newest_decision(self) -> int:
        """Say how far the decisions go, for `replace_findings`.

        Returns:
            A number that grows with each decision; 0 where there is none.
        """
        ...

    def replace_attention(self, urgencies: Iterable[Urgency]) -> None:
        """Put a new order of what waits in the place of the former one, in one transaction.

        Args:
            urgencies: What is to be looked at before the rest, each record once.
        """
        ...

    def waiting(self, kinds: Sequence[RecordKind] = ("claim", "report"), *, after: str = "", limit: int = 50) -> list[Waiting]:
        """Give a page of what waits for a decision, in milliseconds however long the queue.

        Args:
            kinds: Claims, reports, or both in one order.
            after: The `cursor` of the last one on the page before; empty to begin.
            limit: The most to give.

        Returns:
            Records by rank; equal ranks by identifier, the rest in the order of capture and reading.

        Raises:
            DecisionError: The cursor is none.
        """
        ...

    def decided_by_rule(self) -> dict[str, tuple[int, int]]:
        """Say how what each rule proposed fared with people.

        Returns:
            For each rule on how many of its proposals people decided, and how many of these they corrected or rejected; contested ones are
            left out.
        """
        ...

    def progress(self, day: date) -> Progress:
        """Say how far review is.

        Args:
            day: The day whose hours are counted, UTC.

        Returns:
            Counts by kind, state, tier, person and hour.
        """
        ...

    def edit_source(self, edit: SourceEdit, *, seen: int | None = None) -> None:
        """Keep what somebody says of a publisher; it stands above the register, however often that is read again, until it is taken back.

        Args:
            edit: What they say, or that they take back what people said.
            seen: The number of the newest edit by people on that publisher which they saw, 0 for none; None asks nothing.

        Raises:
            DecisionError: Somebody edited it meanwhile (the message says who), or nobody is named. Nothing is changed.
        """
        ...

    def source_edits(self, *, name: str | None = None) -> Iterator[SourceEdit]:
        """Give what people said of publishers, with what the register said before and since.

        Args:
            name: Only of this publisher.

        Yields:
            Edits in the order in which they were recorded.
        """
        ...

    def judged_by_people(self) -> Iterator[Judgement]:
        """Give what people decided on identity, with what they took back.

        Yields:
            Judgements in the order in which they were recorded.
        """
        ...

    def open_pairs(self) -> tuple[OpenPair, ...]:
        """Give the pairs of entities that rules left open, by identifier only.

        Returns:
            Each pair once, the likeliest to be one first, those of more documents before others of their score.
        """
        ...

    def judgements_named(self, ids: Collection[str]) -> dict[str, Judgement]:
        """Give some judgements.

        Args:
            ids: Their identifiers.

        Returns:
            Judgements by identifier; one that is not there is missing.
        """
        ...

    def identity_mark(self) -> str:
        """Mark what rules found of identity, in milliseconds.

        Returns:
            Words that differ as soon as names were compared anew or entities changed; a decision of a person changes nothing in them.
        """
        ...

    def entities_behind(self, referents: Collection[str]) -> dict[str, str]:
        """Give the entity behind each of some referents.

        Args:
            referents: Their identifiers.

        Returns:
            Referent to entity; one that is no entity is missing.
        """
        ...

    def entities_named(self, ids: Collection[str]) -> dict[str, Entity]:
        """Give some entities, whole.

        Args:
            ids: Their identifiers.

        Returns:
            Entities by identifier; one that is not there is missing.
        """
        ...

    def referents_named(self, ids: Collection[str]) -> dict[str, Referent]:
        """Give some referents, whatever documents name them.

        Args:
            ids: Their identifiers.

        Returns:
            Referents by identifier; one that is not there is missing.
        """
        ...
