"""Claims made by hand: grounded by construction, and told at its field what is wrong."""

import re

import pytest


@pytest.fixture
def place(own):
    """A claim of the sample with an object: its document, its words and whom it names."""
    return next(
        one
        for one in own.claims()
        if one.predicate == "member_of" and one.object is not None and one.subject.how == "name" and one.object.how == "name"
    )


def form_of(place, **more: str) -> dict[str, str]:
    span = place.evidence[0]
    return {"start": str(span.start), "end": str(span.end), "subject": place.subject.words, "object": place.object.words, **more}


def test_a_selection_becomes_a_claim_of_its_words(anna, own, place, post):
    answer = post(anna, f"/documents/{place.document}/claims", form_of(place, predicate="allied_with", when="1999"))
    assert answer.status_code == 303, re.findall(r'problem-at"[^>]*>([^<]*)', answer.text)
    record = answer.headers["location"].partition("#")[2]
    made = own.standing(record).made
    assert (made.predicate, made.when.edtf, made.evidence) == ("allied_with", "1999", place.evidence)
    assert (made.subject.referent, made.object.referent) == (place.subject.referent, place.object.referent)
    assert record in anna.get(answer.headers["location"]).text


def test_the_form_shows_the_words_and_the_names_of_the_document(anna, place):
    span = place.evidence[0]
    page = anna.get(f"/documents/{place.document}/claims/new", params={"start": span.start, "end": span.end})
    assert page.status_code == 200 and place.subject.words in page.text and '<datalist id="known">' in page.text
    assert anna.get(f"/documents/{place.document}/claims/new").status_code == 200
    assert anna.get("/documents/d-0/claims/new").status_code == 404


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"predicate": ""}, "predicate"),
        ({"predicate": "allied_with", "when": "once"}, "when"),
        ({"predicate": "allied_with", "subject": "nobody of this name"}, "subject"),
        ({"predicate": "allied_with", "object": ""}, "predicate"),
        ({"predicate": "allied_with", "text": "words"}, "text"),
        ({"predicate": "allied_with", "start": "", "end": "", "words": "not there at all"}, "words"),
    ],
)
def test_what_breaks_the_codebook_is_told_at_its_field(anna, own, place, post, wrong, field):
    answer = post(anna, f"/documents/{place.document}/claims", form_of(place, comment="kept words") | wrong)
    assert answer.status_code == 422
    assert f'id="wrong-{field}"' in answer.text and "kept words" in answer.text
    assert own.newest_decision() == 0


def test_without_a_name_it_is_asked_and_then_kept(client_of, own_kb, own, place, post):
    client = client_of(own_kb, port=8765)
    form = form_of(place, predicate="allied_with")
    assert 'id="wrong-by"' in post(client, f"/documents/{place.document}/claims", form).text
    answer = post(client, f"/documents/{place.document}/claims", form | {"by": "Clara"})
    assert answer.status_code == 303 and "testimonia_coder=Clara" in answer.headers["set-cookie"]


def test_the_quick_form_puts_its_value_where_the_predicate_has_it(anna, own, place, post):
    answer = post(
        anna, f"/documents/{place.document}/claims", form_of(place, predicate="strength", value="40..60", object="", unit="fighters")
    )
    assert answer.status_code == 303, re.findall(r'problem-at"[^>]*>([^<]*)', answer.text)
    made = own.standing(answer.headers["location"].partition("#")[2]).made
    assert (made.value.low, made.value.high) == (40, 60)


def test_a_new_name_becomes_a_referent_of_the_document(anna, own, place, post):
    words = place.evidence[0].quote.split()
    form = form_of(place, predicate="allied_with", subject=words[0], subject_kind="armed_group")
    answer = post(anna, f"/documents/{place.document}/claims", form)
    assert answer.status_code == 303, re.findall(r'problem-at"[^>]*>([^<]*)', answer.text)
    made = own.standing(answer.headers["location"].partition("#")[2]).made
    assert made.subject.referent in own.referents_named([made.subject.referent])


def test_the_api_takes_a_draft(anna, own, place, sent):
    span = place.evidence[0]
    draft = {"start": span.start, "end": span.end, "predicate": "allied_with", "subject": {"referent": place.subject.referent}}
    path = f"/api/documents/{place.document}/claims"
    assert sent(anna, path, {"draft": draft, "by": "anna"}).status_code == 400
    made = sent(anna, path, {"draft": draft | {"object": {"referent": place.object.referent}}, "by": "anna"})
    assert made.status_code == 201 and own.standing(made.json()["record"]).state == "accepted"
    again = sent(anna, path, {"draft": draft | {"object": {"referent": place.object.referent}}, "by": "anna"})
    assert again.status_code == 400 and "is there already" in again.json()["detail"]


@pytest.fixture
def told(own):
    """An event report of the sample with both sides and a place: its document, its words and whom it names."""
    return next(
        one
        for one in own.reports()
        if one.target and any(side.how == "name" for side in one.initiator) and any(p.referent for p in one.where)
    )


def report_of(told, **more: str) -> dict[str, str]:
    span, initiator = told.evidence[0], next(side for side in told.initiator if side.how == "name")
    at = {"start": str(span.start), "end": str(span.end)}
    return at | {"type": "MOBILIZE", "status": "happened", "initiator": initiator.words, "where": told.where[0].words, **more}


def test_a_selection_becomes_an_event_report_of_its_words(anna, own, told, post):
    form = report_of(told, when="1999-05", figures="killed 3..5", event_mode="troops", mode="within", comment="seen there")
    answer = post(anna, f"/documents/{told.document}/reports", form)
    assert answer.status_code == 303, re.findall(r'problem-at"[^>]*>([^<]*)', answer.text)
    record = answer.headers["location"].partition("#")[2]
    made = own.standing(record).made
    assert (made.type, made.mode, made.when.edtf, made.evidence) == ("MOBILIZE", "troops", "1999-05", told.evidence)
    assert made.initiator[0].referent in {side.referent for side in told.initiator}
    assert [(figure.what, figure.low, figure.high) for figure in made.figures] == [("killed", 3, 5)]
    assert made.where[0].referent is not None and own.standing(record).state == "accepted"
    assert record in anna.get(answer.headers["location"]).text


def test_the_form_of_a_report_shows_the_words_and_leads_to_that_of_a_claim(anna, told):
    span = told.evidence[0]
    page = anna.get(f"/documents/{told.document}/reports/new", params={"start": span.start, "end": span.end})
    assert page.status_code == 200 and 'name="figures"' in page.text and "initiator_kind" in page.text
    assert f"/documents/{told.document}/claims/new?start={span.start}" in page.text
    assert f"/documents/{told.document}/reports/new" in anna.get(f"/documents/{told.document}").text


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"type": ""}, "type"),
        ({"type": "WAR"}, "type"),
        ({"event_mode": "aerial"}, "event_mode"),
        ({"when": "once"}, "when"),
        ({"figures": "many dead"}, "figures"),
        ({"figures": "apples 3"}, "figures"),
        ({"target": "nobody of this name"}, "target"),
        ({"when": "1999", "recurrent": "yes"}, "when"),
        ({"status": "true"}, "status"),
    ],
)
def test_what_is_wrong_with_a_report_is_told_at_its_field_and_nothing_is_kept(anna, own, told, post, wrong, field):
    answer = post(anna, f"/documents/{told.document}/reports", report_of(told, comment="kept words") | wrong)
    assert answer.status_code == 422
    assert f'id="wrong-{field}"' in answer.text and "kept words" in answer.text
    assert own.newest_decision() == 0


def test_a_side_that_the_document_does_not_name_becomes_one_of_its_names(anna, own, told, post):
    words = told.evidence[0].quote.split()[-1].strip(".,;")
    answer = post(anna, f"/documents/{told.document}/reports", report_of(told, target=words, target_kind="armed_group"))
    assert answer.status_code == 303, re.findall(r'problem-at"[^>]*>([^<]*)', answer.text)
    made = own.standing(answer.headers["location"].partition("#")[2]).made
    assert made.target[0].referent in own.referents_named([made.target[0].referent])
    assert made.initiator[0].referent in {side.referent for side in told.initiator}


def test_the_api_takes_a_report(anna, own, told, sent):
    span, path = told.evidence[0], f"/api/documents/{told.document}/reports"
    draft = {"start": span.start, "end": span.end, "type": "AID", "initiator": [{"referent": told.initiator[0].referent}]}
    made = sent(anna, path, {"draft": draft | {"when": "2001"}, "by": "anna"})
    assert made.status_code == 201 and own.standing(made.json()["record"]).state == "accepted"
    assert sent(anna, path, {"draft": draft | {"mode": "aerial"}, "by": "anna"}).status_code == 400
