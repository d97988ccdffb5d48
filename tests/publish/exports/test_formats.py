"""Every format takes every release: hostile words, the never-list, the same bytes, and no more memory for a longer one."""

import csv
import io
import json
import tracemalloc
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from xml.etree import ElementTree as Xml

import networkx as nx
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from prov.model import ProvDocument
from rdflib import Graph

from testimonia.errors import NameNotFoundError, StoreError
from testimonia.publish.exports.formats import BY_NAME, FORMATS, export_formats, export_release, formats_named
from testimonia.publish.exports.losses import Losses
from testimonia.publish.exports.writing import one_line
from testimonia.publish.released import Released

from .releases import CLAIMS, MILF, PAPER, claim, document, entity, happening, moro, named, release, report, toll, when

Write = Callable[[Released, str], tuple[bytes, Losses]]
each_format = pytest.mark.parametrize("name", BY_NAME)


def read(name: str, content: bytes) -> Any:
    """Load an export with the library or tool that its users have."""
    if name in ("ftm", "ftm-statements"):
        return [json.loads(line) for line in content.splitlines()]
    if name == "graphml":
        return nx.read_graphml(io.BytesIO(content))
    if name == "gexf":
        return nx.read_gexf(io.BytesIO(content), version="1.3")
    if name == "turtle":
        return Graph().parse(data=content, format="turtle")
    if name == "prov":
        return ProvDocument.deserialize(content=content.decode("utf-8"), format="json")
    if name == "bibtex":
        return content.decode("utf-8")
    if content[:1] in (b"{", b"["):
        return json.loads(content)
    return list(csv.DictReader(io.StringIO(content.decode("utf-8"), newline=""), strict=True))


def test_names_and_files_of_formats_are_their_own() -> None:
    assert len({held.name for held in FORMATS}) == len({held.file for held in FORMATS}) == len(FORMATS) == 13
    for held in FORMATS:
        assert held.mapping
        assert len({loss.code for loss in held.losses}) == len(held.losses)
        assert not held.what.endswith(".")


def test_formats_are_found_by_name_each_once_and_in_their_order() -> None:
    assert [held.name for held in formats_named(["csl", "ftm", "ftm"])] == ["ftm", "csl"]
    assert formats_named(["all"]) == FORMATS
    with pytest.raises(NameNotFoundError, match="there are ftm, ftm-statements"):
        formats_named(["excel"])


@each_format
def test_an_export_and_its_losses_are_written_and_are_the_same_again(released: Released, tmp_path: Path, name: str) -> None:
    one, two = (export_release(Released(released.folder), BY_NAME[name], tmp_path / folder / "file.x") for folder in ("a", "b"))
    assert one.file.read_bytes() == two.file.read_bytes()
    assert {each.name for each in one.file.parent.iterdir()} == {"file.x", "file.x.losses.md", "file.x.losses.json"}
    report_ = json.loads((tmp_path / "a" / "file.x.losses.json").read_text("utf-8"))
    assert report_["format"] == name
    assert sum(report_["written"].values()) > 0
    assert sum(loss["number"] for loss in report_["losses"]) == one.left_out + one.flattened
    read(name, one.file.read_bytes())


@each_format
def test_an_empty_release_gives_a_valid_empty_export(tmp_path: Path, write: Write, name: str) -> None:
    content, losses = write(release(tmp_path / "empty"), name)
    read(name, content)
    assert not +losses.lost


def test_several_formats_go_into_a_folder_under_their_own_names(released: Released, tmp_path: Path) -> None:
    made = export_formats(released, formats_named(["csl", "bibtex"]), tmp_path / "out")
    assert [one.file.name for one in made] == ["documents.bib", "documents.csl.json"]
    assert export_formats(released, formats_named(["csl"]), tmp_path / "out")[0].file == tmp_path / "out" / "documents.csl.json"
    assert export_formats(released, formats_named(["csl"]), tmp_path / "one.json")[0].file == tmp_path / "one.json"


def test_a_broken_release_leaves_no_file(released: Released, tmp_path: Path) -> None:
    (released.folder / "claims.jsonl").write_text("{broken\n", "utf-8")
    with pytest.raises(ValueError, match=r"claims\.jsonl, line 1"):
        export_release(released, BY_NAME["turtle"], tmp_path / "out.ttl")
    assert not (tmp_path / "out.ttl").exists()
    assert [each.name for each in tmp_path.iterdir()] == ["release"]


def test_a_folder_that_cannot_be_made_is_said(released: Released, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", "utf-8")
    with pytest.raises(StoreError, match="cannot be written"):
        export_release(released, BY_NAME["csl"], tmp_path / "file" / "x.json")


# The never-list


@each_format
def test_a_person_without_a_public_role_stands_nowhere(tmp_path: Path, write: Write, name: str) -> None:
    """Somebody who is only named in a chain, or whose name slipped into another slot, is in no export at all outside a quotation."""
    made = report(
        "e-1",
        "ev-1",
        initiator=["n-milf", "Maria Dimaano"],
        target=["Jose Dimaano"],
        where=["Sitio Dimaano"],
        responsibility=["Luz Dimaano"],
        attribution=["n-paper", "Ana Dimaano"],
        figures=[{"what": "killed", "of": "Ben Dimaano", "low": 1, "high": 1}],
        **when("2015", "2015-01-01", "2015-12-31"),
    )
    said = claim("c-1", "n-milf", "member_of", "n-union", attribution=["n-paper", "Rosa Dimaano"])
    tolls = [toll("killed", "Ben Dimaano", 1, 1, 1)]
    held = moro(
        tmp_path / "r",
        claims=[said],
        event_reports=[made],
        happenings=[happening("ev-1", "e-1", tolls=tolls)],
        corroborations=[],
        disputes=[],
    )
    assert b"imaano" not in write(held, name)[0]


@each_format
def test_a_word_that_takes_a_side_is_in_no_label(tmp_path: Path, write: Write, name: str) -> None:
    made = report(
        "e-1",
        "ev-1",
        initiator=["n-army"],
        target=["40 terrorists"],
        where=["the occupier's post"],
        attribution=["n-paper", "the martyrs' kin"],
    )
    held = moro(
        tmp_path / "r",
        claims=CLAIMS[:1],
        event_reports=[made],
        happenings=[happening("ev-1", "e-1", tolls=[toll("killed", "terrorists", 40, 40, 40)])],
    )
    content = write(held, name)[0]
    assert not [word for word in (b"terrorist", b"occupier", b"martyr") if word in content]


# Hostile words

HOSTILE = st.text(max_size=12) | st.sampled_from(
    [
        '"',
        "'",
        "\\",
        "</node>",
        "]]>",
        "&amp;",
        "=cmd|' /C calc'!A0",
        "\r\n",
        "\x00",
        "\u202eabc",
        "{}",
        "%s",
        "<!--",
        "\ud800",
        "\ufffe",
        "@en",
        ";",
        ",",
        "\x1b[2J",
        "\x85",
    ]
)


def hostile(folder: Path, words: str) -> Released:
    """A release in which everything that a document may say is the given words."""
    name = f"{words} x"
    made = report(
        "e-1",
        "ev-1",
        initiator=["n-odd"],
        target=[f"{words} men"],
        where=["n-place"],
        attribution=["n-paper", f"{words} guard"],
        evidence=[{"document": "d-1", "start": 0, "end": len(name), "quote": name}],
        **when("2015-01-25", "2015-01-25", "2015-01-25"),
        figures=[{"what": "killed", "of": f"{words} men", "low": 4, "high": 4}],
    )
    claims = [
        claim("c-1", "n-odd", "known_as", value={"text": name, "lang": words, "kind": "alias"}),
        claim("c-2", "n-odd", "affiliated_with", "n-milf", evidence=[{"document": "d-1", "start": 0, "end": 1, "quote": name}]),
        claim("c-3", "n-odd", "ideology", value={"text": name}),
    ]
    origin = {
        "title": name,
        "author": name,
        "publisher": name,
        "url": words,
        "path": name,
        "original_publisher": name,
        "language": words,
        "published": "2015",
    }
    spot = entity("n-place", "place", name, latitude=1.5, longitude=2.5, precision="settlement", country="PH")
    return release(
        folder,
        documents=[document(**origin)],
        entities=[MILF, entity("n-odd", "armed_group", name, named(name, words, "alias")), PAPER, spot],
        claims=claims,
        event_reports=[made],
        happenings=[happening("ev-1", "e-1", tolls=[toll("killed", f"{words} men", 4, 4, 4)])],
        texts={},
    )


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(HOSTILE)
@example("=cmd|' /C calc'!A0")
@example("\x00\u202e\"'\\\n]]></graph>")
@example("\ud800")
def test_whatever_a_document_says_every_format_is_read_and_the_name_comes_back(words: str) -> None:
    with TemporaryDirectory() as folder:
        held = hostile(Path(folder) / "r", words)
        loaded = {}
        for chosen in FORMATS:
            file = io.BytesIO()
            chosen.write(held, file, Losses(chosen.losses))
            loaded[chosen.name] = read(chosen.name, file.getvalue())
    shown = one_line(f"{words} x")
    assert " ".join(loaded["graphml"].nodes["n-odd"]["label"].split()) == " ".join(shown.split())
    assert len(loaded["gexf"]) == 4
    assert {row["id"]: row for row in loaded["ftm"]}["n-odd"]["properties"]["name"] == [shown.encode("utf-8", "replace").decode()]
    assert [row["type"] for row in loaded["geojson"]["features"]] == ["Feature"]
    for name in ("ucdp", "acled", "militants"):
        assert [len(row) for row in loaded[name]] == [len(loaded[name][0])]
        assert not [cell for row in loaded[name] for cell in row.values() if cell[:1] in tuple("=+@\t\r") and cell]
    assert loaded["militants"][0]["group_a"].removeprefix("'") == shown.removeprefix("'")
    assert len(loaded["csl"]) == 1
    assert len(loaded["annotations"]["items"]) == 4


def test_xml_keeps_right_to_left_names_and_marks(tmp_path: Path, write: Write) -> None:
    root = Xml.fromstring(write(hostile(tmp_path / "r", "جبهة \u200f"), "gexf")[0])
    assert any("جبهة" in (node.get("label") or "") for node in root.iter("{http://gexf.net/1.3}node"))


# Size


def long_release(folder: Path, size: int) -> Released:
    entities = [PAPER, *(entity(f"n-{number:03}", "armed_group", f"Group {number}") for number in range(100))]
    claims = [
        claim(
            f"c-{number:06}", f"n-{number % 100:03}", "allied_with", f"n-{number * 7 % 100:03}", **when("2001", "2001-01-01", "2001-12-31")
        )
        for number in range(size)
    ]
    return release(folder, documents=[document()], entities=entities, claims=claims)


@pytest.mark.parametrize("name", ["turtle", "graphml", "acled"])
def test_memory_does_not_grow_with_the_claims(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.setattr("testimonia.publish.exports.relations.sorted_on_disk", _short_runs)
    monkeypatch.setattr("testimonia.publish.exports.networks.sorted_on_disk", _short_runs)
    peaks = []
    for size in (400, 1_600):
        held = long_release(tmp_path / str(size), size)
        with (tmp_path / "out").open("wb") as file:
            BY_NAME[name].write(Released(held.folder), file, Losses(BY_NAME[name].losses))  # caches of the process are warm now
            tracemalloc.start()
            BY_NAME[name].write(Released(held.folder), file, Losses(BY_NAME[name].losses))
            peaks.append(tracemalloc.get_traced_memory()[1])
            tracemalloc.stop()
    assert peaks[1] < peaks[0] * 1.8, peaks


def _short_runs(rows: Any) -> Any:
    from testimonia.publish.exports.writing import sorted_on_disk

    return sorted_on_disk(rows, run=200)
