"""The page of an actor's network over the sample."""


def test_an_actor_has_its_network_with_the_claims_of_every_tie(client) -> None:
    (moro,) = client.get("/api/actors", params={"beginning": "moro national"}).json()["actors"]
    path = moro["name"]["path"]
    told = client.get(f"/api{path}/network").json()
    page = client.get(f"{path}/network").text
    assert told["network"]["nodes"][0]["id"] == told["network"]["centre"]
    assert {("Moro Islamic Liberation Front", "split_from")} <= {(tie["source"]["text"], tie["kind"]) for tie in told["ties"]}
    assert all(f'id="tie-{number}"' in page for number in range(1, len(told["ties"]) + 1))
    assert 'id="network-data"' in page


def test_nobody_of_that_id(client) -> None:
    assert client.get("/actors/n-none/network").status_code == 404
