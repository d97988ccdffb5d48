"""The editor of lenses: what it leaves, the way back, and saving by name."""

import shutil
from pathlib import Path

import pytest

NGO = '{"name":"ngo","publishers":{"kinds":["ngo"]}}'


@pytest.fixture
def own(client_of, sample_kb: Path, tmp_path: Path):
    """A workbench over a copy, to write in."""
    shutil.copytree(sample_kb, tmp_path / "kb")
    return client_of(tmp_path / "kb")


def test_the_editor_is_filled_in_with_the_lens_in_force(client) -> None:
    page = client.get("/lens", params={"lens": NGO}).text
    assert 'name="publishers.kinds" value="ngo" checked' in page
    assert 'name="publishers.kinds" value="academic" checked' not in page


def test_the_count_follows_the_form(client) -> None:
    every, some = (client.get("/api/lens/count", params={"lens": lens}).json() for lens in ("", NGO))
    assert every["claims"] == every["of_claims"] > some["claims"] > 0
    assert f"<b>{some['claims']}</b>" in client.get("/lens/count", params={"publishers.kinds": "ngo"}).text
    assert 'role="alert"' in client.get("/lens/count", params={"said_before": "soon"}).text


def test_looking_leads_back_through_the_lens(client) -> None:
    answer = client.get("/lens/look", params={"back": "/actors?kind=coalition", "publishers.kinds": "ngo"})
    assert answer.status_code == 303
    assert answer.headers["location"].startswith("/actors?kind=coalition&lens=%7B")
    seen = client.get(answer.headers["location"]).text
    assert "publishers: ngo" in seen


@pytest.mark.parametrize("back", ["https://example.org/", "//example.org", "/\\example.org", "javascript:alert(1)"])
def test_the_way_back_never_leads_elsewhere(client, back: str) -> None:
    assert client.get("/lens/look", params={"back": back}).headers["location"] == "/"


def test_a_wrong_lens_is_said_on_the_page(client) -> None:
    answer = client.get("/lens/look", params={"said_before": "soon"})
    assert answer.status_code == 400
    assert 'role="alert"' in answer.text


def test_a_lens_is_saved_and_offered_on_every_page(own, post) -> None:
    answer = post(own, "/lens", {"name": "only ngo", "publishers.kinds": "ngo", "back": "/events"})
    assert (answer.status_code, answer.headers["location"]) == (303, "/events?lens=only%20ngo")
    assert own.get("/api/lenses").json()["only ngo"]["publishers"] == {"kinds": ["ngo"]}
    assert "only ngo" in own.get("/").text
    assert post(own, "/lens", {"publishers.kinds": "ngo"}).status_code == 400
    assert own.post("/lens", data={"name": "x"}).status_code == 403
