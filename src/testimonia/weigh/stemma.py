"""The stemma of what is said: who has it from whom, for some claims or event reports."""

from collections.abc import Collection, Iterable, Mapping
from itertools import chain

from testimonia.model.claim import Claim
from testimonia.model.event import EventReport
from testimonia.model.knowledge import Knowledge
from testimonia.model.stemma import Stemma, Witness
from testimonia.weigh.assertions import assertions_of
from testimonia.weigh.copies import Copy
from testimonia.weigh.independence import Witnesses


def stemma_of(knowledge: Knowledge, identifiers: Collection[str], *, about: str, copies: Mapping[str, Copy] | None = None) -> Stemma:
    """Draw up who has it from whom.

    Args:
        knowledge: All that is known: who speaks for whom, and which texts are copies, does not depend on whose word is taken.
        identifiers: Claims and event reports that tell of one thing.
        about: What they tell of, in words.
        copies: Which documents are copies, None to find it out from their texts.

    Returns:
        Their witnesses by day of publication and then in the order of the claims, each once; empty where no such claim is known.
    """
    witnesses = Witnesses(knowledge, assertions_of(knowledge), copies=copies)
    wanted = set(identifiers)
    found: dict[str, Witness] = {}
    borne_by: dict[str, str] = {}
    everything: Iterable[Claim | EventReport] = chain(knowledge.claims, knowledge.reports)
    for said in everything:
        if said.id in wanted and said.id not in borne_by:
            witness = witnesses.of(said.document, said.attribution, when=said.when)
            found.setdefault(witness.id, witness)
            borne_by[said.id] = witness.id
    return Stemma(about, tuple(sorted(found.values(), key=lambda witness: _published(knowledge, witness))), borne_by)


def _published(knowledge: Knowledge, witness: Witness) -> str:
    """The day of publication for sorting; EDTF sorts by its digits, and what is undated comes last."""
    document = knowledge.documents.get(witness.document)
    return "~" if document is None or document.published is None else document.published
