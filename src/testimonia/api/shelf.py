"""Shelf: the releases of one knowledge base that were made for its lenses, kept until it is closed."""

import json
import shutil
import weakref
from collections.abc import Mapping
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

from testimonia.api.held import Held
from testimonia.errors import LensError, StoreError
from testimonia.model.lens import Lens
from testimonia.publish.released import MANIFEST, Released
from testimonia.releasing import release
from testimonia.store import open_store
from testimonia.weigh import read_lens

LensLike = Lens | str | Mapping[str, Any] | None
"""A lens, the name of a saved one, its fields, or None for everybody's word."""


class Shelf:
    """A knowledge base or a release, with what was made of it."""

    def __init__(self, folder: Path) -> None:
        """Open a folder; nothing is read but what it is.

        Args:
            folder: A knowledge base or a release.

        Raises:
            StoreError: It is neither.
        """
        self.folder = folder
        self.is_release = (folder / MANIFEST).is_file()
        self._released = Released(folder) if self.is_release else None
        self._saved = {} if self.is_release else _saved_lenses(folder)
        self._held: dict[Lens, Held] = {}
        self._aside = Path(mkdtemp(prefix="testimonia-"))
        self._clear = weakref.finalize(self, shutil.rmtree, self._aside, ignore_errors=True)

    @property
    def lenses(self) -> tuple[str, ...]:
        """The names of the saved lenses."""
        return tuple(self._saved)

    def lens(self, wanted: LensLike) -> Lens:
        """Find the lens that somebody asks for.

        Args:
            wanted: A lens, the name of a saved one, its fields, or None for everybody's word.

        Returns:
            The lens.

        Raises:
            LensError: There is none, it asks for what there is not, or this is a release.
        """
        if wanted is None:
            return Lens()
        if self.is_release:
            raise LensError(f"{self.folder.name} is a release and was made through a lens already; open the knowledge base for another one")
        if isinstance(wanted, Lens):
            return wanted
        if isinstance(wanted, str):
            if wanted not in self._saved:
                known = f"saved are {', '.join(self._saved)}" if self._saved else "none is saved"
                raise LensError(f"there is no lens {wanted!r}; {known}")
            return read_lens(self._saved[wanted], origin=f"lens {wanted}")
        return read_lens(json.dumps({"name": "lens from Python", **wanted}, default=_plain), origin="lens from Python")

    def hold(self, lens: Lens) -> Held:
        """Give what a lens leaves, made when it is first asked for.

        Args:
            lens: Whose word is taken.

        Returns:
            The release, open for questions.

        Raises:
            StoreError: The knowledge base was closed.
        """
        if not self._clear.alive:
            raise StoreError(f"{self.folder.name} was closed; open it again with testimonia.open")
        if lens not in self._held:
            aside = self._aside / str(len(self._held))
            aside.mkdir(exist_ok=True)
            self._held[lens] = Held(self._released or _release(self.folder, aside / "release", lens), aside=aside)
        return self._held[lens]

    def close(self) -> None:
        """Close everything and remove what was made."""
        for held in self._held.values():
            held.close()
        self._held.clear()
        self._clear()


def _release(folder: Path, out: Path, lens: Lens) -> Released:
    if not out.exists():
        release(folder, out, lens=lens, tables=False)
    return Released(out)


def _saved_lenses(folder: Path) -> dict[str, str]:
    if not folder.is_dir():
        raise StoreError(f"{folder}: there is no such folder; make a knowledge base with: testimonia build DOCUMENTS --out KB")
    with open_store(folder, create=False) as store:
        return store.lenses()


def _plain(value: Any) -> Any:
    """A set or a day as JSON can hold it."""
    return sorted(value) if isinstance(value, set | frozenset | tuple) else str(value)
