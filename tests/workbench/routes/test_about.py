"""The pages About, and Keyboard and help."""


def test_it_says_by_what_the_knowledge_base_was_made_and_what_it_cannot_tell(client, sample):
    data = client.get("/api/about").json()
    assert data["stamps"]["codebook"] == sample.meta()["codebook"]
    assert len(data["inputs"]) == 64
    page = client.get("/about").text
    assert data["inputs"] in page
    assert "Nothing here decides who is right" in page


def test_help_names_the_keys(client):
    page = client.get("/help").text
    assert "<kbd>j</kbd>" in page
    assert "<kbd>/</kbd>" in page
