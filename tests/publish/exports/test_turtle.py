"""RDF is read by rdflib; a question for what is affirmed never meets a denial."""

from collections.abc import Callable
from pathlib import Path

import pytest
from rdflib import RDF, Graph, Literal, Namespace, URIRef
from rdflib.collection import Collection

from testimonia.publish.exports.losses import Losses
from testimonia.publish.released import Released

from .releases import MILF, PAPER, claim, entity, moro, named

Write = Callable[[Released, str], tuple[bytes, Losses]]
TMI = Namespace("urn:testimonia:")
NS = "urn:testimonia:ns:"
P, PS, PN, PQ, PR = (Namespace(f"{NS}{part}:") for part in ("p", "ps", "pn", "pq", "pr"))
TM = Namespace(NS)
WIKIBASE, PROV = Namespace("http://wikiba.se/ontology#"), Namespace("http://www.w3.org/ns/prov#")


@pytest.fixture
def graph(released: Released, write: Write) -> Graph:
    return Graph().parse(data=write(released, "turtle")[0], format="turtle")


def test_a_claim_is_a_statement_with_value_qualifiers_rank_and_reference(graph: Graph) -> None:
    assert (TMI["n-milf"], P.split_from, TMI["c-split"]) in graph
    assert (TMI["c-split"], PS.split_from, TMI["n-mnlf"]) in graph
    assert (TMI["c-split"], RDF.type, WIKIBASE.Statement) in graph
    assert graph.value(TMI["c-split"], WIKIBASE["rank"]) == WIKIBASE.NormalRank
    assert graph.value(TMI["c-split"], PQ.when) == Literal("1977")
    reference = graph.value(TMI["c-split"], PROV.wasDerivedFrom)
    assert graph.value(reference, PR.document) == TMI["d-1"]
    assert graph.value(reference, PR.quotation) == Literal("words of c-split")


def test_a_question_for_what_is_affirmed_never_meets_a_denial(graph: Graph) -> None:
    found = graph.query(f"SELECT ?who WHERE {{ ?who <{NS}p:member_of>/<{NS}ps:member_of> <urn:testimonia:n-union> }}")
    assert {str(row[0]) for row in found} == {"urn:testimonia:n-milf"}  # type: ignore[index]
    assert (TMI["n-mnlf"], PN.member_of, TMI["c-not"]) in graph
    assert (TMI["ev-1"], PN.reported, TMI["e-3"]) in graph


def test_no_statement_is_preferred_or_deprecated_and_disputes_point_at_theirs(graph: Graph) -> None:
    assert set(graph.objects(None, WIKIBASE["rank"])) == {WIKIBASE.NormalRank}
    assert set(graph.objects(TMI["x-1"], TM.claim)) == {TMI["c-split"], TMI["c-split2"]}


def test_the_chain_of_voices_keeps_its_order_and_hides_private_names(graph: Graph, released: Released, write: Write) -> None:
    head = graph.value(TMI["e-1"], PQ.voices)
    assert head is not None
    assert list(Collection(graph, head)) == [TMI["n-paper"], Literal("a person without a public role")]
    assert b"Dimaano" not in write(released, "turtle")[0]


def test_tolls_names_and_points(graph: Graph) -> None:
    tolls = {(str(graph.value(one, TM.counts)), graph.value(one, TM.low).toPython()) for one in graph.objects(TMI["ev-1"], TM.toll)}  # type: ignore[union-attr]
    assert tolls == {("killed", 44), ("killed", 3)}
    labels = set(graph.objects(TMI["n-milf"], URIRef("http://www.w3.org/2004/02/skos/core#altLabel")))
    assert Literal("جبهة تحرير مورو", lang="ar") in labels
    point = graph.value(TMI["n-basilan"], URIRef("http://www.opengis.net/ont/geosparql#asWKT"))
    assert str(point) == "POINT(121.97 6.6)"


def test_hostile_names_and_language_tags_come_back_as_words(tmp_path: Path, write: Write) -> None:
    bad = 'a "b" \\ \n . <x> ; \x00 \u202e =cmd'
    odd = entity("n-odd", "armed_group", bad, named("x", lang='en" ; tm:evil "'))
    made = claim("c-1", "n-odd", "known_as", value={"text": bad, "lang": "en", "kind": "alias"})
    held = moro(tmp_path / "r", entities=[MILF, odd, PAPER], claims=[made], event_reports=[], happenings=[], disputes=[], corroborations=[])
    graph = Graph().parse(data=write(held, "turtle")[0], format="turtle")
    assert graph.value(TMI["c-1"], PS.known_as) == Literal(bad.replace("\x00", "\ufffd"), lang="en")
    assert not [one for one in graph.predicates() if "evil" in str(one)]
