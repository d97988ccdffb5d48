"""GraphML is read by networkx with everything that was written."""

import io
from collections.abc import Callable
from xml.etree import ElementTree as Xml

import networkx as nx

from testimonia.publish.released import Released
from testimonia.publish.stemma_graph import NAMESPACE

SPACE = f"{{{NAMESPACE}}}"


def test_networkx_reads_nodes_and_edges_with_their_times_and_support(
    released: Released, write: Callable[..., tuple[bytes, object]]
) -> None:
    content, _ = write(released, "graphml")
    graph = nx.read_graphml(io.BytesIO(content))
    assert graph.is_directed()
    assert graph.nodes["n-mamasapano"]["latitude"] == 6.9
    assert graph.nodes["n-milf"]["label"] == "Moro Islamic Liberation Front"
    edge = graph.edges["n-milf", "n-mnlf"]
    assert (edge["predicate"], edge["start"], edge["end"], edge["witnesses"], edge["disputed"]) == (
        "split_from",
        "1977-01-01",
        "1978-03-31",
        2,
        True,
    )
    assert graph.edges["n-mnlf", "n-union"]["polarity"] == "denied"


def test_keys_are_declared_for_what_uses_them_with_types_that_graphml_has(
    released: Released, write: Callable[..., tuple[bytes, object]]
) -> None:
    root = Xml.fromstring(write(released, "graphml")[0])
    keys = {key.get("id"): key for key in root.iterfind(f"{SPACE}key")}
    assert {key.get("attr.type") for key in keys.values()} <= {"boolean", "int", "long", "float", "double", "string"}
    for holder in ("node", "edge"):
        used = {data.get("key") for data in root.iterfind(f".//{SPACE}{holder}/{SPACE}data")}
        assert used and {keys[name].get("for") for name in used} == {holder}
    assert len({(key.get("for"), key.get("attr.name")) for key in keys.values()}) == len(keys)


def test_two_ties_between_the_same_two_are_both_kept(tmp_path: object, write: Callable[..., tuple[bytes, object]]) -> None:
    from pathlib import Path

    from .releases import CLAIMS, claim, moro

    held = moro(Path(str(tmp_path)) / "two", claims=[*CLAIMS, claim("c-more", "n-milf", "opposes", "n-mnlf")])
    graph = nx.read_graphml(io.BytesIO(write(held, "graphml")[0]), force_multigraph=True)
    assert {data["predicate"] for data in graph["n-milf"]["n-mnlf"].values()} == {"split_from", "opposes"}
