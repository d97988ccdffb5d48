"""GraphML of a stemma: whole, well-formed, the same each time."""

from xml.etree import ElementTree as Xml

from testimonia.model.document import Document
from testimonia.model.stemma import Hub, Link, Stemma, Witness
from testimonia.publish.stemma_graph import NAMESPACE, printable, stemma_as_graphml

FRONT = Hub("body:front", "body", "Example <Front> & allies")
DOCUMENTS = {"d-a": Document("d-a", "a.txt", "0", "text/plain", "", title="One\x1b", publisher="Sample News", published="2015")}
SPACE = {"g": NAMESPACE}


def witness(name: str, kind: str = "voice", strength: float = 1.0) -> Witness:
    link = Link(FRONT, kind, "is said to be its wing", strength, ("c-1", "c-2"))  # type: ignore[arg-type]
    return Witness(f"{name} in Sample News", f"d-{name}", (name,), {FRONT.id: link}, known=True)


STEMMA = Stemma("x", (witness("a"), witness("b", "side", 0.75)), {"c-8": witness("a").id, "c-9": witness("b").id})


def test_every_witness_and_hub_is_a_node_and_every_link_an_edge_with_its_reasons() -> None:
    root = Xml.fromstring(stemma_as_graphml(STEMMA, DOCUMENTS))
    nodes = {node.get("id"): {data.get("key"): data.text for data in node} for node in root.iterfind(".//g:node", SPACE)}
    assert set(nodes) == {witness("a").id, witness("b").id, "body:front"}
    assert nodes["body:front"]["node-label"] == FRONT.label
    first = nodes[witness("a").id]
    assert (first["node-publisher"], first["node-claims"], first["node-group"]) == ("Sample News", "c-8", "1")
    edges = [{data.get("key"): data.text for data in edge} for edge in root.iterfind(".//g:edge", SPACE)]
    assert [edge["edge-strength"] for edge in edges] == ["1", "0.75"]
    assert edges[1] == {"edge-kind": "side", "edge-words": "is said to be its wing", "edge-strength": "0.75", "edge-claims": "c-1 c-2"}


def test_every_field_is_declared() -> None:
    root = Xml.fromstring(stemma_as_graphml(STEMMA, DOCUMENTS))
    declared = {key.get("id") for key in root.iterfind("g:key", SPACE)}
    assert {data.get("key") for data in root.iterfind(".//g:data", SPACE)} <= declared


def test_the_same_stemma_gives_the_same_bytes() -> None:
    assert stemma_as_graphml(STEMMA, DOCUMENTS) == stemma_as_graphml(STEMMA, dict(DOCUMENTS))


def test_what_xml_cannot_hold_is_replaced() -> None:
    assert printable("a\x00b\ud800c\uffff\té😀") == "a\ufffdb\ufffdc\ufffd\té😀"


def test_a_stemma_without_witnesses_is_a_graph_without_nodes() -> None:
    assert Xml.fromstring(stemma_as_graphml(Stemma("x", ()), {})).findall(".//g:node", SPACE) == []
