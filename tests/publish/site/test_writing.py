"""A site is whole, leads nowhere that is not there, asks nobody, and is the same from the same release."""

import hashlib
import json
import re
import subprocess
import sys
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from tests.publish.exports.releases import moro

from testimonia.errors import RecordError, StoreError
from testimonia.publish.site import SiteOptions, write_site
from testimonia.publish.site.assets import missing_vendor
from testimonia.publish.site.writing import SITE


def broken_links(www: Path, tags) -> list[str]:
    """Every reference of every page that leads to no file, or to no place in it."""
    ids = {file: {attrs["id"] for _, attrs in tags(file) if attrs.get("id")} for file in www.rglob("*.html")}
    wrong = []
    for file in ids:
        for tag, attrs in tags(file):
            for name in ("href", "src", "action", "data-world"):
                target = attrs.get(name)
                if target is None or (tag == "a" and target.startswith(("http://", "https://"))):
                    continue
                split = urlsplit(target)
                there = (file.parent / unquote(split.path)).resolve() if split.path else file
                if split.scheme or not there.is_file() or not there.is_relative_to(www.resolve()):
                    wrong.append(f"{file.relative_to(www)}: {target}")
                elif split.fragment and there in ids and unquote(split.fragment) not in ids[there]:
                    wrong.append(f"{file.relative_to(www)}: {target} has no such place")
    allowed = ("countries-110m.json", "events/EVENT.html", *missing_vendor())
    return [line for line in wrong if not line.endswith(allowed)]


@pytest.mark.parametrize("name", ["www", "hostile", "large"])
def test_every_link_leads_to_a_file_of_the_site_and_a_place_in_it(request, tags, name):
    www = request.getfixturevalue(name)
    assert len(list(www.rglob("*.html"))) > 15
    assert broken_links(www, tags) == []


@pytest.mark.parametrize("name", ["www", "hostile", "large"])
def test_no_page_loads_anything_from_elsewhere_or_runs_words_of_its_own(request, tags, name):
    for file in request.getfixturevalue(name).rglob("*.html"):
        held = tags(file)
        loaded = [a.get("src") or a.get("href") or "" for tag, a in held if tag in ("script", "link", "img", "iframe", "object", "source")]
        assert not [at for at in loaded if "//" in at or at.startswith("data:")], file
        assert all(a.get("src") or a.get("type") == "application/json" for tag, a in held if tag == "script"), file
        assert not [a for _, a in held if any(key.startswith("on") or key == "style" for key in a)], file
        assert any(a.get("http-equiv") == "Content-Security-Policy" and "default-src 'none'" in (a["content"] or "") for _, a in held)
        assert 'type="module"' not in file.read_text("utf-8")


def test_words_that_are_attacks_stay_words(hostile, tags):
    for file in hostile.rglob("*.html"):
        held = tags(file)
        assert not [a for tag, a in held if tag == "img" or (a.get("href") or "").startswith("javascript:")], file
        assert "49" not in "".join(a.get("title") or "" for _, a in held)
        shown = re.sub(r'<script type="application/json".*?</script>', "", file.read_text("utf-8"), flags=re.DOTALL)
        assert "\u202e" not in shown, "a sign that turns writing around acts on the page"


def test_the_same_release_gives_the_same_bytes(tmp_path):
    def digests(name: str) -> dict[str, str]:
        write_site(moro(tmp_path / "release"), tmp_path / name, options=SiteOptions("Moro"))
        files = (file for file in (tmp_path / name).rglob("*") if file.is_file())
        return {file.relative_to(tmp_path / name).as_posix(): hashlib.sha256(file.read_bytes()).hexdigest() for file in files}

    assert digests("one") == digests("two")


def test_every_record_that_can_be_opened_has_its_page(www):
    assert (www / "actors" / "n-milf.html").is_file() and not (www / "actors" / "n-mamasapano.html").exists()
    assert {file.stem for file in (www / "events").iterdir()} == {"ev-1", "ev-2", "ev-3", "ev-4"}
    assert (www / "disputes" / "x-1.html").is_file() and (www / "documents" / "d-2.html").is_file()
    assert (www / "lifelines" / "n-milf.html").is_file() and (www / "networks" / "n-mnlf.html").is_file()
    assert (www / "map" / "n-milf.html").is_file()


def test_no_full_text_and_no_context_of_a_quotation_is_on_a_site(tmp_path):
    text = "SECRETBEFORE words of c-split SECRETAFTER"
    held = moro(tmp_path / "release", texts={"d-1": text})
    write_site(held, tmp_path / "www", options=SiteOptions("Moro"))
    for file in (tmp_path / "www").rglob("*"):
        assert not file.is_file() or b"SECRET" not in file.read_bytes(), file


def test_an_earlier_site_is_replaced_and_anything_else_refused(tmp_path):
    held = moro(tmp_path / "release")
    write_site(held, tmp_path / "www", options=SiteOptions("One"))
    (tmp_path / "www" / "left.html").write_text("of an earlier run")
    write_site(held, tmp_path / "www", options=SiteOptions("Two"))
    assert not (tmp_path / "www" / "left.html").exists()
    assert json.loads((tmp_path / "www" / SITE.file).read_text())["format"] == SITE.format
    for other in (tmp_path / "release", tmp_path / "photos"):
        other.mkdir(exist_ok=True)
        (other / "kept.txt").write_text("mine")
        with pytest.raises(StoreError, match="no site"):
            write_site(held, other, options=SiteOptions("Two"))
        assert (other / "kept.txt").read_text() == "mine"


def test_a_failure_leaves_nothing_behind(tmp_path):
    held = moro(tmp_path / "release", claims=[{"id": "c-1", "review": "proposed"}])
    with pytest.raises(RecordError, match="c-1"):
        write_site(held, tmp_path / "www", options=SiteOptions("Moro"))
    assert [file.name for file in tmp_path.iterdir()] == ["release"]


def test_two_processes_write_what_one_does(tmp_path):
    """In a process of its own, as threads of the tests make forking unsafe."""
    moro(tmp_path / "release")
    code = """
import sys
from pathlib import Path
from testimonia.publish.released import Released
from testimonia.publish.site import SiteOptions, write_site, writing
writing.WORTH_IT, writing.CHUNK = 1, 5
for number in (1, 2):
    write_site(Released(Path(sys.argv[1])), Path(sys.argv[2]) / str(number), options=SiteOptions("x", processes=number))
"""
    subprocess.run([sys.executable, "-c", code, str(tmp_path / "release"), str(tmp_path)], check=True)
    one, two = (
        {file.relative_to(tmp_path / name): file.read_bytes() for file in (tmp_path / name).rglob("*") if file.is_file()} for name in "12"
    )
    assert one == two and len(one) > 30


def test_progress_is_told_to_the_last_page(tmp_path):
    told = []
    written = write_site(
        moro(tmp_path / "release"),
        tmp_path / "www",
        options=SiteOptions("Moro"),
        tell=lambda step, done, total: told.append((step, done, total)),
    )
    assert told[-1] == ("pages", written.pages, written.pages)
    assert written.files == sum(file.is_file() for file in (tmp_path / "www").rglob("*"))


def test_the_tables_are_left_out_where_nobody_wants_them(tmp_path):
    write_site(moro(tmp_path / "release"), tmp_path / "www", options=SiteOptions("Moro", data=False))
    assert not (tmp_path / "www" / "data").exists() and not (tmp_path / "www" / "data.html").exists()
    assert "data.html" not in (tmp_path / "www" / "index.html").read_text("utf-8")
