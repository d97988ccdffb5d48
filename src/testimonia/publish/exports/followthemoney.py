"""FollowTheMoney: a release as entities and as statements, for OpenAleph, OpenSanctions' tools and yente.

Each document is a dataset of its own. In one dataset two documents that say the same would become one statement, and the words and voice of
the second one would be gone; so each statement has its document in `dataset`, its claim or report in `origin`, the words in
`original_value`, and `external` set until a person has reviewed it. The entities are the same statements put together.

Follows: followthemoney 4; the schemata and properties that are used stand in `data/followthemoney.yml`, and a test compares them.
"""

import hashlib
import json
from collections.abc import Iterator
from functools import lru_cache
from typing import Any, BinaryIO

from testimonia.publish.exports.ftm_statements import LOSSES, MAPPING, Saying, statements
from testimonia.publish.exports.lookup import Lookup
from testimonia.publish.exports.losses import Losses
from testimonia.publish.exports.writing import Block, gathered_on_disk, json_bytes
from testimonia.publish.released import Released

__all__ = ["LOSSES", "MAPPING", "write_ftm_entities", "write_ftm_statements"]

BASE = "id"
"""The property of the statement that says that an entity is there at all."""
BLOCKS = 20_000
"""Entities, each with some of its statements, sorted in memory at a time: some 100 MB."""


def write_ftm_statements(released: Released, file: BinaryIO, losses: Losses) -> None:
    """Write a release as FollowTheMoney statements, sorted as `ftm aggregate-statements` needs them.

    Args:
        released: The release.
        file: Where to.
        losses: Where what is left out is counted.
    """
    for name, sayings in _gathered(released, losses):
        lines = sorted(line for saying in sayings for line in _lines(name, saying))
        held = [line for number, (_, _, line) in enumerate(lines) if number == 0 or lines[number] != lines[number - 1]]
        file.write("".join(held).encode("utf-8", "replace"))
        losses.wrote("statements", len(held))


def write_ftm_entities(released: Released, file: BinaryIO, losses: Losses) -> None:
    """Write a release as FollowTheMoney entities.

    Args:
        released: The release.
        file: Where to.
        losses: Where what is left out is counted.
    """
    for name, sayings in _gathered(released, losses):
        held = sorted(
            ("" if prop == BASE else prop, order, value, schema)
            for schema, values, _, _, _, _, _, order in sayings
            for prop, value in values
        )
        schema, datasets = held[0][3], {saying[2] for saying in sayings}
        properties: dict[str, dict[str, None]] = {}
        for prop, _, value, _ in held:
            if prop:
                properties.setdefault(prop, {})[value] = None
        values = {prop: list(distinct) for prop, distinct in properties.items()}
        caption = (
            values.get("name") or values.get("full") or values.get("title") or values.get("fileName") or values.get("role") or [schema]
        )[0]
        row = {"id": name, "caption": caption, "schema": schema, "properties": values, "referents": [], "datasets": sorted(datasets)}
        file.write(json_bytes(row) + b"\n")
        losses.wrote("entities")


def _gathered(released: Released, losses: Losses) -> Iterator[Block]:
    """All that is said of each entity, by its id: a saying without the entity for each place that tells of it."""
    said = statements(Lookup(released), losses)
    return gathered_on_disk(((made[0], [made[1:]]) for made in said), run=BLOCKS)


def _lines(name: str, saying: tuple[Any, ...]) -> Iterator[tuple[str, int, str]]:
    """What is said as lines of JSON, each with its place among the statements of its entity: that the entity is there, then its own name.

    All but property and value is the same on each line, and written once.
    """
    made = Saying(name, *saying)
    entity, lang = _often(name), _often(made.lang) if made.lang else "null"
    quote = "null" if made.quote is None else _often(made.quote)
    head = f'{{"canonical_id":{entity},"entity_id":{entity},"prop":"'
    tail = (
        f',"dataset":"{made.dataset}","lang":{lang},"original_value":{quote},"first_seen":null,"last_seen":null,'
        f'"external":{"true" if made.external else "false"},"origin":{_often(made.origin)},"id":"'
    )
    whose, where = f"{made.dataset}\x1f{name}\x1f", f"\x1f{made.lang}\x1f{made.origin}"
    for prop, value in made.values:
        identifier = hashlib.sha1(f"{whose}{prop}\x1f{value}{where}".encode("utf-8", "replace"), usedforsecurity=False).hexdigest()
        line = f'{head}{prop}","schema":"{made.schema}","value":{_json(value)}{tail}{identifier}"}}\n'
        yield "" if prop == BASE else prop, made.order, line


_json = json.encoder.encode_basestring
"""A text as JSON, its letters as they are."""
_often = lru_cache(1024)(_json)
