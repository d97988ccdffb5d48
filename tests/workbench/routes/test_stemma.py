"""The pages of stemmata over the sample."""


def test_an_event_has_its_stemma_as_page_picture_and_graph(client) -> None:
    events = client.get("/api/events").json()["events"]
    most = max(events, key=lambda event: event["reports"])
    told = client.get(f"/api/stemma/{most['id']}").json()
    assert told["independent"] == len(told["trees"]) >= 1
    assert len(told["claims"]) == most["reports"]
    assert "Who has it from whom" in client.get(f"/stemma/{most['id']}").text
    assert client.get(f"/stemma/{most['id']}/picture.svg").text.lstrip().startswith("<")
    assert "graphml" in client.get(f"/stemma/{most['id']}/graph.graphml").text


def test_a_claim_has_its_stemma_with_those_that_agree(client) -> None:
    dispute = client.get("/api/disputes").json()["disputes"][0]
    claim = client.get(f"/api/disputes/{dispute['id']}").json()["positions"][0]["claims"][0]["id"]
    assert claim in {told["id"] for told in client.get(f"/api/stemma/{claim}").json()["claims"]}


def test_nothing_of_that_id(client) -> None:
    assert client.get("/stemma/c-none").status_code == 404
    assert client.get("/stemma/c-none/picture.exe").status_code == 422
