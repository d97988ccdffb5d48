"""Statements: every predicate in plain words, nobody private in them."""

from dataclasses import replace

from testimonia.model.claim import Value
from testimonia.model.kinds import EVENT_TYPES, PREDICATES
from testimonia.model.valid_time import valid_time
from testimonia.publish.statements import UNNAMED, happening_in_words, statement_of, statement_of_report, time_in_words


def test_every_predicate_reads_affirmed_and_denied(knowledge):
    for predicate in PREDICATES:
        claim = replace(knowledge.claims[2], predicate=predicate, value=Value(text="something"))
        affirmed, denied = (statement_of(knowledge, replace(claim, polarity=polarity)) for polarity in ("affirmed", "denied"))
        assert affirmed.startswith("Example Front ")
        assert "not" in denied.split()
        assert affirmed != denied


def test_statements_name_their_parts(knowledge):
    assert statement_of(knowledge, knowledge.claims[2]) == "Example Front is the armed wing of Sample Party"
    assert statement_of(knowledge, knowledge.claims[3]) == "Ana Cruz is spokesman of Example Front"
    assert statement_of(knowledge, knowledge.claims[4]) == "Example Front has 500 members"


def test_a_private_person_is_not_named(knowledge):
    assert statement_of(knowledge, knowledge.claims[5]) == f"{UNNAMED} is resident"
    told = statement_of_report(knowledge, knowledge.reports[0])
    assert told == f"ASSAULT; Example Front → soldiers, {UNNAMED}; in Jolo; killed: 5"


def test_a_derived_date_says_so():
    assert time_in_words(valid_time("2015-05-03", mode="within", basis="derived")) == "2015-05-03 (derived)"
    assert time_in_words(None) == ""


def test_what_happened_is_told_for_every_type_whoever_is_named(knowledge):
    attack = knowledge.reports[0]
    for kind in EVENT_TYPES:
        for initiator in ((), attack.initiator, attack.initiator * 2):
            for target in ((), attack.target):
                told = happening_in_words(knowledge, replace(attack, type=kind, initiator=initiator, target=target))
                assert told.endswith("in Jolo")
                assert "{" not in told


def test_what_did_not_happen_is_not_told_as_if_it_had(knowledge):
    attack = replace(knowledge.reports[0], status="denied")
    assert happening_in_words(knowledge, attack).startswith("it is denied that Example Front attacked soldiers")
