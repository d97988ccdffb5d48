"""Views: each line leads to its words, its voices and what speaks against it."""

import pytest

from testimonia.errors import RecordError
from testimonia.publish.catalogue import catalogue_of
from testimonia.publish.views import actor_profile, claim_view, dispute_view, document_view, event_view


@pytest.fixture
def catalogue(knowledge, findings):
    return catalogue_of(knowledge, findings, reasons={"founded_in": "A body that 'was founded in' a year is founded then."})


def test_a_profile_lists_claims_by_predicate_with_their_words(catalogue):
    profile = actor_profile(catalogue, "e-Example Front")
    assert [section.heading for section in profile.sections] == ["armed wing of", "founded", "strength", "has role (said of others)"]
    first, second = profile.sections[1].lines
    assert (first.when, first.quotation, first.publisher, first.chain) == (
        "1972",
        "was founded in 1972",
        "The Daily Example",
        ("The Daily Example",),
    )
    assert first.is_disputed
    assert second.witnesses == 2
    assert first.reason.startswith("A body")
    assert [event.id for event in profile.events] == ["ev-1"]
    assert [dispute.about for dispute in profile.disputes] == ["when Example Front was founded"]


def test_an_event_shows_its_figures_and_who_set_them(catalogue, knowledge):
    view = event_view(catalogue, knowledge.reports[0].id)
    assert [(toll.what, toll.low, toll.best, toll.high, toll.set_by) for toll in view.tolls] == [
        ("killed", 5, 5, 5, (knowledge.reports[0].id,))
    ]
    assert view.reports[0].statement.startswith("ASSAULT")


def test_a_dispute_shows_both_positions(catalogue, findings):
    view = dispute_view(catalogue, findings.disputes[0].id)
    assert [(position.holds, [line.when for line in position.lines]) for position in view.positions] == [
        ("1972", ["1972"]),
        ("1975", ["1975"]),
    ]


def test_a_document_lists_what_was_read_from_it_in_the_texts_order(catalogue, knowledge):
    view = document_view(catalogue, "d-a")
    starts = [knowledge.documents["d-a"].text.index(line.quotation) for line in view.claims]
    assert len(view.claims) == 5
    assert starts == sorted(starts)


def test_a_claim_shows_the_words_around_its_quotation(catalogue, knowledge):
    for record in (*knowledge.claims, *knowledge.reports):
        view = claim_view(catalogue, record.id)
        shown = view.before + view.line.quotation + view.after
        assert shown in knowledge.documents[record.document].text
    assert claim_view(catalogue, knowledge.claims[2].id).agreements == ("two agree.",)


def test_no_name_of_a_private_person_is_shown_but_in_words_of_the_text(catalogue, knowledge):
    profile = actor_profile(catalogue, "e-Example Front")
    assert "Jane Doe" not in repr(profile)


@pytest.mark.parametrize("view", [actor_profile, event_view, dispute_view, document_view, claim_view])
def test_what_is_not_there_is_said_to_be_missing(catalogue, view):
    with pytest.raises(RecordError, match="there is no"):
        view(catalogue, "x-nothing")
