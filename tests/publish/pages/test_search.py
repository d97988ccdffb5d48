"""What answers to some words, as a record."""

from testimonia.publish.pages.search import search_page, shown_hit, shown_name
from testimonia.store import Hit
from testimonia.store.page_records import NameHit


def test_another_name_says_whose_it_is_and_a_place_has_no_actors_page():
    assert shown_name(NameHit("n-1", "coalition", "HTS", "Hayat Tahrir al-Sham", 3)).canonical == "Hayat Tahrir al-Sham"
    assert shown_name(NameHit("n-1", "coalition", "HTS", "HTS", 3)).canonical is None
    assert shown_name(NameHit("n-2", "place", "Jolo", "Jolo", 3)).path is None


def test_an_excerpt_comes_in_three_parts():
    shown = shown_hit(Hit("d", "dir/a.txt", None, 10, 30, "the peace talks held", 14, 19))
    assert (shown.before, shown.found, shown.after) == ("the ", "peace", " talks held")
    assert (shown.title, shown.start) == ("a.txt", 14)


def test_nothing_found_is_empty():
    assert search_page("x", names=(), claims=(), hits=(), most=20).is_empty
