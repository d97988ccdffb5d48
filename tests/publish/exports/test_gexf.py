"""GEXF is a dynamic graph whose spells are the times that claims give."""

import io
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree as Xml

import networkx as nx
import pytest

from testimonia.publish.exports.losses import Losses
from testimonia.publish.released import Released

from .releases import claim, moro, when

SPACE = {"g": "http://gexf.net/1.3"}
Write = Callable[[Released, str], tuple[bytes, Losses]]


def test_networkx_reads_the_graph_with_its_spells(released: Released, write: Write) -> None:
    graph = nx.read_gexf(io.BytesIO(write(released, "gexf")[0]), version="1.3")
    edge = graph.edges["n-milf", "n-mnlf"]
    assert edge["spells"] == [("1977-01-01", "1977-12-31"), ("1978-03-01", "1978-03-31")]
    assert edge["witnesses"] == 2
    assert graph.nodes["n-army"]["label"] == "Philippine Army"


def test_it_is_dynamic_with_dates_and_open_ends_are_left_open(released: Released, write: Write) -> None:
    root = Xml.fromstring(write(released, "gexf")[0])
    graph = root.find("g:graph", SPACE)
    assert graph is not None
    assert (root.get("version"), graph.get("mode"), graph.get("timeformat")) == ("1.3", "dynamic", "date")
    spell = root.find(".//g:edge[@id='n-milf-member_of-n-union']/g:spells/g:spell", SPACE)
    assert spell is not None
    assert spell.attrib == {"start": "2012-01-01"}
    born = root.find(".//g:node[@id='n-mnlf']/g:spells/g:spell", SPACE)
    assert born is not None
    assert born.attrib == {"start": "1972-10-21"}


@pytest.mark.parametrize(
    ("times", "spells"),
    [
        ([("1977", "1977-01-01", "1977-12-31"), ("1977-03", "1977-03-01", "1977-03-31")], [("1977-01-01", "1977-12-31")]),
        ([("1977", "1977-01-01", "1977-12-31"), ("1977/1980", "1977-01-01", "1980-12-31")], [("1977-01-01", "1980-12-31")]),
        ([("1990/..", "1990-01-01", None), ("1995", "1995-01-01", "1995-12-31")], [("1990-01-01", None)]),
        ([("../1990", None, "1990-12-31"), ("1985/..", "1985-01-01", None)], []),
        ([("../1990", None, "1990-12-31"), ("1992", "1992-01-01", "1992-12-31")], [(None, "1990-12-31"), ("1992-01-01", "1992-12-31")]),
        (
            [("1990-05-03", "1990-05-03", "1990-05-03"), ("1990-05-04", "1990-05-04", "1990-05-04")],
            [("1990-05-03",) * 2, ("1990-05-04",) * 2],
        ),
    ],
)
def test_no_two_spells_of_a_tie_overlap_as_gephi_refuses_them(tmp_path: Path, write: Write, times, spells) -> None:
    made = [claim(f"c-{number}", "n-milf", "member_of", "n-union", **when(*time)) for number, time in enumerate(times)]
    root = Xml.fromstring(write(moro(tmp_path / "r", claims=made), "gexf")[0])
    found = [(spell.get("start"), spell.get("end")) for spell in root.iterfind(".//g:edge/g:spells/g:spell", SPACE)]
    assert found == spells
    told = root.find(".//g:edge//g:attvalue[@for='edge-time']", SPACE)
    assert told is not None and set((told.get("value") or "").split(" | ")) == {edtf for edtf, _, _ in times}


def test_it_holds_to_the_names_and_types_of_gexf_1_3(released: Released, write: Write) -> None:
    root = Xml.fromstring(write(released, "gexf")[0])
    allowed = {
        "gexf": {"version"},
        "graph": {"mode", "defaultedgetype", "timeformat", "timerepresentation"},
        "attributes": {"class"},
        "attribute": {"id", "title", "type"},
        "node": {"id", "label"},
        "edge": {"id", "source", "target", "label", "kind"},
        "attvalue": {"for", "value"},
        "spell": {"start", "end"},
        **{name: set() for name in ("nodes", "edges", "attvalues", "spells")},
    }
    for each in root.iter():
        space, _, name = each.tag.removeprefix("{").partition("}")
        assert space == "http://gexf.net/1.3" and set(each.attrib) <= allowed[name], name
    assert {each.get("type") for each in root.iterfind(".//g:attribute", SPACE)} <= {"string", "double", "integer", "boolean"}
    nodes = {each.get("id") for each in root.iterfind(".//g:node", SPACE)}
    assert {each.get(end) for each in root.iterfind(".//g:edge", SPACE) for end in ("source", "target")} <= nodes


def test_every_attribute_that_is_used_is_declared(released: Released, write: Write) -> None:
    root = Xml.fromstring(write(released, "gexf")[0])
    declared = {each.get("id") for each in root.iterfind(".//g:attribute", SPACE)}
    used = {each.get("for") for each in root.iterfind(".//g:attvalue", SPACE)}
    assert used
    assert used <= declared


def test_ties_without_a_time_or_with_one_on_some_day_are_counted(released: Released, write: Write) -> None:
    _, losses = write(released, "gexf")
    assert (losses.lost["within"], losses.lost["undated"]) == (1, 2)
