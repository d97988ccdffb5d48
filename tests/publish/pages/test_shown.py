"""A claim as every page shows it."""

from dataclasses import replace

from testimonia.model.entity import Entity
from testimonia.model.party import Party
from testimonia.model.valid_time import valid_time
from testimonia.publish.pages.shown import (
    Named,
    entity_path,
    linked,
    range_shown,
    report_in_words,
    shown_claim,
    shown_quote,
    shown_time,
    shown_voice,
    title_of,
)


def test_a_claim_is_shown_with_its_voices_time_and_names_that_lead_somewhere(catalogue):
    made = catalogue("a > Ana Cruz | Example Front | founded | | 1972", "b | Example Front | founded | | 1972")
    claim = made.knowledge.claims[0]
    made = replace(made, knowledge=replace(made.knowledge, reviewed={claim.id: "accepted"}))
    shown = shown_claim(made, claim)
    assert shown.text == "Example Front was founded"
    assert "".join(piece.text for piece in shown.statement) == shown.text
    assert shown.statement[0].path == f"/actors/{made.knowledge.who(claim.subject)}"
    assert [voice.name.text for voice in shown.voices] == ["Daily Example", "Ana Cruz"]
    assert [voice.is_publisher for voice in shown.voices] == [True, False]
    assert shown.when.words == "1972"
    assert shown.witnesses == 2
    assert shown.review == "accepted"
    assert shown.status is None


def test_what_is_disputed_names_its_disputes(catalogue):
    made = catalogue("a | Example Front | founded | | 1972", "b | Example Front | founded | | 1985")
    assert shown_claim(made, made.knowledge.claims[0]).disputes == (made.findings.disputes[0].id,)


def test_a_report_is_a_sentence_with_its_figures(catalogue):
    made = catalogue(reports=("a | ASSAULT | Example Front -> Sample Army | Jolo | 2015-02 | killed 8 | happened",))
    report = made.knowledge.reports[0]
    shown = shown_claim(made, report)
    assert shown.kind == "report"
    assert shown.status == "happened"
    assert shown.text == report_in_words(made, report)
    assert "Example Front" in shown.text
    assert "killed: 8" in shown.text
    assert shown.event in made.events


def test_names_in_a_sentence_lead_to_their_pages_longest_first():
    pieces = linked("New Front split from Front", [Named("Front", "/f"), Named("New Front", "/n")])
    assert [(piece.text, piece.path) for piece in pieces] == [("New Front", "/n"), (" split from ", None), ("Front", "/f")]


def test_a_name_that_does_not_stand_there_changes_nothing():
    assert linked("nothing here", [Named("Front", "/f"), Named("", "/e")]) == (Named("nothing here"),)


def test_an_undated_claim_has_no_time_and_a_derived_one_says_so():
    assert shown_time(None) is None
    when = replace(valid_time("1972/..", mode="throughout"), basis="derived")
    shown = shown_time(when)
    assert (shown.words, shown.low, shown.high, shown.is_derived) == ("since 1972", "1972-01-01", None, True)


def test_a_voice_that_is_described_only_stays_in_words(catalogue):
    shown = shown_voice(catalogue("a | Example Front | founded | | 1972"), Party("a resident"))
    assert (shown.name, shown.kind, shown.is_publisher) == (Named("a resident"), None, False)


def test_a_quotation_stands_with_the_words_around_it(catalogue):
    made = catalogue("a | Example Front | founded | | 1972", texts={"a": "Before. Quoted words. After."})
    claim = made.knowledge.claims[0]
    from testimonia.model.evidence import Evidence

    shown = shown_quote(made, Evidence(claim.document, 8, 20, "Quoted words"))
    assert (shown.before, shown.quote, shown.after) == ("Before. ", "Quoted words", ". After.")


def test_places_and_named_events_have_no_page_of_an_actor():
    assert entity_path(Entity("n-1", "place", "Jolo", (), ())) is None
    assert entity_path(Entity("n-2", "coalition", "Alliance", (), ())) == "/actors/n-2"


def test_a_document_without_a_title_is_called_by_its_file(catalogue):
    document = next(iter(catalogue("a | X | founded | | 1972").knowledge.documents.values()))
    assert title_of(document) == "a.txt"


def test_ranges_read_as_words():
    assert range_shown(8, None) == "at least 8"
