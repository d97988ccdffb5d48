"""Options: the defaults that the documentation states."""

from testimonia.capture import ArchiveLimits, CaptureOptions


def test_the_defaults() -> None:
    options = CaptureOptions()
    assert (options.max_bytes, options.text_column, options.stdin) == (50_000_000, None, None)
    assert options.archive == ArchiveLimits() and options.archive.nesting == 2


def test_columns_by_themselves() -> None:
    assert CaptureOptions(text_column="story", id_column="key").columns.text == "story"
    assert CaptureOptions(text_column="story", id_column="key").columns.id == "key"
