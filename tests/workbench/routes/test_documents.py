"""The list of documents."""


def test_the_newest_comes_first_and_parts_follow_one_another(client, sample):
    first = client.get("/api/documents", params={"limit": 4}).json()
    rest = client.get("/api/documents", params={"limit": 500, "after": first["after"]}).json()
    titles = [line["id"] for line in (*first["documents"], *rest["documents"])]
    assert len(titles) == len(set(titles)) == sample.counts()["documents"]
    assert rest["after"] is None
    assert first["documents"][0]["published"] > rest["documents"][-1]["published"]


def test_it_can_be_narrowed_to_a_kind_of_publisher(client):
    found = client.get("/api/documents", params={"kind": "ngo"}).json()["documents"]
    assert {line["kind"] for line in found} == {"ngo"}
    assert "Demo Rights Monitor" in client.get("/documents", params={"kind": "ngo"}).text


def test_publishers_of_unknown_kind_are_a_kind_too(hostile):
    assert len(hostile.get("/api/documents", params={"kind": "unknown"}).json()["documents"]) == 5


def test_what_nothing_answers_to_is_told(client):
    assert "No document answers to this" in client.get("/documents", params={"publisher": "Nobody"}).text


def test_a_mark_of_a_part_that_was_never_given_breaks_nothing(client):
    assert client.get("/documents", params={"after": "x'; --"}).status_code in (200, 400)
