"""Only what is new or changed is written; what stands is not touched, and the order is that of weighing everything."""

from pathlib import Path

from tests.store.scaled import scaled

from testimonia.model.finding import Corroboration
from testimonia.model.reweighed import Reweighed
from testimonia.store import open_store


def test_units_that_stand_keep_their_findings_and_others_go(tmp_path: Path) -> None:
    with open_store(scaled(tmp_path)) as store:
        before, units = store.findings(), store.units()
        agreements = frozenset(unit for unit in units if unit[0] == "agreement")
        assert store.put_reweighed(Reweighed(agreements, {}))
        kept = store.findings()
        assert set(kept.corroborations) <= set(before.corroborations) and kept.corroborations
        assert not kept.events and store.units() == agreements


def test_a_new_finding_stands_where_it_belongs(tmp_path: Path) -> None:
    with open_store(scaled(tmp_path)) as store:
        claims = tuple(claim.id for claim in store.claims())[:2]
        first = Corroboration(" before all others", claims, True, 2, "two papers")
        assert store.put_reweighed(Reweighed(store.units(), {("agreement", 1): (first,)}))
        assert store.findings().corroborations[0] == first
        assert ("agreement", 1) in store.units()


def test_nothing_is_changed_where_what_is_taken_to_stand_does_not(tmp_path: Path) -> None:
    with open_store(scaled(tmp_path)) as store:
        before = store.findings()
        assert not store.put_reweighed(Reweighed(frozenset({("agreement", 12345)}), {}))
        assert store.findings() == before
