"""What the review pages are given."""

from testimonia.review import questions


def test_a_disputed_record_is_shown_with_what_stands_against_it(client, sample):
    disputed = next(one for one in questions(sample, limit=200) if one.tier == 1)
    told = client.get(f"/api/review/records/{disputed.record.id}").json()
    assert told["disputes"][0]["why"] and told["disputes"][0]["against"]
    assert disputed.record.id not in [one["id"] for one in told["disputes"][0]["against"]]
    assert told["claim"]["reason"], "the rule's reason"
    quote = told["claim"]["quotes"][0]
    assert quote["before"] or quote["after"]


def test_what_waits_and_what_was_decided_add_up(client, sample):
    progress = client.get("/api/review/progress").json()
    counts = sample.counts()
    assert progress["open"] + progress["done"] == counts["claims"] + counts["reports"]
    assert progress["coders"] == [] and progress["weighing"]["state"] == "idle"


def test_every_record_in_sight_has_a_reason_to_stand_where_it_does(client):
    items = client.get("/api/review/queue", params={"limit": 200}).json()["items"]
    assert all(one["why"] and one["text"] for one in items)
    assert [one["part"] for one in items] == sorted(
        (one["part"] for one in items), key=["contested", "disputed", "agreed", "doubtful", "rest"].index
    )
