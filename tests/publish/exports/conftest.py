"""A release with something of everything, and a way to export it."""

import io
from collections.abc import Callable
from pathlib import Path

import pytest

from testimonia.publish.exports.formats import BY_NAME
from testimonia.publish.exports.losses import Losses
from testimonia.publish.released import Released

from .releases import moro

Written = tuple[bytes, Losses]


@pytest.fixture
def released(tmp_path: Path) -> Released:
    return moro(tmp_path / "release")


@pytest.fixture
def write() -> Callable[[Released, str], Written]:
    """Write a release in a format, and give its bytes and what was lost."""

    def export(of: Released, name: str) -> Written:
        held = io.BytesIO()
        losses = Losses(BY_NAME[name].losses)
        BY_NAME[name].write(of, held, losses)
        return held.getvalue(), losses

    return export
