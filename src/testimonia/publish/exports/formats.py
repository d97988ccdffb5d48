"""Formats: what a release can be exported to, in the order in which they are listed."""

import json
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from testimonia.errors import NameNotFoundError
from testimonia.publish.beside import cores, run_apart
from testimonia.publish.exports import (
    acled,
    annotations,
    bibliography,
    followthemoney,
    geojson,
    gexf,
    graphml,
    militants,
    networks,
    prov,
    turtle,
    ucdp,
)
from testimonia.publish.exports.losses import Loss, Losses, write_losses
from testimonia.publish.exports.writing import whole_file
from testimonia.publish.released import Released


@dataclass(frozen=True, slots=True)
class Format:
    """A format: its name, the file it is given where none is named, a line on it, how it is written, what becomes what, and its losses."""

    name: str
    file: str
    what: str
    write: Callable[[Released, BinaryIO, Losses], None]
    mapping: Mapping[str, str]
    losses: tuple[Loss, ...]


@dataclass(frozen=True, slots=True)
class Exported:
    """A file that was written, with what it holds and how much it could not hold."""

    format: str
    file: Path
    written: Mapping[str, int]
    left_out: int
    flattened: int
    report: Path


_BOOKS = bibliography.LOSSES

FORMATS: tuple[Format, ...] = (
    Format(
        "ftm",
        "entities.ftm.json",
        "FollowTheMoney entities, for OpenAleph and OpenSanctions' tools",
        followthemoney.write_ftm_entities,
        followthemoney.MAPPING,
        (
            *followthemoney.LOSSES,
            Loss(
                "provenance",
                "flattened",
                "which value comes from which document and claim",
                "entities hold values only; see `ftm-statements`",
            ),
        ),
    ),
    Format(
        "ftm-statements",
        "statements.ftm.json",
        "FollowTheMoney statements: each value with its document, its claim and its words",
        followthemoney.write_ftm_statements,
        followthemoney.MAPPING,
        followthemoney.LOSSES,
    ),
    Format(
        "graphml",
        "network.graphml",
        "Network of bodies, persons and places with times, for networkx, igraph and yEd",
        graphml.write_graphml,
        networks.MAPPING,
        networks.LOSSES,
    ),
    Format(
        "gexf",
        "network.gexf",
        "The same network as a dynamic graph, for Gephi's timeline",
        gexf.write_gexf,
        gexf.GEXF_MAPPING,
        gexf.GEXF_LOSSES,
    ),
    Format(
        "geojson",
        "map.geojson",
        "Events, and where bodies are said to be, for QGIS and maps on the web",
        geojson.write_geojson,
        geojson.MAPPING,
        geojson.LOSSES,
    ),
    Format(
        "ucdp",
        "events.ucdp.csv",
        "Deadly events with the columns of the UCDP Georeferenced Event Dataset",
        ucdp.write_ucdp,
        ucdp.MAPPING,
        ucdp.LOSSES,
    ),
    Format(
        "acled",
        "events.acled.csv",
        "Events with the columns of an ACLED export, by a documented crosswalk",
        acled.write_acled,
        acled.MAPPING,
        acled.LOSSES,
    ),
    Format(
        "militants",
        "relations.csv",
        "Relations between groups, in the manner of the Mapping Militants Project",
        militants.write_militants,
        militants.MAPPING,
        militants.LOSSES,
    ),
    Format(
        "prov", "provenance.prov.json", "Where each claim comes from, as W3C PROV (PROV-JSON)", prov.write_prov, prov.MAPPING, prov.LOSSES
    ),
    Format(
        "annotations",
        "annotations.jsonld",
        "Each quotation as a W3C Web Annotation",
        annotations.write_annotations,
        annotations.MAPPING,
        annotations.LOSSES,
    ),
    Format(
        "turtle",
        "statements.ttl",
        "RDF with statements, qualifiers, references and ranks in the manner of Wikidata",
        turtle.write_turtle,
        turtle.MAPPING,
        turtle.LOSSES,
    ),
    Format("bibtex", "documents.bib", "The documents as BibTeX", bibliography.write_bibtex, bibliography.MAPPING, _BOOKS),
    Format(
        "csl",
        "documents.csl.json",
        "The documents as CSL-JSON, for Zotero and pandoc",
        bibliography.write_csl,
        bibliography.MAPPING,
        _BOOKS,
    ),
)
"""Every format, each written by one module; nothing is found by its place in a folder."""
EVERY = "all"
"""What asks for every format."""
WORTH_IT = 20_000
"""Claims and event reports from which on processes of their own for the formats save more time than they cost."""
MOST_AT_ONCE = 4
"""Formats written at once: each holds 200 MB at the most."""
SLOW = frozenset({"ftm", "ftm-statements"})
"""Formats that take as long as the others together, and are begun first."""
BY_NAME: Mapping[str, Format] = {held.name: held for held in FORMATS}


def formats_named(names: Sequence[str]) -> tuple[Format, ...]:
    """Find formats by their names.

    Args:
        names: Names of formats; `all` for every one.

    Returns:
        The formats, in the order of `FORMATS`, each once.

    Raises:
        NameNotFoundError: There is no such format; the message lists those that there are.
    """
    unknown = [name for name in names if name != EVERY and name not in BY_NAME]
    if unknown:
        raise NameNotFoundError(f"there is no format {unknown[0]!r}; there are {', '.join(BY_NAME)}, and {EVERY}")
    return tuple(held for held in FORMATS if EVERY in names or held.name in names)


def export_release(released: Released, chosen: Format, out: Path) -> Exported:
    """Write a release in a format, and beside it the report of what the format does not hold.

    Args:
        released: The release.
        chosen: The format.
        out: The file to write; an earlier one is replaced when the new one is complete.

    Returns:
        What was written.

    Raises:
        StoreError: It cannot be written there.
        RecordError: A line of the release cannot be read.
    """
    losses = Losses(chosen.losses)
    with whole_file(out) as file:
        chosen.write(released, file, losses)
    if "provenance" in {loss.code for loss in chosen.losses}:
        losses.lose("provenance", released.count("claims") + released.count("event_reports"))
    page, _ = write_losses(out, losses.as_row(chosen.name, released.manifest))
    lost = {
        happens: sum(losses.lost[loss.code] for loss in chosen.losses if loss.happens == happens) for happens in ("left out", "flattened")
    }
    return Exported(chosen.name, out, dict(sorted(losses.written.items())), lost["left out"], lost["flattened"], page)


def export_formats(released: Released, chosen: Sequence[Format], out: Path) -> tuple[Exported, ...]:
    """Write a release in several formats; those of a large one side by side, in processes of their own.

    Args:
        released: The release.
        chosen: The formats.
        out: The file to write for one format; a folder for several, or where one is there: files are then named for their format.

    Returns:
        What was written, file by file.

    Raises:
        StoreError: It cannot be written there.
        RecordError: A line of the release cannot be read.
    """
    in_folder = len(chosen) != 1 or out.is_dir()
    files = {held.name: out / held.file if in_folder else out for held in chosen}
    at_once = min(cores(), len(chosen), MOST_AT_ONCE)
    if at_once < 2 or released.count("claims") + released.count("event_reports") < WORTH_IT:
        return tuple(export_release(released, held, files[held.name]) for held in chosen)
    slowest_first = sorted(files, key=lambda name: name not in SLOW)
    with ThreadPoolExecutor(at_once) as pool:
        waiting = {name: pool.submit(_apart, released.folder, name, files[name]) for name in slowest_first}
        try:
            return tuple(waiting[held.name].result() for held in chosen)
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            raise


def _apart(release: Path, name: str, out: Path) -> Exported:
    written = json.loads(run_apart("testimonia.publish.exports.export_process", (str(release), name, str(out))))
    return Exported(name, out, written["written"], written["left_out"], written["flattened"], Path(written["report"]))
