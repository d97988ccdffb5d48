"""The reader of one document."""

import re

import pytest


@pytest.fixture
def document(sample):
    return max(sample.documents(), key=lambda document: len(document.text))


def test_marked_words_and_claims_lead_to_one_another(client, document):
    page = client.get(f"/documents/{document.id}").text
    noted = set(re.findall(r'<a class="note" href="#([^"]+)"', page))
    held = set(re.findall(r'<article class="claim[^"]*" id="([^"]+)"', page))
    assert noted == held
    anchors = set(re.findall(r'id="(at-\d+)"', page))
    assert set(re.findall(r'href="[^"]*#(at-\d+)" data-at', page)) <= anchors


def test_the_text_is_the_documents_own(client, document):
    segments = client.get(f"/api/documents/{document.id}").json()["segments"]
    assert "".join(segment["text"] for segment in segments) == document.text


@pytest.mark.parametrize("name", ["whats", "voices", "statuses"])
def test_a_filter_leaves_as_many_claims_as_it_says(client, document, name):
    field = {"whats": "what", "voices": "voice", "statuses": "status"}[name]
    address = f"/api/documents/{document.id}"
    for facet in client.get(address).json()[name]:
        assert client.get(address, params={field: facet["value"]}).json()["shown"] == facet["number"]


def test_numbers_of_claims_stay_under_a_filter(client, document):
    address = f"/api/documents/{document.id}"
    numbers = {each["claim"]["id"]: each["number"] for each in client.get(address).json()["claims"]}
    what = client.get(address).json()["whats"][-1]["value"]
    for each in client.get(address, params={"what": what}).json()["claims"]:
        assert each["number"] == numbers[each["claim"]["id"]]


def test_the_beginning_of_an_identifier_is_not_the_document(client, document):
    assert client.get(f"/documents/{document.id[:-2]}").status_code == 404
