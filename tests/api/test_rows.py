"""What an answer can become: iterated, counted, sliced, framed, shown; and when it is worked out."""

from datetime import date

import networkx
import pandas
import polars
import pyarrow
import pytest

import testimonia as tm
from testimonia.api import extras
from testimonia.api.rows import Query, Rows
from testimonia.api.views import views
from testimonia.errors import MissingPartError

KINDS = tuple(views())


def flat(value):
    """A value of a record as a frame of plain lists and mappings has it."""
    if isinstance(value, tuple):
        return [flat(one) for one in value]
    return (
        {name: flat(getattr(value, name)) for name in value.__slots__}
        if hasattr(value, "__slots__") and not isinstance(value, date)
        else value
    )


@pytest.mark.parametrize("kind", KINDS)
def test_arrow_holds_what_the_records_hold_with_its_types(kb, kind):
    records = getattr(kb, kind)()
    table = records.to_arrow()
    assert table.column_names == list(records.columns)
    assert table.to_pylist() == [{name: flat(getattr(record, name)) for name in records.columns} for record in records]


def test_arrow_has_days_as_days_and_lists_as_lists(kb):
    schema = kb.claims().to_arrow().schema
    assert schema.field("lo").type == pyarrow.date32()
    assert schema.field("low").type == pyarrow.int64()
    assert schema.field("voices").type == pyarrow.list_(pyarrow.field("child", pyarrow.string()).type)


@pytest.mark.parametrize("kind", KINDS)
def test_polars_holds_what_the_records_hold(kb, kind):
    records = getattr(kb, kind)()
    frame = records.to_polars()
    assert isinstance(frame, polars.DataFrame)
    assert frame.rows(named=True) == [{name: flat(getattr(record, name)) for name in records.columns} for record in records]


def test_pandas_keeps_whole_numbers_whole_and_days_as_days(kb):
    records = kb.claims()
    frame = records.to_pandas()
    assert list(frame.columns) == list(records.columns)
    assert frame["id"].tolist() == [claim.id for claim in records]
    assert str(frame["low"].dtype) == "Int64"
    assert frame["low"].dropna().tolist() == [claim.low for claim in records if claim.low is not None]
    assert str(frame["lo"].dtype).startswith("datetime64")
    assert frame["lo"].dropna().dt.date.tolist() == [claim.lo for claim in records if claim.lo is not None]
    assert [tuple(voices) for voices in frame["voices"]] == [claim.voices for claim in records]
    assert isinstance(kb.events().to_pandas(), pandas.DataFrame)


def test_a_frame_of_nothing_has_its_columns(kb):
    nothing = kb.documents(language="my")
    assert (len(nothing), bool(nothing), nothing.first()) == (0, False, None)
    assert nothing.to_polars().columns == list(nothing.columns)
    assert list(nothing.to_pandas().columns) == list(nothing.columns)


def test_claims_become_a_network_with_times_that_any_format_takes(kb, tmp_path):
    tied = {claim.id: claim for claim in kb.claims() if claim.object is not None}
    graph = kb.claims().to_networkx()
    assert isinstance(graph, networkx.MultiDiGraph)
    assert {key for _, _, key in graph.edges(keys=True)} == set(tied)
    for subject, target, key, held in graph.edges(keys=True, data=True):
        claim = tied[key]
        assert (subject, target, held["predicate"]) == (claim.subject, claim.object, claim.predicate)
        assert held.get("start") == (None if claim.lo is None else claim.lo.isoformat())
        assert graph.nodes[target]["name"] == claim.object_name
    networkx.write_graphml(graph, tmp_path / "network.graphml")
    assert len(networkx.read_graphml(tmp_path / "network.graphml")) == len(graph)


def test_a_network_of_some_claims_has_only_their_ends(kb):
    claims = kb.claims(actor="MNLF", predicate="split_from")
    graph = claims.to_networkx()
    assert set(graph.nodes) == {end for claim in claims for end in (claim.subject, claim.object)}
    assert len(graph.nodes) > 1


def test_nothing_is_worked_out_before_somebody_looks_and_then_each_time():
    asked = []

    class Spy:
        def rows(self, sql, values):
            asked.append(sql)
            return iter([(1,), (2,)])

        def columns(self, sql, values):
            return ("n",)

    rows = tm.Answer(Query(Spy, "SELECT n", (), "numbers"))
    assert (asked, repr(rows)) == ([], "<numbers>")
    assert list(rows) == list(rows) == [{"n": 1}, {"n": 2}]
    assert asked.count("SELECT n") == 2
    assert len(rows) == len(rows) == 1
    assert asked.count("SELECT count(*) FROM (SELECT n)") == 1


def test_asking_makes_no_release_of_a_knowledge_base_until_somebody_looks(base, monkeypatch):
    made = []
    from testimonia.api import shelf

    real = shelf.release
    monkeypatch.setattr(shelf, "release", lambda *given, **named: (made.append(given), real(*given, **named))[1])
    with tm.open(base) as kb:
        claims, events = kb.claims(predicate="founded"), kb.events()
        assert made == []
        assert claims.first() is not None
        assert events.first() is not None
        assert len(made) == 1
        assert kb.claims(lens={"voices": {"named": ["Malian army"]}}).first() is None
        assert len(made) == 2


def test_rows_are_counted_sliced_and_picked_as_a_list_would_be(kb):
    claims, listed = kb.claims(), list(kb.claims())
    assert len(claims) == len(listed)
    assert (claims[0], claims[-1], claims[3]) == (listed[0], listed[-1], listed[3])
    for cut in (slice(2, 5), slice(None, 3), slice(-4, None), slice(5, 2), slice(1, 10_000), slice(None)):
        assert list(claims[cut]) == listed[cut]
        assert len(claims[cut]) == len(listed[cut])
    assert list(claims[2:9][1:4]) == listed[2:9][1:4]
    assert claims[2:9].first() == listed[2]
    assert claims[5:5].first() is None
    assert claims[2:5].to_polars()["id"].to_list() == [claim.id for claim in listed[2:5]]
    for beyond in (len(listed), -len(listed) - 1):
        with pytest.raises(IndexError):
            claims[beyond]
    with pytest.raises(ValueError, match="no step"):
        claims[::2]


def test_two_readers_of_one_answer_do_not_disturb_each_other(kb):
    claims = kb.claims()
    assert [one.id for one, _ in zip(claims, claims, strict=True)] == [other.id for _, other in zip(claims, claims, strict=True)]


def test_an_answer_in_sql_becomes_frames_too(kb):
    answer = kb.sql("SELECT predicate, count(*) AS n FROM claims GROUP BY predicate ORDER BY predicate")
    assert answer.to_polars().rows(named=True) == list(answer)
    assert answer.to_pandas().to_dict("records") == list(answer)
    assert answer[0:2].to_arrow().num_rows == 2


@pytest.mark.parametrize(
    ("method", "missing"),
    [("to_arrow", "pyarrow"), ("to_pandas", "pandas"), ("to_pandas", "pyarrow"), ("to_polars", "polars"), ("to_networkx", "networkx")],
)
def test_a_frame_without_its_library_says_how_to_install_it(kb, monkeypatch, method, missing):
    real = extras.import_module

    def without(name):
        if name == missing:
            raise ImportError(name)
        return real(name)

    monkeypatch.setattr(extras, "import_module", without)
    with pytest.raises(MissingPartError, match=f"{missing} is not installed; install it with"):
        getattr(kb.claims(), method)()


def test_a_notebook_shows_the_first_rows_and_how_many_there_are(kb):
    html = kb.claims()._repr_html_()
    assert f"claims: {len(kb.claims())}, the first 8 shown" in html
    assert html.count("<tr>") == 9
    assert "subject_name" in html
    assert "<th" in kb.sql('SELECT 1 AS "a ""b"" <c>"')._repr_html_()


def test_bare_rows_are_no_answer():
    with pytest.raises(TypeError):
        list(Rows(Query(lambda: None, "SELECT 1", (), "rows")))
