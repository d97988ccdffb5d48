"""Settings come from the last that states them, and contradictions are told at once."""

from pathlib import Path

import pytest

from testimonia.errors import SettingsError
from testimonia.settings import Settings, load_settings


def test_without_anything_the_defaults_hold(tmp_path: Path) -> None:
    assert load_settings(folder=tmp_path, environment={"PATH": "/bin"}) == Settings(kb=Path("kb"), max_bytes=50_000_000)


def test_argument_beats_environment_beats_file_beats_default(tmp_path: Path) -> None:
    (tmp_path / "testimonia.toml").write_text('max_mb = 0.5\nkb = "from-file"\n')
    file = load_settings(folder=tmp_path, environment={}, arguments={"max_mb": None, "kb": None})
    environment = load_settings(folder=tmp_path, environment={"TESTIMONIA_KB": "from-environment"})
    argument = load_settings(folder=tmp_path, environment={"TESTIMONIA_KB": "from-environment"}, arguments={"kb": Path("argued")})
    assert [settings.kb for settings in (file, environment, argument)] == [Path("from-file"), Path("from-environment"), Path("argued")]
    assert {settings.max_bytes for settings in (file, environment, argument)} == {500_000}


def test_a_size_in_bytes_beats_one_in_megabytes_from_a_lower_place(tmp_path: Path) -> None:
    (tmp_path / "testimonia.toml").write_text("max_mb = 80\n")
    assert load_settings(folder=tmp_path, environment={"TESTIMONIA_MAX_BYTES": "1000"}).max_bytes == 1000


@pytest.mark.parametrize(
    ("file", "message"),
    [
        ("max_nb = 2", "testimonia.toml: 'max_nb' is no setting; there are kb, max_bytes, max_mb"),
        ("max_mb = 5\nmax_bytes = 7", r"'max_mb' \(5\) and 'max_bytes' \(7\) both state the largest file; keep one"),
        ("max_bytes = 1.5", "'max_bytes' is 1.5; it must be a whole number"),
        ("max_mb = true", "'max_mb' is True; it must be a number"),
        ("max_mb = nan", "'max_mb' is nan; it must be a number"),
        ("max_mb = 0", "the largest file comes to 0 bytes; it must be at least 1"),
        ("kb = 7", "'kb' is 7; it must be the path of a folder"),
        ('kb = ""', "'kb' is ''; it must be the path of a folder"),
        ("kb = [", "cannot be read as TOML .* correct it or move it away"),
    ],
)
def test_what_cannot_hold_is_told_with_a_way_out(tmp_path: Path, file: str, message: str) -> None:
    (tmp_path / "testimonia.toml").write_text(file)
    with pytest.raises(SettingsError, match=message):
        load_settings(folder=tmp_path, environment={})


def test_a_bad_word_in_the_environment_names_the_environment() -> None:
    with pytest.raises(SettingsError, match="the environment: 'max_mb' is 'many'"):
        load_settings(environment={"TESTIMONIA_MAX_MB": "many"})
