"""The page of one tie, and the pictures that leave words to it."""

from testimonia.workbench.routes import network


def test_a_tie_is_shown_with_the_words_of_its_claims(client) -> None:
    (moro,) = client.get("/api/actors", params={"beginning": "moro islamic lib"}).json()["actors"]
    tie = client.get(f"/api{moro['name']['path']}/network").json()["ties"][0]
    told = client.get(f"/api{tie['path']}").json()["tie"]
    assert (told["kind"], told["source"], told["target"]) == (tie["kind"], tie["source"], tie["target"])
    assert {claim["id"] for claim in tie["claims"]} <= {claim["id"] for claim in told["claims"]}
    page = client.get(tie["path"]).text
    assert '<ol class="claims">' in page
    assert f'id="{told["claims"][0]["id"]}"' in page


def test_a_picture_of_many_claims_leads_to_their_words(client, monkeypatch) -> None:
    monkeypatch.setattr(network, "IN_WORDS", 0)
    (moro,) = client.get("/api/actors", params={"beginning": "moro islamic lib"}).json()["actors"]
    ties = client.get(f"/api{moro['name']['path']}/network").json()["ties"]
    assert ties
    assert all(tie["number"] and not tie["claims"] for tie in ties)
    page = client.get(f"{moro['name']['path']}/network").text
    assert f'<a class="words" href="{ties[0]["path"]}">' in page


def test_what_nobody_says(client) -> None:
    assert client.get("/ties/part_of/n-none/n-nobody").status_code == 404
    assert client.get("/ties/eats/n-none/n-nobody").status_code == 422
