"""GEXF: the network of a release with its times, for Gephi's timeline.

Each time that a claim gives a tie is one spell from the first to the last day that it allows; an open end is left open. Times that overlap
are one spell, as Gephi refuses a spell that overlaps another one: `time` keeps each. A tie without a time has no spell, which Gephi takes
as always there: `time` is then empty.

Follows: GEXF 1.3 (gexf.net), dynamic graphs with spells.
"""

from collections.abc import Iterable, Mapping
from typing import BinaryIO
from xml.sax.saxutils import quoteattr

from testimonia.publish.exports.lookup import Lookup
from testimonia.publish.exports.losses import Loss, Losses
from testimonia.publish.exports.networks import EDGE_FIELDS, LOSSES, MAPPING, NODE_FIELDS, Node, edge_fields, edge_id, nodes, ties
from testimonia.publish.exports.relations import Relation
from testimonia.publish.exports.writing import plain
from testimonia.publish.released import Released

GEXF_MAPPING = {
    **MAPPING,
    "when (lo, hi)": "one `spell` for each time, for times that overlap a common one; nodes have one from founding to end",
}
GEXF_LOSSES = (
    *LOSSES,
    Loss(
        "within", "flattened", "ties that held on some day of a period", "a spell means every day of it; `time_mode` tells which are which"
    ),
    Loss("undated", "flattened", "ties without a time", "without a spell they are shown at every time"),
)
_TYPES = {"int": "integer"}
Time = tuple[str | None, str | None]
"""A first and a last day."""


def write_gexf(released: Released, file: BinaryIO, losses: Losses) -> None:
    """Write the network of a release as dynamic GEXF.

    Args:
        released: The release.
        file: Where to.
        losses: Where what is left out is counted.
    """
    lookup = Lookup(released)
    file.write(b'<?xml version="1.0" encoding="UTF-8"?>\n<gexf xmlns="http://gexf.net/1.3" version="1.3">\n')
    file.write(b'<graph mode="dynamic" defaultedgetype="directed" timeformat="date" timerepresentation="interval">\n')
    for holder, fields in (("node", NODE_FIELDS), ("edge", EDGE_FIELDS)):
        file.write(f'<attributes class="{holder}">\n'.encode())
        for name, kind in fields.items():
            file.write(f'<attribute id="{holder}-{name}" title="{name}" type="{_TYPES.get(kind, kind)}"/>\n'.encode())
        file.write(b"</attributes>\n")
    file.write(b"<nodes>\n")
    for node in nodes(lookup, losses):
        file.write(_node(node).encode())
    file.write(b"</nodes>\n<edges>\n")
    for tie in ties(lookup, losses):
        losses.lose("within", any(mode == "within" for _, _, mode, _ in tie.times))
        losses.lose("undated", not tie.times)
        file.write(_edge(tie).encode())
    file.write(b"</edges>\n</graph>\n</gexf>\n")


def _node(node: Node) -> str:
    born, died = (None if node.fields.get(end) is None else str(node.fields[end]) for end in ("founded", "dissolved"))
    spells = _spells([(born, died)] if born or died else [])
    return f"<node id={_quoted(node.id)} label={_quoted(node.label)}>{_values('node', node.fields)}{spells}</node>\n"


def _edge(tie: Relation) -> str:
    ends = f"id={_quoted(edge_id(tie))} source={_quoted(tie.subject)} target={_quoted(tie.object)}"
    label = _quoted(tie.predicate.replace("_", " "))
    spells = _spells(_parted((lo, hi) for lo, hi, _, _ in tie.times if lo or hi))
    return f"<edge {ends} label={label} kind={_quoted(tie.predicate)}>{_values('edge', edge_fields(tie))}{spells}</edge>\n"


def _values(holder: str, fields: Mapping[str, str | float | None]) -> str:
    held = "".join(
        f'<attvalue for="{holder}-{name}" value={_quoted(str(value).lower() if isinstance(value, bool) else str(value))}/>'
        for name, value in fields.items()
        if value is not None and value != ""
    )
    return f"<attvalues>{held}</attvalues>" if held else ""


def _parted(times: Iterable[Time]) -> list[Time]:
    """Times of which no two share a day, covering the same days; None is an open end."""
    parted: list[Time] = []
    for start, end in sorted(times, key=lambda time: time[0] or ""):
        before = parted[-1] if parted else None
        if before is None or (before[1] is not None and start is not None and start > before[1]):
            parted.append((start, end))
        else:
            parted[-1] = (before[0], None if end is None or before[1] is None else max(end, before[1]))
    return parted


def _spells(times: Iterable[Time]) -> str:
    spells = []
    for start, end in times:
        ends = (f' start="{start}"' if start else "") + (f' end="{end}"' if end else "")
        if ends:  # without a spell it is always there
            spells.append(f"<spell{ends}/>")
    return f"<spells>{''.join(spells)}</spells>" if spells else ""


def _quoted(text: str) -> str:
    return quoteattr(plain(text))
