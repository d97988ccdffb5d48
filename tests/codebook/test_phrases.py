"""Phrases: every predicate in plain words, affirmed and denied, and numbers as people write them."""

import pytest

from testimonia.codebook.load import load_codebook
from testimonia.codebook.phrases import claim_in_words, event_in_words, range_in_words, value_in_words
from testimonia.model.claim import Value
from testimonia.model.kinds import PREDICATES


@pytest.mark.parametrize("predicate", PREDICATES)
@pytest.mark.parametrize("target", [None, "Sample Party"])
def test_every_predicate_reads_affirmed_and_denied_without_gaps(predicate, target):
    affirmed, denied = (claim_in_words(predicate, subject="ELN", target=target, denied=denied) for denied in (False, True))
    for words in (affirmed, denied):
        assert words.startswith("ELN ")
        assert "{" not in words
        assert "None" not in words
    assert "not" in denied.split()
    assert affirmed != denied


def test_a_founder_and_an_office_are_named_where_they_are_known():
    assert claim_in_words("founded", subject="ELN", target="F. One") == "ELN was founded by F. One"
    assert claim_in_words("founded", subject="ELN") == "ELN was founded"
    assert claim_in_words("has_role", subject="A. Two", target="ELN", value=Value(role="spokesman")) == "A. Two is spokesman of ELN"


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (None, ""),
        (Value(low=1200, high=1200, unit="members"), "1,200 members"),
        (Value(high=80, unit="men"), "at most 80 men"),
        (Value(text="a doctrine"), "a doctrine"),
        (Value(role="emir"), "emir"),
    ],
)
def test_values_read_as_people_write_them(value, words):
    assert value_in_words(value) == words


def test_a_range_without_bounds_is_no_number():
    assert range_in_words(None, None) == "no number"


def test_what_has_ended_is_told_in_the_past():
    assert claim_in_words("member_of", subject="ELN", target="CGSB", ended=True) == "ELN was a member of CGSB"
    assert claim_in_words("member_of", subject="ELN", target="CGSB", ended=True, denied=True) == "ELN was not a member of CGSB"
    assert claim_in_words("split_from", subject="ELN", target="FARC", ended=True) == "ELN split from FARC"


def test_every_kind_of_event_has_a_noun_without_a_code():
    for kind, rule in load_codebook().event_types.items():
        for mode in (None, *rule.modes):
            named = event_in_words(kind, mode)
            assert named.startswith("the ") and named == named.lower()
    assert event_in_words("ASSAULT", "unheard-of") == event_in_words("ASSAULT")
