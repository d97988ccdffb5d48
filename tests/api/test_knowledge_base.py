"""What can be asked of a knowledge base and of a release, with which filters, through which lens."""

import json
from datetime import date

import pytest

import testimonia as tm
from testimonia.codebook.phrases import described
from testimonia.errors import LensError, NameNotFoundError, QuestionError, RecordError, StoreError
from testimonia.publish.released import Released

ARMY = {"name": "the army's word", "voices": {"named": ["Malian army"]}}
KINDS = ("claims", "reports", "events", "tolls", "actors", "places", "disputes", "corroborations", "documents")
ROWS = {"claims": "claims", "event_reports": "reports", "happenings": "events", "disputes": "disputes", "corroborations": "corroborations"}


@pytest.mark.parametrize(("kind", "method"), [*ROWS.items(), ("documents", "documents")])
def test_records_are_the_rows_of_the_release_in_its_order(kb, folder, kind, method):
    ids = [record.id for record in getattr(kb, method)()]
    assert ids == [row["id"] for row in Released(folder).rows(kind)]
    assert ids


@pytest.mark.parametrize("method", KINDS)
def test_a_knowledge_base_a_release_and_one_without_tables_give_the_same(base, folder, bare, method):
    with tm.open(base) as one, tm.open(folder) as other, tm.open(bare) as third:
        records = list(getattr(one, method)())
        assert records
        assert records == list(getattr(other, method)())
        assert records == list(getattr(third, method)())


def test_a_claim_bears_what_its_row_says(kb, folder):
    rows = {row["id"]: row for row in Released(folder).claims()}
    names = {row["id"]: row["name"] for row in Released(folder).entities()}
    published = {row["id"]: row["published"] for row in Released(folder).documents()}
    for claim in kb.claims():
        row = rows[claim.id]
        value = row["value"] or {}
        assert (claim.subject, claim.predicate, claim.object, claim.edtf) == (row["subject"], row["predicate"], row["object"], row["when"])
        assert (claim.subject_name, claim.object_name) == (names[row["subject"]], names.get(row["object"]))
        assert (claim.value, claim.role, claim.low, claim.high) == tuple(value.get(key) for key in ("text", "role", "low", "high"))
        assert [None if day is None else day.isoformat() for day in (claim.lo, claim.hi)] == [row["when_lo"], row["when_hi"]]
        assert (claim.voices, claim.stance, claim.review) == (tuple(row["chain"]), row["stance"], row["review"])
        evidence = {"document": claim.document, "start": claim.quote_start, "end": claim.quote_end, "quote": claim.quote}
        assert evidence == row["evidence"][0]
        assert claim.published == published[claim.document]


def test_a_report_names_its_parties_in_the_order_of_its_row(kb, folder):
    released = Released(folder)
    named = {row["id"]: row["name"] for row in released.entities()}

    def shown(parties):
        return tuple(named[one] if one in named else described(one) for one in parties)

    for report in kb.reports():
        row = released.event_report(report.id)
        for slot in ("initiator", "target", "responsibility"):
            assert getattr(report, slot) == tuple(row[slot])
            assert getattr(report, f"{slot}_names") == shown(row[slot])
        assert report.place_names == shown(row["where"])
        assert [(f.what, f.of, f.low, f.high) for f in report.figures] == [
            tuple(f[k] for k in ("what", "of", "low", "high")) for f in row["figures"]
        ]


def test_an_event_gathers_its_reports_and_its_tolls_with_their_bounds(kb, folder):
    released = Released(folder)
    counted = 0
    for event in kb.events():
        row = released.happening(event.id)
        told = [released.event_report(name) for name in row["reports"]]
        assert event.reports == tuple(row["reports"])
        assert event.places == tuple(sorted({released.name_of(place) for report in told for place in report["where"]}))
        days = [report["when_lo"] for report in told if report["when_lo"] is not None]
        assert event.lo == (date.fromisoformat(min(days)) if days else None)
        assert event.documents == len({report["evidence"][0]["document"] for report in told})
        for toll, held in zip(event.tolls, row["tolls"], strict=True):
            bounds = [None if held[key] is None else held[key]["value"] for key in ("low", "best", "high")]
            assert [toll.low, toll.best, toll.high] == bounds
            counted += 1
    assert counted == len(kb.tolls()) > 0


def test_every_toll_stands_beside_its_event(kb):
    events = {event.id: event for event in kb.events()}
    for toll in kb.tolls():
        event = events[toll.event]
        assert (toll.type, toll.places, toll.lo, toll.hi) == (event.type, event.places, event.lo, event.hi)


def test_actors_are_bodies_and_public_persons_and_places_are_places(kb, folder):
    kinds = {row["id"]: row["kind"] for row in Released(folder).entities()}
    assert {actor.id for actor in kb.actors()} == {name for name, kind in kinds.items() if kind not in ("place", "named_event")}
    assert {place.id for place in kb.places()} == {name for name, kind in kinds.items() if kind == "place"}
    assert all(place.credit for place in kb.places() if place.latitude is not None)
    assert {actor.kind for actor in kb.actors(kind=["armed_group", "person"])} == {"armed_group", "person"}


def test_an_actor_is_found_by_any_name_whatever_its_case_and_accents(kb):
    front = kb.actor("moro national liberation front")
    assert kb.actor("mnlf") == kb.actor(front.id) == kb.actor("Móro National Liberation Front") == front
    assert {"MNLF", "Moro National Liberation Front"} <= set(front.names)
    assert front.claims == kb.sql(f"SELECT count(*) AS n FROM claims WHERE subject = '{front.id}'").first()["n"]


def test_claims_of_an_actor_are_those_on_either_side(kb):
    front = kb.actor("MNLF")
    found = list(kb.claims(actor="MNLF"))
    assert found == [claim for claim in kb.claims() if front.id in (claim.subject, claim.object)]
    assert {claim.subject == front.id for claim in found} == {True, False}
    assert all(claim.predicate in ("founded", "split_from") for claim in kb.claims(actor="MNLF", predicate=["founded", "split_from"]))


def test_a_time_keeps_what_may_be_of_it_and_leaves_out_what_is_undated(kb):
    found = list(kb.claims(since="2017", until="2017-12-31"))
    first, last = date(2017, 1, 1), date(2017, 12, 31)
    dated = [claim for claim in kb.claims() if claim.lo is not None or claim.hi is not None]
    assert found == [claim for claim in dated if (claim.lo is None or claim.lo <= last) and (claim.hi is None or claim.hi >= first)]
    assert any(claim.hi is None for claim in found)
    assert 0 < len(found) < len(dated) < len(kb.claims())
    assert list(kb.claims(since=first, until=last)) == found


def test_events_reports_and_tolls_take_the_same_filters(kb):
    army = kb.actor("Malian army")
    moura = [event.id for event in kb.events(actor="Malian army", since="2022", until="2022")]
    assert moura
    assert {report.event for report in kb.reports(actor="Malian army", since="2022", until="2022")} <= set(moura)
    assert all(army.id in event.party_ids for event in kb.events(actor=army.id))
    assert {toll.event for toll in kb.tolls(actor="Malian army")} <= {event.id for event in kb.events(actor="Malian army")}
    assert {event.type for event in kb.events(type="AGREE")} == {"AGREE"}


def test_disputes_and_corroborations_of_an_actor_rest_on_claims_about_it(kb):
    (dispute,) = kb.disputes(actor="MNLF")
    about = {claim.id for claim in kb.claims(actor="MNLF")}
    assert set(dispute.claims) <= about
    assert sorted(position.holds for position in dispute.positions) == ["1969", "1972"]
    for made in kb.corroborations(actor="Ansar Dine", independent=True):
        assert made.independent
        assert made.witnesses > 1
    assert len(kb.disputes(certainty="definite")) + len(kb.disputes(certainty="possible")) == len(kb.disputes())


def test_documents_can_be_asked_for_by_publisher_and_language(kb):
    assert [document.publisher for document in kb.documents(publisher="Demo Digest")] == ["Demo Digest"]
    assert len(kb.documents(publisher=["Demo Digest", "Demo News Agency"], language="en")) == 2
    assert not kb.documents(language="my")


def test_a_lens_changes_what_is_said_and_what_follows_from_it(base):
    with tm.open(base) as kb:
        army = kb.lens(ARMY)
        assert {report.voices[-1] for report in army.reports()} == {"Malian army"}
        assert list(kb.reports(lens=ARMY)) == list(army.reports())
        assert len(kb.reports()) > len(army.reports()) > 0
        assert {toll.best for toll in army.tolls() if toll.what == "killed"} < {toll.best for toll in kb.tolls() if toll.what == "killed"}
        assert not army.disputes()
        assert army.manifest["lens"] == ARMY
        assert repr(army) == """<knowledge base 'kb' through the lens "the army's word">"""


def test_a_lens_can_be_saved_given_as_a_record_or_by_its_fields(base, tmp_path):
    from testimonia.store import open_store

    tm.build(base.parent, tmp_path / "kb")  # nothing to read in there: an empty knowledge base
    with open_store(tmp_path / "kb", create=False) as store:
        store.put_lens("monitors", "name: monitors\npublishers:\n  named: [Demo Rights Monitor]\n")
    with tm.open(tmp_path / "kb") as kb:
        assert kb.lenses == ("monitors",)
        assert kb.lens("monitors").manifest["lens"]["publishers"] == {"named": ["Demo Rights Monitor"]}
        same = tm.Lens("monitors", publishers=tm.Choice(named=frozenset({"Demo Rights Monitor"})))
        assert kb.lens(same).manifest == kb.lens("monitors").manifest
        with pytest.raises(LensError, match="saved are monitors"):
            kb.claims(lens="others")


def test_what_is_asked_wrongly_is_said_at_once(kb, base):
    with pytest.raises(NameNotFoundError, match="perhaps MNLF"):
        kb.claims(actor="MNLFF")
    with pytest.raises(NameNotFoundError, match="there is no 'fights'; there are known_as"):
        kb.claims(predicate="fights")
    with pytest.raises(NameNotFoundError, match="ASSAULT"):
        kb.events(type="BATTLE")
    with pytest.raises(RecordError, match="2016-05-03"):
        kb.claims(since="last week")
    with pytest.raises(LensError, match="is a release"):
        kb.claims(lens=ARMY)
    with tm.open(base) as other, pytest.raises(LensError, match="rumour"):
        other.lens({"voices": {"kinds": ["rumour"]}})


def test_what_is_closed_is_said(folder):
    kb = tm.open(folder)
    claims = kb.claims()
    assert len(claims) > 0
    kb.close()
    for asked in (claims.first, kb.claims().first, lambda: len(claims), lambda: kb.manifest):
        with pytest.raises(StoreError, match="closed; open it again"):
            asked()
    kb.close()  # twice is no harm


def test_sql_asks_the_records_and_the_tables_of_the_release(kb, folder):
    counted = kb.sql("SELECT predicate, count(*) AS n FROM claims GROUP BY predicate ORDER BY n DESC, predicate;")
    assert sum(row["n"] for row in counted) == len(kb.claims())
    assert counted.columns == ("predicate", "n")
    for table in kb.tables:
        assert kb.sql(f"SELECT count(*) AS n FROM {table}").first()["n"] >= 0
    manifest = json.loads((folder / "manifest.json").read_text("utf-8"))
    assert kb.sql("SELECT count(*) AS n FROM release.judgements").first()["n"] == manifest["counts"]["judgements.jsonl"]


def test_sql_changes_nothing_and_reads_nothing_else(kb, tmp_path):
    (tmp_path / "own.csv").write_text("a\n1\n", encoding="utf-8")
    for asked in ("COPY claims TO 'x.csv'", "SELECT 1; SELECT 2", "CREATE TABLE x (a INTEGER)", "SET threads = 2", "not a question", ""):
        with pytest.raises(QuestionError):
            kb.sql(asked)
    with pytest.raises(QuestionError, match="cannot be answered"):
        kb.sql(f"SELECT * FROM read_csv('{tmp_path / 'own.csv'}')")
    with pytest.raises(QuestionError, match="cannot be answered"):
        kb.sql("SELECT nothing FROM claims")


def test_the_network_of_a_knowledge_base_has_every_actor_and_the_ties_between_them(kb):
    graph = kb.to_networkx()
    ids = {actor.id for actor in kb.actors()}
    assert set(graph.nodes) == ids
    assert {key for _, _, key in graph.edges(keys=True)} == {claim.id for claim in kb.claims() if claim.object in ids}


def test_a_notebook_shows_how_much_there_is(kb):
    assert repr(kb) == "<release 'release'>"
    assert f"{len(kb.claims())} claims" in kb._repr_html_()
