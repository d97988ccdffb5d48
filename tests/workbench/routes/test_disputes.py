"""The pages of disputes over the sample."""


def test_the_list_and_each_dispute_name_both_sides(client) -> None:
    told = client.get("/api/disputes").json()["disputes"]
    assert told
    for dispute in told:
        page = client.get(f"/disputes/{dispute['id']}")
        data = client.get(f"/api/disputes/{dispute['id']}").json()
        assert page.status_code == 200
        assert len(data["positions"]) == len(dispute["sides"]) > 1
        assert all(position["claims"] for position in data["positions"])


def test_a_dispute_says_by_which_rule_it_was_found(client) -> None:
    dispute = client.get("/api/disputes").json()["disputes"][0]
    assert client.get(f"/api/disputes/{dispute['id']}").json()["rule_reason"]


def test_the_list_can_be_narrowed(client) -> None:
    told = client.get("/api/disputes", params={"rule": "exclusive_date"}).json()
    assert told["disputes"]
    assert client.get("/api/disputes", params={"rule": "none_such"}).json()["disputes"] == []
    assert client.get("/api/disputes", params={"certainty": "perhaps"}).status_code == 422


def test_a_dispute_that_is_not_there(client) -> None:
    assert client.get("/disputes/x-none").status_code == 404
