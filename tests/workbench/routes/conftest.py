"""A knowledge base of one's own to write to, and somebody who decides."""

import shutil
from pathlib import Path

import pytest
from tests.workbench.conftest import ADDRESS

from testimonia.store import open_store


@pytest.fixture
def own_kb(sample_kb: Path, tmp_path: Path) -> Path:
    """A copy of the sample."""
    return Path(shutil.copytree(sample_kb, tmp_path / "own"))


@pytest.fixture
def anna(client_of, own_kb):
    """The workbench over the copy, with somebody's name kept."""
    client = client_of(own_kb, port=8765)
    client.cookies.set("testimonia_coder", "anna")
    return client


@pytest.fixture
def clara(client_of, own_kb, anna):
    """Somebody else, in a browser of their own, over the same knowledge base."""
    client = client_of(own_kb, port=8765)
    client.cookies.set("testimonia_coder", "clara")
    return client


@pytest.fixture
def own(own_kb: Path, anna):
    """The copy's store."""
    with open_store(own_kb, create=False) as store:
        yield store


@pytest.fixture
def sent():
    """Sends JSON as a program does."""

    def send(client, path: str, data: dict) -> object:
        return client.post(path, json=data, headers={"Origin": ADDRESS})

    return send
