"""What the search of a site looks through."""

import json
import re

import pytest

from testimonia.publish.site import finding
from testimonia.publish.site.finding import entries_of, folding_tables, search_page, shards


def test_actors_are_found_by_all_their_names_with_their_page(book):
    entries = {entry[0]: entry for entry in entries_of(book)["names"]}
    _, words, beside, others = entries["actors/n-milf.html"]
    assert words == "Moro Islamic Liberation Front" and beside.startswith("armed group")
    assert set(others) == {"MILF", "جبهة تحرير مورو"}


def test_documents_stand_with_their_publisher_and_events_with_their_time(book):
    held = {entry[0]: entry for kind in ("documents", "events") for entry in entries_of(book)[kind]}
    assert held["documents/d-1.html"][1:3] == ("Title of d-1", "The Davao Paper, 1 February 2015")
    assert held["events/ev-1.html"][2] == "25 January 2015 · assault"


def test_each_shard_is_a_script_that_hands_over_json(book):
    made = dict(shards(book))
    assert set(made) == {"names-1", "documents-1", "events-1"}
    for content in made.values():
        kind, entries = re.fullmatch(r'window\.testimoniaFound\("(\w+)",(.*)\);\n', content, re.DOTALL).groups()
        assert len(json.loads(entries)) == search_page(book).counts[kind]


def test_much_is_cut_into_several_shards(book, monkeypatch):
    whole = [json.loads(re.search(r"\[\n.*\n\]", text, re.DOTALL)[0]) for name, text in shards(book) if name.startswith("events")]
    monkeypatch.setattr(finding, "SHARD", 150)
    parts = [json.loads(re.search(r"\[\n.*\n\]", text, re.DOTALL)[0]) for name, text in shards(book) if name.startswith("events")]
    assert len(parts) > 1 and [entry for part in parts for entry in part] == whole[0]
    assert search_page(book).shards[0] == "names-1.js"


def test_signs_that_nobody_sees_and_ends_of_lines_are_no_part_of_a_shard(hostile):
    for file in (hostile / "search").iterdir():
        assert not re.search("[\u200b\u202e\u2028]", file.read_text("utf-8")), file.name


@pytest.mark.parametrize(("letter", "folded"), [("ø", "o"), ("ى", "ي"), ("ə", "e"), ("’", ""), ("\u200c", "")])
def test_the_tables_hold_what_folding_does_to_a_letter(letter, folded):
    tables = json.loads(folding_tables().removeprefix("window.testimoniaFolding=").rstrip(";\n"))
    assert tables["letters"][letter] == folded
    assert any(first <= 0x0651 <= last for first, last in tables["marks"]), "the shadda is a mark"
