"""The API of review."""

from testimonia.review import questions


def test_the_queue_comes_in_parts_and_says_what_each_is(anna, own):
    part = anna.get("/api/review/queue", params={"limit": 5}).json()
    assert len(part["items"]) == 5 and part["after"]
    assert all(one["kind"] == ("claim" if one["record"].startswith("c-") else "report") for one in part["items"])
    following = anna.get("/api/review/queue", params={"limit": 5, "after": part["after"]}).json()
    assert not {one["record"] for one in part["items"]} & {one["record"] for one in following["items"]}
    assert anna.get("/api/review/queue", params={"after": "x"}).status_code == 400


def test_a_decision_names_what_it_saw(anna, own, sent):
    record = questions(own, limit=1)[0].record.id
    path = f"/api/review/records/{record}/decisions"
    taken = sent(anna, path, {"verb": "accept", "by": "anna"})
    assert taken.status_code == 201
    assert (taken.json()["state"], taken.json()["verdict"]) == ("accepted", "ACCEPTED")
    late = sent(anna, path, {"verb": "reject", "by": "clara"})
    assert late.status_code == 409
    assert late.json()["seen"] == taken.json()["seen"] and "anna accepted it meanwhile" in late.json()["detail"]
    again = sent(anna, path, {"verb": "reject", "by": "clara", "seen": late.json()["seen"], "settle": True})
    assert (again.status_code, again.json()["state"]) == (201, "rejected")
    told = anna.get(f"/api/review/records/{record}").json()
    assert [one["verdict"] for one in told["decisions"]] == ["ACCEPTED", "REJECTED"]
    assert sent(anna, "/api/review/undo", {"by": "clara"}).json()["state"] == "accepted"


def test_a_correction_is_a_change_of_fields(anna, own, sent):
    record = questions(own, kinds=("claim",), limit=1)[0].record
    path = f"/api/review/records/{record.id}/decisions"
    taken = sent(anna, path, {"verb": "correct", "by": "anna", "change": {"when": "1987", "polarity": "denied"}})
    assert taken.status_code == 201, taken.text
    assert own.standing(record.id).made.polarity == "denied"
    wrong = sent(anna, path, {"verb": "correct", "by": "anna", "seen": taken.json()["seen"], "change": {"status": "planned"}})
    assert wrong.status_code == 400 and "no field status" in wrong.json()["detail"]


def test_what_cannot_be_is_told_as_json(anna, own, sent):
    record = questions(own, limit=1)[0].record.id
    path = f"/api/review/records/{record}/decisions"
    assert sent(anna, path, {"verb": "accept", "by": "rule:x"}).status_code == 400
    assert sent(anna, path, {"verb": "agree", "by": "anna"}).status_code == 422
    assert sent(anna, "/api/review/records/c-0/decisions", {"verb": "accept", "by": "anna"}).status_code == 404
    assert sent(anna, "/api/review/undo", {"by": "nobody"}).status_code == 400
    odd = anna.post(path, content=b'{"verb":"accept","by":"a\\ud800","because":"\\udfff\\u0000"}', headers=JSON)
    assert odd.status_code == 201 and own.standing(record).counting[0].by == "a"


JSON = {"Origin": "http://127.0.0.1:8765", "Content-Type": "application/json"}


def test_a_time_is_read_while_it_is_typed(anna):
    assert anna.get("/api/review/time", params={"edtf": "1998-05~"}).json() == {
        "edtf": "1998-05~",
        "is_valid": True,
        "words": "about May 1998",
    }
    assert not anna.get("/api/review/time", params={"edtf": "some day"}).json()["is_valid"]


def test_what_follows_is_worked_out_aside(anna, own, sent):
    disputed = next(one.record for one in questions(own, limit=50) if one.tier == 1)
    sent(anna, f"/api/review/records/{disputed.id}/decisions", {"verb": "reject", "by": "anna"})
    assert anna.get("/api/review/progress").json()["stale"] == 1
    assert "Weigh again" in anna.get("/review").text
    assert anna.get("/api/review/weighing").json()["state"] == "idle"
    assert sent(anna, "/api/review/weighing", {}).status_code == 202
    assert anna.app.state.weigher.wait(60).state == "done"
    assert anna.get("/api/review/progress").json()["stale"] == 0
    assert not own.stale()
