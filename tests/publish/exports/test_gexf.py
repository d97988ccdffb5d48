"""GEXF is a dynamic graph whose spells are the times that claims give."""

import io
from collections.abc import Callable
from xml.etree import ElementTree as Xml

import networkx as nx

from testimonia.publish.exports.losses import Losses
from testimonia.publish.released import Released

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


def test_every_attribute_that_is_used_is_declared(released: Released, write: Write) -> None:
    root = Xml.fromstring(write(released, "gexf")[0])
    declared = {each.get("id") for each in root.iterfind(".//g:attribute", SPACE)}
    used = {each.get("for") for each in root.iterfind(".//g:attvalue", SPACE)}
    assert used
    assert used <= declared


def test_ties_without_a_time_or_with_one_on_some_day_are_counted(released: Released, write: Write) -> None:
    _, losses = write(released, "gexf")
    assert (losses.lost["within"], losses.lost["undated"]) == (1, 2)
