"""What `import testimonia` gives: stable names, loaded when they are asked for and not before."""

import subprocess
import sys
from dataclasses import fields
from inspect import signature

import pytest

import testimonia as tm
from testimonia.api.views import views
from testimonia.errors import StoreError

STABLE = """
ActorRecord AgreedRecord Answer Choice ClaimRecord ClaimRecords CorroborationRecord DisputeRecord DocumentRecord Estimate EventRecord
FigureRecord KnowledgeBase Lens PlaceRecord PositionRecord Records ReportRecord Rows RunReport TollRecord build open
"""
METHODS = {
    "claims": "lens actor predicate since until",
    "reports": "lens actor type since until",
    "events": "lens actor type since until",
    "tolls": "lens actor type since until",
    "actors": "lens kind",
    "actor": "name lens",
    "places": "lens country",
    "disputes": "lens actor certainty",
    "corroborations": "lens actor independent",
    "documents": "lens publisher language",
    "sql": "question lens",
    "to_networkx": "lens",
    "lens": "lens",
    "close": "",
}
FIELDS = {
    "ClaimRecord": "id subject subject_name predicate object object_name value value_language value_kind role low high unit edtf lo hi "
    "time_mode time_basis polarity stance voices document publisher published quote quote_start quote_end review rule",
    "ReportRecord": "id event type mode status initiator initiator_names target target_names places place_names responsibility "
    "responsibility_names figures edtf lo hi time_mode time_basis recurrent stance voices document publisher published quote quote_start "
    "quote_end review rule",
    "FigureRecord": "what of of_name low high",
    "EventRecord": "id type modes statuses initiators targets places responsible party_ids place_ids lo hi tolls reports documents why",
    "Estimate": "what of of_name low best high",
    "TollRecord": "event type initiators targets places lo hi what of of_name low best high party_ids",
    "ActorRecord": "id kind name names role country same_as claims",
    "PlaceRecord": "id name names country precision latitude longitude gazetteer credit",
    "DisputeRecord": "id about certainty positions claims why rule",
    "PositionRecord": "holds claims witnesses",
    "CorroborationRecord": "id about witnesses independent agreed claims why",
    "AgreedRecord": "on value unit",
    "DocumentRecord": "id path title publisher published published_basis original_publisher author language url format characters sha256",
}
HEAVY = ("testimonia.api", "testimonia.pipeline", "duckdb", "numpy", "pandas", "polars", "pyarrow", "networkx", "sqlalchemy", "onnxruntime")


def test_the_stable_names_are_these_and_each_is_there():
    assert sorted(tm.__all__) == sorted(STABLE.split())
    assert all(getattr(tm, name).__doc__ for name in tm.__all__)
    assert set(tm.__all__) <= set(dir(tm))


def test_a_name_that_is_not_there_is_said():
    with pytest.raises(AttributeError, match="no attribute 'closed'"):
        _ = tm.closed


@pytest.mark.parametrize(("method", "parameters"), METHODS.items())
def test_the_methods_of_a_knowledge_base_take_what_they_took(method, parameters):
    held = signature(getattr(tm.KnowledgeBase, method)).parameters
    assert [name for name in held if name != "self"] == parameters.split()


def test_no_public_method_of_a_knowledge_base_is_left_out_of_this_list():
    public = {name for name, held in vars(tm.KnowledgeBase).items() if not name.startswith("_") and callable(held)}
    assert public == set(METHODS)
    assert {name for name, held in vars(tm.KnowledgeBase).items() if isinstance(held, property)} == {"path", "lenses", "manifest", "tables"}


@pytest.mark.parametrize(("record", "names"), FIELDS.items())
def test_the_fields_of_a_record_are_these_in_this_order(record, names):
    assert [field.name for field in fields(getattr(tm, record))] == names.split()


def test_every_kind_of_record_is_pinned():
    assert {view.record.__name__ for view in views().values()} <= set(FIELDS)
    assert {name for name in tm.__all__ if name.endswith("Record")} <= set(FIELDS)


def test_importing_us_loads_nothing_that_is_heavy_nor_the_interface_itself():
    code = f"import sys; import testimonia as tm; dir(tm); print(*[m for m in {HEAVY!r} if m in sys.modules])"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == ""


def test_opening_loads_no_library_of_frames_and_no_engine(folder):
    code = (
        "import sys; import testimonia as tm; kb = tm.open(sys.argv[1]); kb.claims(); "
        "print(*[m for m in ('duckdb', 'pandas', 'polars', 'pyarrow', 'networkx') if m in sys.modules])"
    )
    run = subprocess.run([sys.executable, "-c", code, str(folder)], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == ""


def test_building_gives_what_the_command_gives(tmp_path):
    paper = tmp_path / "paper.txt"
    paper.write_text("The Moro Islamic Liberation Front was founded in 1977.\n", encoding="utf-8")
    made = tm.build(paper, tmp_path / "kb")
    assert (made.counts["documents"], made.added, made.problems) == (1, 1, ())
    assert tm.build([str(paper)], str(tmp_path / "kb")).added == 0
    with tm.open(tmp_path / "kb") as kb:
        assert [claim.predicate for claim in kb.claims(predicate="founded")] == ["founded"]


@pytest.mark.parametrize("what", ["nothing", "empty", "file"])
def test_what_is_no_knowledge_base_is_refused_with_a_way_out(tmp_path, what):
    if what == "empty":
        (tmp_path / what).mkdir()
    if what == "file":
        (tmp_path / what).write_text("text", encoding="utf-8")
    with pytest.raises(StoreError, match="testimonia build"):
        tm.open(tmp_path / what)
