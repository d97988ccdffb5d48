"""Times in words."""

import pytest

from testimonia.publish.edtf_words import edtf_in_words


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("1984", "1984"),
        ("1984-03", "March 1984"),
        ("1984-03-09", "9 March 1984"),
        ("1984-21", "spring 1984"),
        ("1984~", "about 1984"),
        ("1984-03?", "perhaps March 1984"),
        ("../1984-03", "until March 1984"),
        ("1984/..", "since 1984"),
        ("1984/1986-02", "1984 to February 1986"),
        ("198X", "the 1980s"),
        ("1984 (derived)", "1984, by inference"),
        ("1984-99", "1984-99"),
        ("XXXX-09-26", "XXXX-09-26"),
        ("[1984,1986]", "[1984,1986]"),
    ],
)
def test_a_time_is_said_as_a_person_would(edtf, words):
    assert edtf_in_words(edtf) == words
