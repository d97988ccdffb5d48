"""Witnessing: what a release says of who has it from whom is what the workbench draws."""

from pathlib import Path

import pytest

from testimonia.model.lens import Lens
from testimonia.pipeline import build
from testimonia.publish.released import Released
from testimonia.publish.row_records import witness_of
from testimonia.releasing import release
from testimonia.store import open_store
from testimonia.store.in_order import in_order
from testimonia.weigh import background_of
from testimonia.witnessing import witnesses_in

DEMO = Path(__file__).resolve().parents[1] / "demo" / "documents"
NAMES = ("mali_moura_news.txt", "mali_moura_reprint.txt", "mali_rights_report.txt", "sources.yaml")


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """A knowledge base of three sample documents, one a reprint of another, with its register of sources."""
    made = tmp_path_factory.mktemp("witnessing")
    (made / "texts").mkdir()
    for name in NAMES:
        (made / "texts" / name).write_bytes((DEMO / name).read_bytes())
    build([made / "texts"], made / "kb")
    return made


def test_every_claim_has_the_witness_that_weighing_found(folder):
    release(folder / "kb", folder / "release", tables=False)
    released = Released(folder / "release")
    with open_store(folder / "kb", create=False) as store:
        known = store.knowledge(texts=True)
    witnesses = background_of(known).witnesses
    wanted = {said.id: witnesses.of(said.document, said.attribution, when=said.when) for said in (*known.claims, *known.reports)}
    found = {claim: witness_of(row) for row in released.witnesses() for claim in row["claims"]}
    assert set(found) == {row["id"] for rows in (released.claims(), released.event_reports()) for row in rows}
    for claim, witness in found.items():
        assert (witness.id, witness.links.keys()) == (wanted[claim].id, wanted[claim].links.keys())
        assert [link.kind for link in witness.links.values()] == [link.kind for link in wanted[claim].links.values()]
    kinds = {link["kind"] for row in released.witnesses() for link in row["links"]}
    assert kinds & {"republication", "wording"}, "the reprint hangs on what it reprints"
    names = [row["name"] for row in released.sources()]
    assert names == sorted(names) and names


def test_whose_word_is_taken_changes_no_witness(folder):
    release(folder / "kb", folder / "all", tables=False)
    release(folder / "kb", folder / "later", lens=Lens(name="two", witnesses=2), tables=False)
    everybody, some = ({row["id"]: row for row in Released(folder / name).witnesses()} for name in ("all", "later"))
    assert some and some.keys() <= everybody.keys()
    assert all({link["hub"] for link in row["links"]} == {link["hub"] for link in everybody[key]["links"]} for key, row in some.items())


def test_a_witness_is_found_document_by_document(folder):
    with open_store(folder / "kb", create=False) as store, in_order(store) as stored:
        of_document, whole = witnesses_in(stored), store.knowledge()
        first = whole.claims[0]
        assert of_document(whole)(first).document == first.document
