"""FollowTheMoney: a release as entities and as statements, for OpenAleph, OpenSanctions' tools and yente.

Each document is a dataset of its own. In one dataset two documents that say the same would become one statement, and the words and voice of
the second one would be gone; so each statement has its document in `dataset`, its claim or report in `origin`, the words in
`original_value`, and `external` set until a person has reviewed it. The entities are the same statements put together.

Follows: followthemoney 4; the schemata and properties that are used stand in `data/followthemoney.yml`, and a test compares them.
"""

import hashlib
from collections.abc import Iterator
from itertools import groupby
from operator import itemgetter
from typing import BinaryIO

from testimonia.publish.exports.ftm_statements import LOSSES, MAPPING, statements
from testimonia.publish.exports.lookup import Lookup
from testimonia.publish.exports.losses import Losses
from testimonia.publish.exports.writing import Keyed, json_bytes, sorted_on_disk
from testimonia.publish.released import Released
from testimonia.publish.rows import Row

__all__ = ["LOSSES", "MAPPING", "write_ftm_entities", "write_ftm_statements"]

BASE = "id"
"""The property of the statement that says that an entity is there at all."""


def write_ftm_statements(released: Released, file: BinaryIO, losses: Losses) -> None:
    """Write a release as FollowTheMoney statements, sorted as `ftm aggregate-statements` needs them.

    Args:
        released: The release.
        file: Where to.
        losses: Where what is left out is counted.
    """
    for statement in _ordered(released, losses):
        file.write(json_bytes(statement) + b"\n")
        losses.wrote("statements")


def write_ftm_entities(released: Released, file: BinaryIO, losses: Losses) -> None:
    """Write a release as FollowTheMoney entities.

    Args:
        released: The release.
        file: Where to.
        losses: Where what is left out is counted.
    """
    for name, held in groupby(_ordered(released, losses), key=itemgetter("canonical_id")):
        schema, datasets = "", set[str]()
        properties: dict[str, dict[str, None]] = {}
        for statement in held:
            schema = statement["schema"]
            datasets.add(statement["dataset"])
            if statement["prop"] != BASE:
                properties.setdefault(statement["prop"], {})[statement["value"]] = None
        values = {prop: list(properties[prop]) for prop in sorted(properties)}
        caption = (
            values.get("name") or values.get("full") or values.get("title") or values.get("fileName") or values.get("role") or [schema]
        )[0]
        row = {"id": name, "caption": caption, "schema": schema, "properties": values, "referents": [], "datasets": sorted(datasets)}
        file.write(json_bytes(row) + b"\n")
        losses.wrote("entities")


def _ordered(released: Released, losses: Losses) -> Iterator[Row]:
    """Statements by entity, each once; what only says that an entity is there comes first."""
    before = None
    for key, statement in sorted_on_disk(_keyed(Lookup(released), losses)):
        if key != before:
            yield statement
        before = key


def _keyed(lookup: Lookup, losses: Losses) -> Iterator[Keyed]:
    for made in statements(lookup, losses):
        content = (made.dataset, made.entity, made.prop, made.value, made.lang or "", made.origin)
        identifier = hashlib.sha1("\x1f".join(content).encode("utf-8", "replace"), usedforsecurity=False).hexdigest()
        row = {
            "canonical_id": made.entity,
            "entity_id": made.entity,
            "prop": made.prop,
            "schema": made.schema,
            "value": made.value,
            "dataset": made.dataset,
            "lang": made.lang,
            "original_value": made.quote,
            "first_seen": None,
            "last_seen": None,
            "external": made.external,
            "origin": made.origin,
            "id": identifier,
        }
        yield f"{made.entity}\x1f{'' if made.prop == BASE else made.prop}\x1f{made.order}\x1f{identifier}", row
