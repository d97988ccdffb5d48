"""The first page."""


def test_it_says_what_is_in_the_knowledge_base_and_where_to_begin(client, sample):
    page = client.get("/api/home").json()
    figures = {figure["label"]: figure["number"] for figure in page["figures"]}
    assert figures["documents"] == sample.counts()["documents"]
    assert figures["claims"] == sample.counts()["claims"]
    assert page["actors"]
    assert page["disputes"]
    assert page["waiting"][0]["number"] == sample.counts()["claims"] + sample.counts()["reports"]
    assert client.get("/").text.count("<li>") > len(page["actors"])
