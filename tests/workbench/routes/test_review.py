"""The review pages without a script: every key has a form or a link, and nothing is lost where people meet."""

import re

import pytest

from testimonia.review import questions


def first(store, number: int = 0):
    return questions(store, limit=number + 1)[number].record


def decisions(record: str) -> str:
    return f"/review/records/{record}/decisions"


def test_without_a_name_nothing_is_decided_and_a_name_is_asked_once(client_of, own_kb, post):
    client = client_of(own_kb, port=8765)
    page = client.get("/review")
    assert "Who decides?" in page.text and "<fieldset disabled>" in page.text
    record = re.search(r'data-record="([^"]+)"', page.text)[1]
    assert post(client, decisions(record), {"verb": "accept"}).status_code == 400
    answer = post(client, "/review/name", {"name": " Анна  Example ", "back": "/review?kind=claim"})
    assert (answer.status_code, answer.headers["location"]) == (303, "/review?kind=claim")
    cookie = answer.headers["set-cookie"]
    assert "SameSite=strict" in cookie and "HttpOnly" in cookie
    assert "Анна Example" in client.get("/review").text


@pytest.mark.parametrize("name", ["", "  ", "rule:mine", "\0"])
def test_a_name_that_is_none_is_refused(client_of, own_kb, post, name):
    answer = post(client_of(own_kb, port=8765), "/review/name", {"name": name})
    assert answer.status_code == 400
    assert "set-cookie" not in answer.headers


def test_a_verdict_goes_on_to_the_next_and_says_what_was_done(anna, own, post):
    record, following = first(own), first(own, 1)
    answer = post(anna, decisions(record.id), {"verb": "accept", "because": "as the facsimile has it", "next": following.id})
    assert answer.status_code == 303
    page = anna.get(answer.headers["location"])
    assert "Accepted." in page.text and f'data-record="{following.id}"' in page.text
    standing = own.standing(record.id)
    assert (standing.state, standing.counting[0].by, standing.counting[0].comment) == ("accepted", "anna", "as the facsimile has it")


def test_the_script_gets_only_the_part_that_changes_and_its_address(anna, own):
    record, following = first(own), first(own, 1)
    headers = {"Origin": "http://127.0.0.1:8765", "X-Part": "desk"}
    answer = anna.post(decisions(record.id), data={"verb": "reject", "next": following.id, "kind": "all"}, headers=headers)
    assert answer.status_code == 200
    assert "<html" not in answer.text and f'data-record="{following.id}"' in answer.text
    assert answer.headers["x-here"] == f"/review?record={following.id}"
    assert own.standing(record.id).state == "rejected"


def test_skipping_decides_nothing_and_goes_behind_it(anna, own):
    one, two = questions(own, limit=2)
    page = anna.get("/review", params={"after": one.cursor})
    assert f'data-record="{two.record.id}"' in page.text
    assert "from the beginning" in page.text
    assert own.newest_decision() == 0


def test_undo_brings_the_record_back_into_focus(anna, own, post):
    record = first(own)
    post(anna, decisions(record.id), {"verb": "reject"})
    answer = post(anna, "/review/undo", {})
    page = anna.get(answer.headers["location"])
    assert "Taken back." in anna.get(f"{answer.headers['location']}").text
    assert f'data-record="{record.id}"' in page.text
    assert own.standing(record.id).state == "proposed"
    nothing = post(anna, "/review/undo", {})
    assert nothing.status_code == 400 and "decided nothing" in nothing.text


def test_the_second_of_two_is_told_and_can_decide_seeing_it(anna, clara, own, post):
    record = first(own)
    post(anna, decisions(record.id), {"verb": "reject", "because": "about the party"})
    late = post(clara, decisions(record.id), {"verb": "accept", "because": "my own reason"})
    assert late.status_code == 409
    assert "anna rejected it meanwhile" in late.text and "about the party" in late.text and "my own reason" in late.text
    assert "data-careful" in late.text and "Settle it" in late.text
    seen = re.search(r'name="seen" value="(z-[^"]+)"', late.text)[1]
    assert post(clara, decisions(record.id), {"verb": "accept", "seen": seen}).status_code == 303
    assert own.standing(record.id).state == "contested"
    queue = anna.get("/review")
    assert f'data-record="{record.id}"' in queue.text and "People differ" in queue.text
    seen = own.standing(record.id).latest
    post(anna, decisions(record.id), {"verb": "accept", "seen": seen, "settle": "true", "because": "the facsimile"})
    assert own.standing(record.id).state == "accepted"


def test_the_same_verdict_twice_is_one(anna, own, post):
    record = first(own)
    for _ in range(2):
        assert post(anna, decisions(record.id), {"verb": "accept"}).status_code == 303
    assert len(list(own.decisions(record=record.id))) == 1


def test_a_comment_decides_nothing_and_is_shown(anna, own, post):
    record = first(own)
    assert post(anna, decisions(record.id), {"verb": "comment", "because": "<b>compare</b> the letter"}).status_code == 303
    page = anna.get("/review", params={"record": record.id})
    assert "&lt;b&gt;compare&lt;/b&gt; the letter" in page.text
    assert own.standing(record.id).state == "proposed"
    assert post(anna, decisions(record.id), {"verb": "comment", "because": " "}).status_code == 400


def test_a_correction_keeps_the_proposal_beside_it(anna, own, post):
    record = questions(own, kinds=("claim",), limit=1)[0].record
    form = anna.get(f"/review/records/{record.id}/correct")
    assert form.status_code == 200 and 'name="when"' in form.text
    answer = post(anna, f"/review/records/{record.id}/correct", {"when": "1987-05~", "stance": "estimated", "because": "it says about"})
    assert answer.status_code == 303, answer.text
    standing = own.standing(record.id)
    assert (standing.state, standing.made.when.edtf, standing.made.attribution.stance) == ("corrected", "1987-05~", "estimated")
    history = anna.get(f"/review/records/{record.id}").text
    assert "<del" in history and "1987-05~" in history and "As it was proposed" in history and "it says about" in history


@pytest.mark.parametrize(
    ("form", "field"),
    [
        ({"when": "sometime"}, "when"),
        ({"subject": "words that are nowhere"}, "subject"),
        ({"low": "many"}, "low"),
        ({"words": "nope nope"}, "words"),
    ],
)
def test_what_is_wrong_is_told_at_its_field_and_what_was_typed_stays(anna, own, post, form, field):
    record = questions(own, kinds=("claim",), limit=1)[0].record
    answer = post(anna, f"/review/records/{record.id}/correct", form | {"because": "my reason"})
    assert answer.status_code == 422
    assert f'id="wrong-{field}"' in answer.text and "my reason" in answer.text and form[field] in answer.text
    assert own.newest_decision() == 0


def test_a_correction_of_a_report_changes_its_figures(anna, own, post):
    record = next(one.record for one in questions(own, kinds=("report",), limit=200) if one.record.figures)
    answer = post(anna, f"/review/records/{record.id}/correct", {"figures": "killed 3..5\ninjured 8..", "status": "planned"})
    assert answer.status_code == 303, answer.text
    made = own.standing(record.id).made
    assert [(one.what, one.low, one.high) for one in made.figures] == [("killed", 3, 5), ("injured", 8, None)]
    assert made.status == "planned"


def test_a_correction_that_changes_nothing_and_one_too_late_are_told(anna, clara, own, post):
    record = first(own)
    same = post(anna, f"/review/records/{record.id}/correct", {})
    assert same.status_code == 422 and "nothing differs" in same.text
    post(clara, decisions(record.id), {"verb": "accept"})
    late = post(anna, f"/review/records/{record.id}/correct", {"stance": "estimated"})
    assert late.status_code == 409 and "clara accepted it meanwhile" in late.text


def test_what_is_rejected_or_corrected_is_still_told_with_its_history(anna, own, post):
    record = first(own)
    post(anna, decisions(record.id), {"verb": "reject", "to": "history"})
    page = anna.get(f"/review/records/{record.id}")
    assert page.status_code == 200 and "is-gone" in page.text and "Take my last decision on it back" in page.text
    assert post(anna, "/review/undo", {"record": record.id, "to": "history"}).headers["location"] == f"/review/records/{record.id}"
    assert anna.get("/review/records/c-0").status_code == 404


def test_progress_counts_by_kind_person_and_hour(anna, own, post):
    post(anna, decisions(first(own).id), {"verb": "accept"})
    page = anna.get("/review/progress").text
    assert "anna" in page and "an hour, by you today" in page


def test_a_form_goes_back_to_this_address_only(anna, post):
    for back in ("//example.org/", "https://example.org/", "/\\example.org", "/x\r\nSet-Cookie: a=b"):
        assert post(anna, "/review/name", {"name": "anna", "back": back}).headers["location"] == "/review"


def test_nothing_more_waits_at_the_end(anna, own):
    last = questions(own, limit=2_000)[-1]
    assert "Nothing more waits from here on" in anna.get("/review", params={"after": last.cursor}).text
    assert anna.get("/review", params={"after": "nonsense"}).status_code == 400


def test_words_that_mean_harm_stay_words(hostile, hostile_kb):
    hostile.cookies.set("testimonia_coder", "%3Cscript%3Ealert(9)%3C%2Fscript%3E")
    for path in ("/review", "/review?kind=claim", "/review/progress", "/review/identity", "/review/identity/log"):
        page = hostile.get(path)
        assert page.status_code == 200
        assert "<script>alert" not in page.text and "<svg onload" not in page.text and "<i>script" not in page.text
    for item in hostile.get("/api/review/queue").json()["items"]:
        for path in (f"/review/records/{item['record']}", f"/review/records/{item['record']}/correct"):
            page = hostile.get(path)
            assert page.status_code == 200 and "<script>alert" not in page.text and "<svg onload" not in page.text
    turned = next(
        item["record"] for item in hostile.get("/api/review/queue").json()["items"] if "turn" in item["text"] or "\u202e" in item["text"]
    )
    assert "hidden-char" in hostile.get(f"/review/records/{turned}").text
