"""The pages of actors over the sample."""

from urllib.parse import quote


def first_actor(client) -> dict[str, object]:
    return client.get("/api/actors").json()["actors"][0]


def test_the_list_leads_to_each_actor(client) -> None:
    told = client.get("/api/actors").json()
    page = client.get("/actors").text
    assert told["actors"]
    assert all(f'href="{actor["name"]["path"]}"' in page for actor in told["actors"])
    assert "place" not in {actor["kind"] for actor in told["actors"]}


def test_the_list_can_be_narrowed_by_kind_and_by_the_beginning_of_a_name(client) -> None:
    coalitions = client.get("/api/actors", params={"kind": "coalition"}).json()["actors"]
    assert {actor["kind"] for actor in coalitions} == {"coalition"}
    moro = client.get("/api/actors", params={"beginning": "moro nat"}).json()["actors"]
    assert [actor["name"]["text"] for actor in moro] == ["Moro National Liberation Front"]
    assert "No actor has a name that begins so" in client.get("/actors", params={"beginning": "zzzz"}).text


def test_an_actor_has_its_statements_with_their_words(client) -> None:
    (moro,) = client.get("/api/actors", params={"beginning": "moro national"}).json()["actors"]
    page = client.get(moro["name"]["path"]).text
    assert "What is disputed" in page
    assert "<mark>It was founded in 1972 by Nur Misuari</mark>" in page


def test_all_claims_of_one_kind_are_a_link_away(client) -> None:
    (moro,) = client.get("/api/actors", params={"beginning": "moro national"}).json()["actors"]
    told = client.get(f"/api{moro['name']['path']}/claims", params={"what": "founded"}).json()
    assert {claim["predicate"] for claim in told["claims"]} == {"founded"}
    assert "Earliest first" in client.get(f"{moro['name']['path']}/claims", params={"year": 1972}).text


def test_an_actor_that_is_not_there(client) -> None:
    assert client.get("/actors/n-none").status_code == 404
    assert client.get("/api/actors/" + quote("' OR 1=1 --")).status_code == 404
    assert client.get("/api/actors/x/claims", params={"what": "eats"}).status_code == 422


def test_a_lens_that_takes_nobody_leaves_nothing_claimed(client) -> None:
    actor = first_actor(client)["name"]["path"]
    page = client.get(actor, params={"lens": '{"name": "nobody", "publishers": {"named": ["Nobody at all"]}}'})
    assert page.status_code in (200, 404)
    assert "<mark>" not in page.text
