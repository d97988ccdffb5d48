"""The report on an actor: no sentence without a claim behind it, every one with its words."""

from dataclasses import replace
from itertools import chain

import pytest

from testimonia.errors import RecordError
from testimonia.model.kinds import PREDICATES
from testimonia.model.party import Party
from testimonia.model.valid_time import valid_time
from testimonia.publish.catalogue import catalogue_of
from testimonia.publish.report import CHAPTERS, NAMED_SPEAKER, actor_report


@pytest.fixture
def report(knowledge, findings):
    return actor_report(catalogue_of(knowledge, findings), "e-Example Front", lens="everything")


def test_chapters_tell_of_every_predicate_once():
    assert sorted(chain.from_iterable(CHAPTERS.values())) == sorted(PREDICATES)


def test_every_sentence_rests_on_words_of_a_document(report, knowledge):
    sentences = [sentence for chapter in report.chapters for sentence in chapter.sentences]
    assert sentences
    for note in chain.from_iterable(sentence.notes for sentence in sentences):
        assert any(note.quotation in document.text for document in knowledge.documents.values())
        assert note.chain
    assert all(sentence.notes for sentence in sentences)


def test_who_says_it_when_and_that_it_is_disputed_stand_in_the_sentence(report):
    texts = {chapter.heading: [sentence.text for sentence in chapter.sentences] for chapter in report.chapters}
    assert "(1972), according to The Daily Example. This is disputed." in texts["Beginnings and end"][0]
    assert texts["Strength and means"][0].endswith("as claimed by Ana Cruz.")
    assert texts["Events by year"][0].startswith(
        "3 May 2015: Example Front attacked soldiers and a person without a public role in Jolo, according to Sample News."
    )
    assert texts["Events by year"][1] == "Its toll: 5 killed, according to Sample News."
    assert "Positions: 1972 (The Daily Example); 1975 (Sample News)." in texts["What is disputed"][0]
    assert "2 independent witnesses" in texts["Parent bodies and coalitions"][0]


@pytest.mark.parametrize("made_out", [True, False], ids=["with a referent", "in words only"])
def test_a_speaker_without_a_public_role_is_named_in_no_sentence(knowledge, findings, made_out):
    first, *others = knowledge.claims
    jane = knowledge.reports[1].attribution.voices[-1]
    jane = jane if made_out else Party(jane.words)
    said_by_jane = replace(first, attribution=replace(first.attribution, voices=(*first.attribution.voices, jane)))
    known = replace(knowledge, claims=(said_by_jane, *others))
    report = actor_report(catalogue_of(known, findings), "e-Example Front", lens="everything")
    text = " ".join(sentence.text for chapter in report.chapters for sentence in chapter.sentences)
    assert jane.words == "Jane Doe"
    assert jane.words not in text
    assert f"(1972), according to {NAMED_SPEAKER}." in text


def test_an_actor_that_is_not_there_is_refused(knowledge, findings):
    with pytest.raises(RecordError, match="there is no entity"):
        actor_report(catalogue_of(knowledge, findings), "e-nobody", lens="everything")


def test_joining_and_leaving_by_one_voice_are_one_membership(knowledge, findings):
    wing = next(claim for claim in knowledge.claims if claim.predicate == "armed_wing_of")
    joined = replace(wing, predicate="member_of", when=valid_time("2014/..", mode="throughout"))
    left = replace(wing, predicate="member_of", when=valid_time("../2017", mode="throughout"), evidence=knowledge.claims[1].evidence)
    known = replace(knowledge, claims=(joined, left))
    bare = replace(findings, disputes=(), corroborations=())
    report = actor_report(catalogue_of(known, bare), "e-Example Front", lens="everything")
    (sentence,) = next(chapter.sentences for chapter in report.chapters if chapter.heading == "Parent bodies and coalitions")
    assert sentence.text == "Example Front was a member of Sample Party (2014 to 2017), according to Sample News."
    assert len(sentence.notes) == 2
