"""`testimonia site` as somebody uses it."""

import json

from tests.publish.exports.releases import moro

from testimonia.cli.app import main


def test_a_release_becomes_a_site_and_the_way_to_it_is_said(tmp_path, capsys):
    moro(tmp_path / "release")
    assert main(["site", str(tmp_path / "release"), "--out", str(tmp_path / "www"), "--name", "Moro groups"]) == 0
    told = capsys.readouterr().out
    assert "pages in" in told and "index.html" in told
    first = (tmp_path / "www" / "index.html").read_text("utf-8")
    assert "Moro groups" in first and "everybody’s word" in first


def test_the_lens_of_the_release_stands_on_every_page(tmp_path):
    held = moro(tmp_path / "release")
    manifest = dict(held.manifest) | {"lens": {"name": "press only", "longest_chain": 2}}
    (tmp_path / "release" / "manifest.json").write_text(json.dumps(manifest))
    assert main(["site", str(tmp_path / "release"), "--out", str(tmp_path / "www"), "-q", "--no-data"]) == 0
    for file in (tmp_path / "www").rglob("*.html"):
        text = file.read_text("utf-8")
        assert "press only" in text and "at most 2 voices in a chain" in text, file
    assert not (tmp_path / "www" / "data").exists()


def test_what_is_no_release_is_refused_with_the_way_to_one(tmp_path, capsys):
    assert main(["site", str(tmp_path), "--out", str(tmp_path / "www")]) == 2
    assert "testimonia release" in capsys.readouterr().err and not (tmp_path / "www").exists()
