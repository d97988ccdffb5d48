"""The pages Timeline and Map over the sample."""


def test_the_timeline_tells_the_same_in_picture_and_list(client) -> None:
    told = client.get("/api/timeline").json()
    page = client.get("/timeline").text
    assert len(told["picture"]["marks"]) == len(told["events"]) - told["undated"]
    assert all(f'href="#event-{mark["number"]}"' in page and f'id="event-{mark["number"]}"' in page for mark in told["picture"]["marks"])


def test_the_timeline_of_one_actor_has_only_its_events(client) -> None:
    (moro,) = client.get("/api/actors", params={"beginning": "moro national"}).json()["actors"]
    actor = moro["name"]["path"].removeprefix("/actors/")
    told = client.get("/api/timeline", params={"actor": actor}).json()
    assert told["actor_name"] == "Moro National Liberation Front"
    assert 0 < len(told["events"]) < len(client.get("/api/timeline").json()["events"])


def test_the_map_has_places_and_lists_what_has_none(client) -> None:
    told = client.get("/api/map").json()
    placed = {event for spot in told["atlas"]["spots"] for event in spot["events"]}
    assert told["atlas"]["spots"]
    assert placed | set(told["atlas"]["unlocated"]) == {mark["id"] for mark in told["atlas"]["marks"]}
    assert 'id="map-data"' in client.get("/map").text


def test_the_map_of_one_event(client) -> None:
    spot = next(spot for spot in client.get("/api/map").json()["atlas"]["spots"] if spot["events"])
    told = client.get("/api/map", params={"event": spot["events"][0]}).json()
    assert [mark["id"] for mark in told["atlas"]["marks"]] == spot["events"][:1]


def test_nobody_of_that_id_and_nothing_at_that_time(client) -> None:
    assert client.get("/map", params={"actor": "n-none"}).status_code == 404
    assert client.get("/timeline", params={"actor": "n-none"}).status_code == 404
    assert "Nothing here has a place" in client.get("/map", params={"event": "ev-none"}).text
