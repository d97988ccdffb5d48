"""GraphML: the network of a release for programs that measure graphs.

Follows: GraphML 1.0 (graphml.graphdrawing.org), with its attributes for data; read by networkx, igraph, Gephi, yEd.
"""

from collections.abc import Mapping
from typing import BinaryIO
from xml.sax.saxutils import escape, quoteattr

from testimonia.publish.exports.lookup import Lookup
from testimonia.publish.exports.losses import Losses
from testimonia.publish.exports.networks import EDGE_FIELDS, NODE_FIELDS, edge_fields, edge_id, nodes, ties
from testimonia.publish.exports.writing import plain
from testimonia.publish.released import Released
from testimonia.publish.stemma_graph import NAMESPACE


def write_graphml(released: Released, file: BinaryIO, losses: Losses) -> None:
    """Write the network of a release as GraphML.

    Args:
        released: The release.
        file: Where to.
        losses: Where what is left out is counted.
    """
    lookup = Lookup(released)
    file.write(f'<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="{NAMESPACE}">\n'.encode())
    for holder, fields in (("node", {"label": "string", **NODE_FIELDS}), ("edge", EDGE_FIELDS)):
        for name, kind in fields.items():
            file.write(f'<key id="{holder}-{name}" for="{holder}" attr.name="{name}" attr.type="{kind}"/>\n'.encode())
    file.write(b'<graph id="testimonia" edgedefault="directed">\n')
    for node in nodes(lookup, losses):
        held = _held("node", {"label": node.label, **node.fields})
        file.write(f"<node id={_quoted(node.id)}>{held}</node>\n".encode())
    for tie in ties(lookup, losses):
        ends = f"id={_quoted(edge_id(tie))} source={_quoted(tie.subject)} target={_quoted(tie.object)}"
        file.write(f"<edge {ends}>{_held('edge', edge_fields(tie))}</edge>\n".encode())
    file.write(b"</graph>\n</graphml>\n")


def _held(holder: str, fields: Mapping[str, str | float | None]) -> str:
    return "".join(
        f'<data key="{holder}-{name}">{escape(_text(value))}</data>' for name, value in fields.items() if value is not None and value != ""
    )


def _text(value: str | float) -> str:
    return str(value).lower() if isinstance(value, bool) else plain(str(value))


def _quoted(text: str) -> str:
    return quoteattr(plain(text))
