"""The stemma as GraphML, for programs that draw and measure graphs: witnesses, what they hang on, and why.

Follows: GraphML 1.0 (graphml.graphdrawing.org), with its attributes for data.
"""

from collections.abc import Mapping
from xml.etree import ElementTree as Xml

from testimonia.model.document import Document
from testimonia.model.stemma import Stemma

NAMESPACE = "http://graphml.graphdrawing.org/xmlns"

_NODE = {"kind": "string", "label": "string", "document": "string", "title": "string", "publisher": "string", "published": "string"}
_NODE |= {"claims": "string", "group": "int"}
_EDGE = {"kind": "string", "words": "string", "strength": "double", "claims": "string"}


def stemma_as_graphml(stemma: Stemma, documents: Mapping[str, Document]) -> bytes:
    """Write a stemma as GraphML.

    Args:
        stemma: Who has it from whom.
        documents: The documents by id, for titles and dates.

    Returns:
        UTF-8; the same stemma always gives the same bytes. Edges lead from a witness to what it hangs on, lists of claims are parted by
        spaces, and witnesses that hang together have one number as their group.
    """
    root = Xml.Element("graphml", xmlns=NAMESPACE)
    for holder, fields in (("node", _NODE), ("edge", _EDGE)):
        for name, kind in fields.items():
            Xml.SubElement(root, "key", {"id": f"{holder}-{name}", "for": holder, "attr.name": name, "attr.type": kind})
    graph = Xml.SubElement(root, "graph", id="stemma", edgedefault="directed")
    _data(graph, "desc", stemma.about)
    group_of = {witness.id: number for number, group in enumerate(stemma.groups(), 1) for witness in group}
    for witness in stemma.witnesses:
        document = documents.get(witness.document)
        known: dict[str, str | None] = (
            {} if document is None else {"title": document.title, "publisher": document.publisher, "published": document.published}
        )
        claims = " ".join(claim for claim, bearer in stemma.borne_by.items() if bearer == witness.id)
        named = {"kind": "witness", "label": witness.label, "document": witness.document}
        _node(graph, witness.id, {**named, **known, "claims": claims, "group": group_of[witness.id]})
    hubs = {hub.id: hub for witness in stemma.witnesses for hub in (link.hub for link in witness.links.values())}
    for name, hub in sorted(hubs.items()):
        _node(graph, name, {"kind": hub.kind, "label": hub.label})
    for witness in stemma.witnesses:
        for link in witness.links.values():
            edge = Xml.SubElement(graph, "edge", source=witness.id, target=link.hub.id)
            fields = {"kind": link.kind, "words": link.words, "strength": f"{link.strength:g}", "claims": " ".join(link.claims)}
            _fill(edge, "edge", fields)
    Xml.indent(root)
    made: bytes = Xml.tostring(root, encoding="utf-8", xml_declaration=True)
    return made + b"\n"


def _node(graph: Xml.Element, name: str, fields: Mapping[str, object]) -> None:
    _fill(Xml.SubElement(graph, "node", id=name), "node", fields)


def _fill(element: Xml.Element, holder: str, fields: Mapping[str, object]) -> None:
    for name, value in fields.items():
        if value is not None and value != "":
            _data(element, "data", str(value), key=f"{holder}-{name}")


def _data(element: Xml.Element, tag: str, text: str, **attributes: str) -> None:
    Xml.SubElement(element, tag, attributes).text = printable(text)


def printable(text: str) -> str:
    """Leave out what no XML may hold: control characters, and half a surrogate pair.

    Args:
        text: Words that may come from a document.

    Returns:
        The same words, with a replacement character for each such code point.
    """
    return "".join(
        char if char in "\t\n" or (char >= " " and not "\ud800" <= char <= "\udfff" and char not in "\ufffe\uffff") else "\ufffd"
        for char in text
    )
