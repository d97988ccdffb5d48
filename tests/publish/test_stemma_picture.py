"""The picture of a stemma: a box for each, no two on one place, a line for each link."""

from itertools import combinations
from xml.etree import ElementTree as Xml

from testimonia.model.document import Document
from testimonia.model.stemma import Hub, Link, Stemma, Witness
from testimonia.publish.stemma_picture import HEIGHT, LETTERS, WIDTH, stemma_as_svg

SVG = {"s": "http://www.w3.org/2000/svg"}
FRONT, WIRE = (
    Hub("body:front", "body", "Example Front"),
    Hub("outlet:wire", "outlet", "Sample Wire with a name that is far too long for its box"),
)
DOCUMENTS = {"a": Document("a", "reports/a.txt", "0", "text/plain", "", published="2015-05")}


def witness(name: str, *links: Link) -> Witness:
    return Witness(name, name, (), {link.hub.id: link for link in links}, known=True)


SIDE = Link(FRONT, "side", "its wing", 0.5)
VOICE = Link(FRONT, "voice", "goes back to Example Front")
PRESS = Link(WIRE, "publisher", "published by it")
STEMMA = Stemma(
    "what they told", (witness("a", VOICE), witness("b", SIDE), witness("c", VOICE, PRESS), witness("d", PRESS), witness("e<&>"))
)


def boxes() -> list[tuple[float, float]]:
    root = Xml.fromstring(stemma_as_svg(STEMMA, DOCUMENTS))
    return [(float(box.get("x", "")), float(box.get("y", ""))) for box in root.iterfind(".//s:rect", SVG)]


def test_there_is_a_box_for_each_and_none_covers_another() -> None:
    assert len(boxes()) == 7
    for (x, y), (x2, y2) in combinations(boxes(), 2):
        assert abs(x - x2) >= WIDTH or abs(y - y2) >= HEIGHT


def test_all_lies_inside_the_picture() -> None:
    root = Xml.fromstring(stemma_as_svg(STEMMA, DOCUMENTS))
    width, height = float(root.get("width", "")), float(root.get("height", ""))
    assert all(x > 0 and x + WIDTH < width and y > 0 and y + HEIGHT < height for x, y in boxes())


def test_lines_say_why_and_weak_ones_are_broken() -> None:
    lines = Xml.fromstring(stemma_as_svg(STEMMA, DOCUMENTS)).findall(".//s:path", SVG)
    told = {line.findtext("s:title", namespaces=SVG): line.get("class") for line in lines}
    assert len(lines) == 5
    assert told["its wing"] == "link weak"
    assert told["goes back to Example Front"] == "link"


def test_long_labels_are_cut_and_shown_whole_on_demand() -> None:
    root = Xml.fromstring(stemma_as_svg(STEMMA, DOCUMENTS))
    shown = [text.text or "" for text in root.iterfind(".//s:g/s:text", SVG)]
    assert max(map(len, shown)) <= LETTERS
    assert WIRE.label in [title.text for title in root.iterfind(".//s:g/s:title", SVG)]
    assert "2015-05 · reports/a.txt" in shown


def test_the_heading_counts_witnesses() -> None:
    root = Xml.fromstring(stemma_as_svg(STEMMA, DOCUMENTS))
    assert root.findtext("s:text", namespaces=SVG) == "what they told: 5 witnesses, 2 independent"
    assert b"0 witnesses" in stemma_as_svg(Stemma("x", ()), {})
