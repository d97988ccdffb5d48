"""Two lenses side by side over the sample."""

NGO = '{"name":"ngo","publishers":{"kinds":["ngo"]}}'
REFERENCE = '{"name":"reference","publishers":{"kinds":["encyclopaedia"]}}'


def actor_of(client) -> str:
    (moro,) = client.get("/api/actors", params={"beginning": "moro national"}).json()["actors"]
    return moro["name"]["path"].removeprefix("/actors/")


def test_it_tells_what_only_one_lens_believes_and_where_they_differ(client) -> None:
    told = client.get("/api/compare", params={"a": NGO, "b": REFERENCE, "actor": actor_of(client)}).json()
    founded = next(one for one in told["claims"] if "was founded" in one["about"])
    assert (founded["believed"], founded["left_holds"], founded["right_holds"]) == ("differs", "1969", "1972")
    assert {one["believed"] for one in told["claims"]} >= {"differs", "only right"}
    page = client.get("/compare", params={"a": NGO, "b": REFERENCE, "actor": actor_of(client)}).text
    assert "A: <bdi>1969</bdi>" in page
    assert page.count("they differ") >= 1


def test_one_lens_against_itself_differs_in_nothing(client) -> None:
    told = client.get("/api/compare", params={"actor": actor_of(client)}).json()
    assert set(told["counts"]) == {"both"}


def test_an_event_has_its_figures_under_both(client) -> None:
    events = client.get("/api/events", params={"with_tolls": True}).json()["events"]
    told = client.get("/api/compare", params={"event": events[0]["id"]}).json()
    assert told["tolls"][0] == told["tolls"][1] != []


def test_nothing_chosen_offers_actors_and_nobody_is_not_found(client) -> None:
    assert client.get("/api/compare").json()["offered"]
    assert client.get("/compare", params={"actor": "n-none"}).status_code == 404
    assert client.get("/compare", params={"event": "ev-none"}).status_code == 404
    assert client.get("/compare", params={"a": "no such lens"}).status_code == 400
