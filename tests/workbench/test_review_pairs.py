"""What the pages of identity are given."""

from testimonia.store import About


def test_pairs_come_in_parts_and_the_likeliest_first(client):
    every = client.get("/api/review/identity", params={"limit": 200}).json()
    scores = [one["score"] for one in every["items"]]
    assert scores == sorted(scores, reverse=True) and len(scores) == every["total"] and every["after"] is None
    part = client.get("/api/review/identity", params={"limit": 1, "after": 1}).json()
    assert part["items"] == every["items"][1:2] and part["after"] == 2


def test_an_entity_is_shown_with_the_words_of_every_document(client, sample):
    entity = max((one for one in sample.entities() if one.kind != "place"), key=lambda one: len(one.referents))
    page = client.get(f"/api/review/identity/entities/{entity.id}").json()
    assert page["total"] == len(entity.referents) == len(page["referents"])
    assert {one["quote"]["document"] for one in page["referents"] if one["quote"]} <= set(
        sample.part(About(entity=entity.id)).knowledge.documents
    ) | {document.id for document in sample.documents(texts=False)}
    quote = next(one["quote"] for one in page["referents"] if one["quote"])
    assert sample.document(quote["document"]).text[quote["start"] : quote["end"]] == quote["quote"]


def test_nobody_has_decided_anything_at_first(client):
    assert client.get("/api/review/identity/log").json()["items"] == []
