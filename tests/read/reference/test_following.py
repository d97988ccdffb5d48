"""Moving the topic on, sentence by sentence and paragraph by paragraph."""

from collections.abc import Callable

from tests.read.reading import Read


def subjects_of(read: Read, predicate: str) -> set[str]:
    """Give the names of whom a predicate is claimed."""
    return {read.name(claim.subject) for claim in read.reading.claims if claim.predicate == predicate}


def test_the_last_subject_is_what_it_stands_for(read: Callable[..., Read]) -> None:
    text = "The Azawad Front left Kidal. The Karen Front met in Lashio. It was founded in 1994."
    assert subjects_of(read(text), "founded") == {"Karen Front"}


def test_a_body_that_is_no_subject_does_not_become_the_topic(read: Callable[..., Read]) -> None:
    text = "The Azawad Front fought the Karen Front. It was founded in 1994."
    assert subjects_of(read(text), "founded") == {"Azawad Front"}


def test_a_new_paragraph_under_a_heading_speaks_of_the_heading_again(read: Callable[..., Read]) -> None:
    text = "== Azawad Front ==\n\nIn 2012 the Karen Front met in Lashio.\n\nThe group was founded in 1994."
    assert subjects_of(read(text), "founded") == {"Azawad Front"}
