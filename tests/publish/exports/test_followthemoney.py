"""FollowTheMoney's entities and statements hold to its schemata; with the library at hand, to the library."""

import hashlib
import importlib.util
import json
import re
from collections.abc import Callable
from typing import Any, get_args

import pytest

from testimonia.model.kinds import EntityKind, NameKind, Predicate
from testimonia.publish.exports.ftm_statements import is_a
from testimonia.publish.exports.lookup import export_data
from testimonia.publish.exports.losses import Losses
from testimonia.publish.released import Released

Write = Callable[[Released, str], tuple[bytes, Losses]]
LIBRARY = importlib.util.find_spec("followthemoney") is not None
with_library = pytest.mark.skipif(not LIBRARY, reason="followthemoney needs ICU to be built: make exports-others")
SHAPES = {
    "date": re.compile(r"\d{4}(-\d{2}(-\d{2})?)?"),
    "country": re.compile(r"[a-z]{2}"),
    "language": re.compile(r"[a-z]{3}"),
    "url": re.compile(r"https?://\S+"),
    "mimetype": re.compile(r"[\w.+-]+/[\w.+-]+"),
    "number": re.compile(r"-?\d+(\.\d+)?"),
}


def lines(content: bytes) -> list[dict[str, Any]]:
    return [json.loads(line) for line in content.splitlines()]


def properties(schema: str) -> dict[str, str]:
    held = export_data("followthemoney")["schemata"][schema]
    above: dict[str, str] = {}
    for name in held.get("is", ()):
        above |= properties(name)
    return above | held["properties"]


def needed(schema: str) -> set[str]:
    held = export_data("followthemoney")["schemata"][schema]
    return set(held["needs"]).union(*(needed(name) for name in held.get("is", ())))


@pytest.fixture
def entities(released: Released, write: Write) -> dict[str, dict[str, Any]]:
    return {row["id"]: row for row in lines(write(released, "ftm")[0])}


def test_every_property_is_the_schemas_own_and_has_its_shape(entities: dict[str, dict[str, Any]]) -> None:
    assert len(entities) > 20
    for row in entities.values():
        own = properties(row["schema"])
        assert needed(row["schema"]) - {"name"} <= set(row["properties"]), row
        for prop, values in row["properties"].items():
            assert prop in own, f"{row['schema']} has no {prop}"
            shape = SHAPES.get(own[prop])
            assert shape is None or all(shape.fullmatch(value) for value in values), (prop, values)


def test_every_reference_leads_to_an_entity_of_the_right_schema(entities: dict[str, dict[str, Any]]) -> None:
    seen = 0
    for row in entities.values():
        for prop, values in row["properties"].items():
            kind = properties(row["schema"])[prop]
            for value in values if kind.startswith("entity ") else ():
                seen += 1
                assert is_a(entities[value]["schema"], kind.removeprefix("entity ")), (row["id"], prop, value)
    assert seen > 40


def test_bodies_events_and_ties_are_what_they_should_be(entities: dict[str, dict[str, Any]]) -> None:
    schemata = {
        name: entities[name]["schema"]
        for name in ("n-milf", "n-army", "n-hashim", "n-basilan", "n-battle", "d-1", "ev-1", "c-split", "c-member")
    }
    assert list(schemata.values()) == [
        "Organization",
        "PublicBody",
        "Person",
        "Address",
        "Event",
        "Document",
        "Event",
        "Succession",
        "Membership",
    ]
    assert entities["n-milf"]["caption"] == "Moro Islamic Liberation Front"
    assert entities["n-milf"]["properties"]["classification"] == ["armed_group"]
    assert entities["ev-1"]["datasets"] == ["testimonia_1", "testimonia_2"]
    assert not [row for row in entities.values() if "topics" in row["properties"]]


def test_only_persons_with_a_public_role_are_persons(entities: dict[str, dict[str, Any]], released: Released, write: Write) -> None:
    assert [name for name, row in entities.items() if row["schema"] == "Person"] == ["n-hashim"]
    assert b"Dimaano" not in write(released, "ftm-statements")[0]


def test_statements_are_sorted_by_entity_and_each_stands_once(released: Released, write: Write) -> None:
    held = lines(write(released, "ftm-statements")[0])
    assert [row["canonical_id"] for row in held] == sorted(row["canonical_id"] for row in held)
    assert len({row["id"] for row in held}) == len(held)
    split = [row for row in held if row["entity_id"] == "c-split"]
    assert {(row["dataset"], row["origin"], row["original_value"], row["external"]) for row in split} == {
        ("testimonia_1", "c-split", "words of c-split", True)
    }
    assert split[0]["prop"] == "id"
    assert re.fullmatch(r"[0-9a-f]{40}", split[0]["id"])
    assert len(hashlib.sha1(b"", usedforsecurity=False).hexdigest()) == len(split[0]["id"])


def test_every_kind_of_entity_and_name_has_its_place_and_every_relation_is_a_predicate() -> None:
    held = export_data("followthemoney")
    assert set(held["kinds"]) == set(get_args(EntityKind))
    assert set(held["names"]) == set(get_args(NameKind))
    assert set(held["relations"]) <= set(get_args(Predicate))
    for schema, ours, theirs, _ in held["relations"].values():
        assert {ours, theirs} <= set(held["schemata"][schema]["properties"])


@with_library
def test_our_list_of_schemata_is_the_librarys() -> None:
    from followthemoney import model

    for name, held in export_data("followthemoney")["schemata"].items():
        schema = model.get(name)
        assert schema is not None, name
        assert set(held["needs"]) <= set(schema.required), name
        for above in held.get("is", ()):
            assert schema.is_a(above), (name, above)
        for prop, kind in held["properties"].items():
            found = schema.properties[prop]
            assert found.type.name == kind.partition(" ")[0], (name, prop)
            assert not kind.startswith("entity ") or found.range.name == kind.removeprefix("entity "), (name, prop)
            assert not found.stub, (name, prop)


@with_library
def test_the_library_takes_every_entity_and_changes_no_value(entities: dict[str, dict[str, Any]]) -> None:
    from followthemoney import model

    for row in entities.values():
        proxy = model.get_proxy(row, cleaned=False)
        proxy.schema.validate({"properties": row["properties"]})
        for prop, values in row["properties"].items():
            assert sorted(proxy.get(prop)) == sorted(values), (row["id"], prop)


@with_library
def test_the_library_puts_the_statements_together_to_the_same_entities(
    entities: dict[str, dict[str, Any]], released: Released, write: Write
) -> None:
    from followthemoney import Dataset, Statement, StatementEntity

    dataset = Dataset.make({"name": "testimonia", "title": "Testimonia"})
    held: dict[str, list[Any]] = {}
    for row in lines(write(released, "ftm-statements")[0]):
        held.setdefault(row["canonical_id"], []).append(Statement.from_dict(row))
    assert set(held) == set(entities)
    for name, made in held.items():
        entity = StatementEntity.from_statements(dataset, made)
        assert entity.schema.name == entities[name]["schema"]
        assert {prop: set(entity.get(prop)) for prop in entities[name]["properties"]} == {
            prop: set(values) for prop, values in entities[name]["properties"].items()
        }
