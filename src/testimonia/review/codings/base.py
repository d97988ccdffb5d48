"""Base: a knowledge base as a coder's file is held against it."""

from testimonia.errors import StoreError
from testimonia.model.decision import Decision, Said
from testimonia.review.codings.importing import Base, Opened
from testimonia.review.codings.placing import OnRecord
from testimonia.review.codings.shelf import Shelf
from testimonia.store import Store


def base_of(store: Store) -> Base:
    """Give what a file is held against.

    Args:
        store: An open knowledge base.

    Returns:
        Its documents, read one by one when a file speaks of them, and all decisions on identity.
    """
    return Base(Shelf(store.documents(texts=False)), lambda document: opened(store, document), tuple(store.judgements()))


def opened(store: Store, document: str) -> Opened:
    """Gather all that is on record about a document.

    Args:
        store: An open knowledge base.
        document: The document's identifier.

    Returns:
        What it names, and its claims and reports as they were proposed or added, whatever people decided of them, with their decisions.

    Raises:
        StoreError: There is no such document.
    """
    found = store.document(document)
    if found is None:
        raise StoreError(f"{document}: is not in the knowledge base")
    decided: dict[str, list[Decision]] = {}
    for decision in store.decisions(document=document):
        if not decision.is_on_document:
            decided.setdefault(decision.record, []).append(decision)
    corrections = {one.made.id for taken in decided.values() for one in taken if one.made is not None and one.verdict == "CORRECTED"}
    records = {}
    for name, taken in decided.items():
        said = store.proposal(name) or next((one.made for one in taken if one.adds), None)
        if said is not None:
            records[name] = OnRecord(said, tuple(taken))
    standings: list[Said] = [*store.claims(document=document), *store.reports(document=document)]
    for standing in standings:
        if standing.id not in records and standing.id not in corrections:
            records[standing.id] = OnRecord(standing)
    referents = {one.id: one for one in store.referents(document=document)}
    mentioned = frozenset(one.id for one in store.mentions(document=document))
    return Opened(found, referents, mentioned, tuple(records.values()))
