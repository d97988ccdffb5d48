"""The page Problems, on its way through the workbench."""


def test_the_sample_has_none_and_the_page_says_so(client):
    page = client.get("/problems")
    assert page.status_code == 200
    assert "Everything could be done" in page.text


def test_the_same_is_given_as_data(client):
    assert client.get("/api/problems").json()["total"] == 0


def test_a_number_beyond_64_bits_is_refused_and_breaks_nothing(client):
    assert client.get("/problems", params={"after": 10**30}).status_code == 422


def test_an_unknown_rule_gives_an_empty_page(client):
    page = client.get("/problems", params={"rule": "<script>alert(1)</script>"})
    assert page.status_code == 200
    assert "<script>alert" not in page.text
