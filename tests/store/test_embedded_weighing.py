"""Who is who, copies and the queue as weighing asks for them."""

from pathlib import Path

from tests.store.scaled import scaled

from testimonia.store import CopyOf, open_store


def test_identity_is_given_without_what_was_said(tmp_path: Path) -> None:
    with open_store(scaled(tmp_path)) as store:
        whole, who = store.knowledge(), store.identity()
    assert (who.entities, who.entity_of, who.sources) == (whole.entities, whole.entity_of, whole.sources)
    assert not who.claims and not who.reports and not who.documents


def test_copies_come_back(tmp_path: Path) -> None:
    with open_store(scaled(tmp_path)) as store:
        store.replace_copies([CopyOf("d-1", "d-1", "d-2", 0.75)])
        assert store.copies() == (CopyOf("d-1", "d-1", "d-2", 0.75),)


def test_where_other_rules_are_doubted_the_whole_queue_is_worked_out_again(tmp_path: Path) -> None:
    with open_store(scaled(tmp_path)) as store:
        assert list(store.to_rank(())) == []
        known = [one for part, _ in store.to_rank(("scale.claim",)) for one in (*part.claims, *part.reports)]
        assert {one.id for one in known} == {one.id for one in (*store.claims(), *store.reports())}
        store.rank((), ("scale.claim",))
        assert list(store.to_rank(("scale.claim",))) == [] and list(store.to_rank(())) != []
