"""The sample documents as a knowledge base, made once, and a release of it."""

from pathlib import Path

import pytest

import testimonia as tm
from testimonia.releasing import release

DEMO = Path(__file__).resolve().parents[2] / "demo" / "documents"
NAMES = ("moro_fronts.txt", "mali_moura_news.txt", "mali_moura_reprint.txt", "mali_rights_report.txt", "zamboanga_relief_report.txt")


@pytest.fixture(scope="session")
def base(tmp_path_factory):
    """The folder of a knowledge base of five sample documents."""
    folder = tmp_path_factory.mktemp("api") / "kb"
    tm.build([DEMO / name for name in NAMES], folder)
    return folder


@pytest.fixture(scope="session")
def folder(base):
    """The folder of its release, with tables."""
    release(base, base.parent / "release")
    return base.parent / "release"


@pytest.fixture(scope="session")
def bare(base):
    """The folder of its release without tables."""
    release(base, base.parent / "bare", tables=False)
    return base.parent / "bare"


@pytest.fixture
def kb(folder):
    """The release, open."""
    with tm.open(folder) as opened:
        yield opened
