"""The release's tables are offered, its texts never."""

from tests.publish.exports.releases import moro

from testimonia.publish.released import Released
from testimonia.publish.site.data import data_files, data_page


def test_rows_as_they_were_released_are_offered(www):
    released = Released(www.parent / "release")
    page = data_page(released)
    assert {"data/claims.jsonl", "data/manifest.json"} <= {file.path for file in page.files}
    for file in page.files:
        assert (www / file.path).stat().st_size == file.size
        assert (www / file.path).read_bytes() == (released.folder / file.path.removeprefix("data/")).read_bytes()


def test_texts_are_never_among_them(tmp_path):
    held = moro(tmp_path / "private", texts={"d-1": "the whole text"})
    assert not [file for file, _ in data_files(held) if "texts" in file.parts]
