"""The register, edited: above the sidecar, with its history."""

import pytest


@pytest.fixture
def name(own):
    return next(iter(own.sources())).name


def test_an_edit_stands_and_is_told_with_what_the_register_said(anna, own, name, post):
    before = next(iter(own.sources()))
    answer = post(anna, "/sources/edit", {"name": name, "kind": "partisan_media", "side": "the Front", "country": "ph", "note": "<b>x"})
    assert answer.status_code == 303
    after = next(one for one in own.sources() if one.name == name)
    assert (after.kind, after.side, after.country, after.note) == ("partisan_media", "the Front", "PH", "<b>x")
    page = anna.get(answer.headers["location"]).text
    assert "the register" in page and "anna" in page and "&lt;b&gt;x" in page and "stand again" in page
    own.add_captured([before])
    assert next(one for one in own.sources() if one.name == name) == after
    data = {"name": name, "seen": str(anna.get("/api/sources/edits", params={"name": name}).json()["seen"]), "take_back": "true"}
    assert post(anna, "/sources/edit", data).status_code == 303
    assert next(one for one in own.sources() if one.name == name) == before


def test_the_second_of_two_is_told(anna, clara, own, name, post):
    assert post(anna, "/sources/edit", {"name": name, "kind": "state"}).status_code == 303
    late = post(clara, "/sources/edit", {"name": name, "kind": "ngo"})
    assert late.status_code == 409 and "edited meanwhile by anna" in late.text
    assert next(one for one in own.sources() if one.name == name).kind == "state"


@pytest.mark.parametrize("wrong", [{"kind": "good"}, {"country": "p1"}, {"take_back": "true"}])
def test_what_the_register_cannot_say_is_refused(anna, own, name, post, wrong):
    assert post(anna, "/sources/edit", {"name": name} | wrong).status_code == 400
    assert list(own.source_edits()) == []


def test_the_list_leads_to_the_form_and_a_name_nobody_registered_can_be_named(anna, own, post, sent):
    assert "/sources/edit?name=" in anna.get("/sources").text
    assert anna.get("/sources/edit", params={"name": "A / new <name>"}).status_code == 200
    made = sent(anna, "/api/sources/edits", {"name": "A / new <name>", "by": "anna", "kind": "ngo", "seen": 0})
    assert made.status_code == 201 and made.json()["source"]["kind"] == "ngo"
    assert sent(anna, "/api/sources/edits", {"name": "A / new <name>", "by": "clara", "seen": 0}).status_code == 409
