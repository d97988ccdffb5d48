"""The page Lifelines over the sample."""


def test_it_begins_from_a_body_and_leads_to_the_claims_of_every_tie(client) -> None:
    (moro,) = client.get("/api/actors", params={"beginning": "moro national"}).json()["actors"]
    actor = moro["name"]["path"].removeprefix("/actors/")
    told = client.get("/api/lifelines", params={"actor": actor}).json()
    page = client.get("/lifelines", params={"actor": actor}).text
    assert {("Moro Islamic Liberation Front", "split_from")} <= {(tie["source"]["text"], tie["kind"]) for tie in told["ties"]}
    assert "<svg" in page
    assert all(f'href="#tie-{number}"' in page and f'id="tie-{number}"' in page for number in range(1, len(told["ties"]) + 1))


def test_without_a_body_it_takes_the_one_of_which_most_is_claimed(client) -> None:
    told = client.get("/api/lifelines").json()
    assert told["actor"] == told["offered"][0]["path"]


def test_steps_say_how_far_to_go(client) -> None:
    near, far = (client.get("/api/lifelines", params={"steps": steps}).json() for steps in (0, 3))
    assert [line["name"]["text"] for line in near["lines"]] == [near["name"]]
    assert len(far["lines"]) >= len(near["lines"])


def test_nobody_of_that_id(client) -> None:
    assert client.get("/lifelines", params={"actor": "n-none"}).status_code == 404
    assert client.get("/lifelines", params={"steps": 9}).status_code == 422
