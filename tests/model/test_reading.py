"""A reading names its document and its reader, and may be empty."""

from testimonia.model.reading import Reading


def test_a_document_that_says_nothing_gives_an_empty_reading_and_not_none():
    reading = Reading("d-1", "grammar 1")
    assert (reading.referents, reading.mentions, reading.claims, reading.reports, reading.problems) == ((), (), (), (), ())


def test_two_readers_give_two_readings():
    assert Reading("d-1", "grammar 1") != Reading("d-1", "grammar 2")
