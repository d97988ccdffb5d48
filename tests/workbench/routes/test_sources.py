"""The page Sources."""


def test_it_lists_the_register_with_the_number_of_documents(client, sample):
    data = client.get("/api/sources").json()
    assert sum(source["documents"] for source in data["sources"]) == sample.counts()["documents"]
    assert "Demo Rights Monitor" in client.get("/sources").text


def test_publishers_that_are_not_registered_are_named_and_told(hostile):
    assert hostile.get("/api/sources").json()["unregistered"] == 5
    assert "The register says nothing of 5 publishers" in hostile.get("/sources").text
