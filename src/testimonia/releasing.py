"""Releasing: a knowledge base becomes a release, and a release the formats of the field, or a site."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from testimonia.errors import LensError
from testimonia.looking import look
from testimonia.model.lens import Lens
from testimonia.model.referent import Referent
from testimonia.pipeline import Progress, say_nothing, versions
from testimonia.publish import HeldStock, Manifest, ReleaseOptions, StoredStock, release_stock
from testimonia.publish.exports import Exported, export_formats, formats_named
from testimonia.publish.pages.frame import lens_shown
from testimonia.publish.released import MANIFEST, Released
from testimonia.publish.site import SiteOptions, SiteWritten, write_site
from testimonia.store import Store, open_store
from testimonia.store.in_order import in_order
from testimonia.weigh import dispute_reasons, lens_as_data, read_lens
from testimonia.witnessing import witnesses_in


def release(
    kb: Path, out: Path, *, lens: Lens | None = None, texts: bool = False, tables: bool = True, progress: Progress | None = None
) -> Manifest:
    """Publish a knowledge base as a folder of JSON Lines and tables with a manifest.

    Args:
        kb: Folder of the knowledge base.
        out: Folder of the release; must be empty, absent or an earlier release.
        lens: Whose word is taken; None for everybody's.
        texts: Put the documents' texts into it, for private use.
        tables: Make Parquet, CSV and SQLite from the JSON Lines.
        progress: Told how far it is.

    Returns:
        The manifest as written.

    Raises:
        StoreError: There is no knowledge base.
        RecordError: A record breaks a rule that no release may break.
    """
    lens = lens or Lens()
    options = ReleaseOptions(texts, tables, progress or say_nothing)
    with open_store(kb, create=False) as store:
        if lens.takes_everything and not store.stale():
            with in_order(store) as stored:
                stock = StoredStock(stored, witness_of=witnesses_in(stored))
                return release_stock(out, stock, meta=versions(), lens=lens_as_data(lens), options=options)
        seen, then = look(store, lens), store.as_of(lens.known_on)
        with in_order(then) as stored:
            witness_of = witnesses_in(stored)
        roles = _roles(then.referents(), seen.knowledge.entity_of)
        held = HeldStock(seen.knowledge, seen.findings, tuple(then.problems()), tuple(then.judgements()), roles, witness_of)
        meta = versions() if lens.known_on is None else versions() | _read_by(then)
        return release_stock(out, held, meta=meta, lens=lens_as_data(seen.lens), options=options)


def export(source: Path, out: Path, *, formats: Sequence[str], lens: Lens | None = None) -> tuple[Exported, ...]:
    """Write a release, or a knowledge base by way of a release, in the formats that others work with.

    Args:
        source: Folder of a release or of a knowledge base.
        out: The file to write for one format; a folder for several, or where one is there: files are then named for their format.
        formats: Names of formats, `all` for every one.
        lens: Whose word is taken of a knowledge base; a release has its lens already.

    Returns:
        What was written, file by file.

    Raises:
        NameNotFoundError: There is no such format.
        StoreError: There is no release and no knowledge base, or nothing can be written.
        LensError: A lens is asked for on a release.
    """
    if (source / MANIFEST).is_file():
        if lens is not None:
            raise LensError(f"{source} is a release and was made through a lens already; choose another one where you make the release")
        return export_formats(Released(source), formats_named(formats), out)
    with TemporaryDirectory() as aside:
        chosen = formats_named(formats)  # a wrong name is said before the release is made
        release(source, Path(aside) / "release", lens=lens, tables=False)
        return export_formats(Released(Path(aside) / "release"), chosen, out)


def site(source: Path, out: Path, *, options: SiteOptions | None = None, progress: Progress | None = None) -> SiteWritten:
    """Write a release as pages that need no server.

    Args:
        source: Folder of a release.
        out: Folder of the site; must be empty, absent or an earlier site.
        options: How it is made, and what it is called: without a name as the release's folder. Its lens is always that of the release.
        progress: Told how far it is.

    Returns:
        How much was written.

    Raises:
        StoreError: There is no release, or the site cannot be written.
        RecordError: A row of the release cannot be read.
    """
    released = Released(source)
    options = options or SiteOptions("")
    lens = read_lens(json.dumps(released.manifest.get("lens") or {"name": Lens().name}), origin=f"{source / MANIFEST}")
    options = replace(
        options,
        name=options.name or source.resolve().name,
        lens=lens_shown(lens),
        reasons=dispute_reasons() | dict(options.reasons),
        version=versions()["software"],
    )
    return write_site(released, out, options=options, tell=progress)


def _roles(referents: Iterable[Referent], entity_of: Mapping[str, str]) -> dict[str, str]:
    """Give the public role that the text states beside the name of each person who is an entity."""
    return dict(sorted(((entity_of[r.id], r.role) for r in referents if r.role is not None and r.id in entity_of), reverse=True))


def _read_by(then: Store) -> dict[str, str]:
    """Say by which reader the documents were read that were known on a day."""
    return {key: value for key, value in then.meta().items() if key in ("reader", "model_sha256")}
