"""Who is who: decided without a script, told where people meet, and worked out aside."""

import re

import pytest


@pytest.fixture
def pair(anna):
    return anna.get("/api/review/identity", params={"limit": 1}).json()["items"][0]


def ends(pair) -> dict[str, str]:
    return {"left": pair["left"], "right": pair["right"]}


def test_a_pair_is_shown_with_what_speaks_for_and_against_and_words_of_both(anna, pair):
    page = anna.get("/review/identity").text
    assert "speaks for one" in page and "Are these one, or two?" in page
    assert page.count('<figure class="quote">') >= 2


def test_a_decided_pair_leaves_at_once_and_comes_back_when_taken_back(anna, own, pair, post):
    total = anna.get("/api/review/identity").json()["total"]
    answer = post(anna, "/review/identity/decisions", ends(pair) | {"verdict": "different", "because": "two towns"})
    assert answer.status_code == 303
    after = anna.get("/api/review/identity").json()
    assert after["total"] == total - 1 and ends(pair) not in [ends(one) for one in after["items"]]
    log = anna.get("/review/identity/log").text
    assert "two towns" in log and pair["left_name"] in log
    assert post(anna, "/review/identity/undo", {}).status_code == 303
    assert anna.get("/api/review/identity").json()["total"] == total
    assert "taken back" in anna.get("/review/identity/log").text
    assert post(anna, "/review/identity/undo", {}).status_code == 400


def test_made_one_they_are_one_once_it_is_worked_out(anna, own, pair, post):
    post(anna, "/review/identity/decisions", ends(pair) | {"verdict": "same"})
    assert "not seen in the entities" in anna.get("/review/identity").text
    assert post(anna, "/review/weigh", {"back": "/review/identity"}).headers["location"] == "/review/identity"
    assert anna.app.state.weigher.wait(60).state == "done"
    assert "not seen in the entities" not in anna.get("/review/identity").text
    left = own.entities_behind([one for entity in own.entities() for one in entity.referents])
    assert len({pair["left"], pair["right"]} & set(left.values())) <= 1


def test_the_second_of_two_is_told_and_can_decide_all_the_same(anna, clara, own, pair, post):
    post(anna, "/review/identity/decisions", ends(pair) | {"verdict": "different"})
    late = post(clara, "/review/identity/decisions", ends(pair) | {"verdict": "same", "because": "one letterhead"})
    assert late.status_code == 409 and "anna decided meanwhile that they are two" in late.text and "one letterhead" in late.text
    seen = re.search(r'name="seen" value="(j-[^"]+)"', late.text)[1]
    assert post(clara, "/review/identity/decisions", ends(pair) | {"verdict": "same", "seen": seen}).status_code == 303


def test_an_entity_is_divided_by_what_is_ticked(anna, own, post, sent):
    entity = next(one for one in own.entities() if len(one.referents) > 2)
    page = anna.get(f"/review/identity/entities/{entity.id}")
    assert page.text.count('name="leaving"') == len(entity.referents)
    nothing = post(anna, f"/review/identity/entities/{entity.id}", {"because": "x"})
    assert nothing.status_code == 400 and "would lose no referent" in nothing.text
    gone = entity.referents[0]
    assert post(anna, f"/review/identity/entities/{entity.id}", {"leaving": gone}).status_code == 303
    sent(anna, "/api/review/weighing", {})
    assert anna.app.state.weigher.wait(60).state == "done"
    behind = own.entities_behind(entity.referents)
    assert all(behind.get(one) != behind.get(gone) for one in entity.referents[1:])


def test_the_api_does_the_same(anna, own, pair, sent):
    taken = sent(anna, "/api/review/identity/decisions", ends(pair) | {"verdict": "different", "by": "anna"})
    assert (taken.status_code, taken.json()["verdict"]) == (201, "DIFFERENT")
    late = sent(anna, "/api/review/identity/decisions", ends(pair) | {"verdict": "same", "by": "clara"})
    assert late.status_code == 409 and late.json()["seen"].startswith("j-")
    assert anna.get("/api/review/identity/log").json()["items"][0]["by"] == "anna"
    assert sent(anna, "/api/review/identity/undo", {"by": "anna"}).json()["verdict"] == "WITHDRAWN"
    assert anna.get(f"/api/review/identity/entities/{pair['left']}").json()["entity"] == pair["left"]
    assert sent(anna, f"/api/review/identity/entities/{pair['left']}", {"leaving": ["r-0"], "by": "anna"}).status_code == 400
    assert anna.get("/review/identity/entities/o-0").status_code == 404
    assert sent(anna, "/api/review/identity/decisions", {"left": "x", "right": "y", "verdict": "same", "by": "anna"}).status_code == 404
