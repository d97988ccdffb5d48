"""The stemma as a picture: from left to right, what others go back to and who has it from there; one tree for each independent witness.

Follows: SVG 1.1.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from xml.etree import ElementTree as Xml

from testimonia.model.document import Document
from testimonia.model.stemma import Stemma, Witness
from testimonia.model.stemma_tree import Branch, trees_of
from testimonia.publish.stemma_graph import printable

WIDTH, HEIGHT = 230, 46
"""Of a box, in pixels."""
ACROSS, DOWN, MARGIN, HEAD = 300, 60, 24, 40
"""Pixels from one column of boxes to the next, from one row to the next, around the picture, and for its heading."""
LETTERS = 34
"""Letters that go into a box at this size; all of a longer label is shown when the pointer rests on it."""

_STYLE = (
    "text{font:12px sans-serif;fill:#1b1b1b}.head{font-size:15px;font-weight:bold}.small{font-size:10px;fill:#555}"
    ".witness{fill:#fff;stroke:#333}.hub{fill:#eef2f7;stroke:#7a8ba3}.link{fill:none;stroke:#7a8ba3}.weak{stroke-dasharray:4 3}"
)
WEAK = 0.75
"""Below this strength a link is drawn as a broken line."""


@dataclass(slots=True)
class _Placed:
    """A branch with its column and its row; rows are halves where a box stands between those that hang on it."""

    branch: Branch
    column: int
    row: float = 0.0
    inner: "list[_Placed]" = field(default_factory=list)


def stemma_as_svg(stemma: Stemma, documents: Mapping[str, Document]) -> bytes:
    """Draw a stemma.

    Args:
        stemma: Who has it from whom.
        documents: The documents by id, for dates.

    Returns:
        UTF-8; the same stemma always gives the same bytes.
    """
    rows, placed = 0, list[_Placed]()
    for tree in trees_of(stemma):
        made, rows = _place(tree, 0, rows)
        placed.append(made)
    columns = 1 + max((place.column for one in placed for place in _all(one)), default=0)
    width = 2 * MARGIN + (columns - 1) * ACROSS + WIDTH
    height = 2 * MARGIN + HEAD + max(0, rows - 1) * DOWN + HEIGHT
    box = f"0 0 {width} {height}"
    root = Xml.Element("svg", xmlns="http://www.w3.org/2000/svg", role="img", width=str(width), height=str(height), viewBox=box)
    Xml.SubElement(root, "title").text = printable(stemma.about)
    Xml.SubElement(root, "style").text = _STYLE
    count = f"{len(stemma.witnesses)} witnesses, {stemma.independent} independent"
    _text(root, printable(f"{stemma.about}: {count}"), x=MARGIN, y=MARGIN + 8, css="head")
    for one in placed:
        _draw(root, one, documents)
    Xml.indent(root)
    made_bytes: bytes = Xml.tostring(root, encoding="utf-8", xml_declaration=True)
    return made_bytes + b"\n"


def _place(branch: Branch, column: int, row: int) -> tuple[_Placed, int]:
    """Give a branch and all that hang on it their places, and the next free row."""
    here = _Placed(branch, column)
    for one in branch.branches:
        made, row = _place(one, column + 1, row)
        here.inner.append(made)
    if not here.inner:
        here.row = row
        return here, row + 1
    here.row = (here.inner[0].row + here.inner[-1].row) / 2
    return here, row


def _all(placed: _Placed) -> Sequence[_Placed]:
    return [placed, *(found for one in placed.inner for found in _all(one))]


def _draw(root: Xml.Element, placed: _Placed, documents: Mapping[str, Document]) -> None:
    for one in placed.inner:
        _draw_link(root, placed, one)
        _draw(root, one, documents)
    x, y = _corner(placed)
    node = placed.branch.node
    group = Xml.SubElement(root, "g")
    Xml.SubElement(group, "title").text = printable(node.label)
    css = "witness" if isinstance(node, Witness) else "hub"
    Xml.SubElement(group, "rect", {"class": css, "x": f"{x:g}", "y": f"{y:g}", "width": str(WIDTH), "height": str(HEIGHT), "rx": "4"})
    _text(group, _cut(node.label), x=x + 8, y=y + 19)
    if isinstance(node, Witness):
        document = documents.get(node.document)
        below = node.document if document is None else " · ".join(filter(None, (document.published, document.origin)))
    else:
        below = node.kind
    _text(group, _cut(below), x=x + 8, y=y + 36, css="small")


def _draw_link(root: Xml.Element, left: _Placed, right: _Placed) -> None:
    link = right.branch.link
    (x, y), (x2, y2) = _corner(left), _corner(right)
    start, end, middle = x + WIDTH, x2, (x + WIDTH + x2) / 2
    line = f"M{start:g},{y + HEIGHT / 2:g} C{middle:g},{y + HEIGHT / 2:g} {middle:g},{y2 + HEIGHT / 2:g} {end:g},{y2 + HEIGHT / 2:g}"
    if link is None:
        return
    drawn = Xml.SubElement(root, "path", {"class": "link weak" if link.strength < WEAK else "link", "d": line})
    Xml.SubElement(drawn, "title").text = printable(link.words)
    _text(root, link.kind, x=end - 62, y=y2 + HEIGHT / 2 - 4, css="small")


def _corner(placed: _Placed) -> tuple[float, float]:
    return MARGIN + placed.column * ACROSS, MARGIN + HEAD + placed.row * DOWN


def _text(root: Xml.Element, text: str, *, x: float, y: float, css: str = "") -> None:
    Xml.SubElement(root, "text", {"x": f"{x:g}", "y": f"{y:g}", **({"class": css} if css else {})}).text = text


def _cut(label: str) -> str:
    return printable(label if len(label) <= LETTERS else label[: LETTERS - 1] + "…")
