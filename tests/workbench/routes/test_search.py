"""Search over everything."""


def test_names_claims_and_documents_answer(client):
    found = client.get("/api/search", params={"q": "moro"}).json()
    assert found["names"]
    assert found["claims"]
    assert found["documents"]
    page = client.get("/search", params={"q": "moro"}).text
    assert found["claims"][0]["id"] in page
    assert found["names"][0]["name"] in page


def test_a_claim_found_quotes_the_words_around_it(client):
    claims = client.get("/api/search", params={"q": "moro"}).json()["claims"]
    assert any(claim["quotes"][0]["before"] or claim["quotes"][0]["after"] for claim in claims)


def test_suggestions_come_while_one_types_and_lead_to_the_search_of_words(client):
    page = client.get("/search/suggest", params={"q": "Moro Nat"}).text
    assert "Moro National Liberation Front" in page
    assert "/search?q=Moro%20Nat" in page
    assert "<html" not in page


def test_nothing_typed_suggests_nothing(client):
    assert client.get("/api/suggest", params={"q": "  "}).json() == []
    assert "<a" not in client.get("/search/suggest").text


def test_what_nothing_answers_to_is_told(client):
    assert "Nothing answers to these words" in client.get("/search", params={"q": "xyzzyplugh"}).text


def test_claims_are_those_that_the_lens_leaves(client):
    lens = '{"name": "ngo", "publishers": {"kinds": ["ngo"]}}'
    claims = client.get("/api/search", params={"q": "moro", "lens": lens}).json()["claims"]
    everybodys = client.get("/api/search", params={"q": "moro"}).json()["claims"]
    publishers = {claim["voices"][0]["name"]["text"] for claim in claims}
    assert publishers == {"Demo Relief Report"}
    assert len(claims) < len(everybodys)
