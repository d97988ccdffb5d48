"""The words around a place name say in which country or division it lies."""

import pytest

from testimonia.resolve.place_hints import find_hints


@pytest.mark.parametrize(
    ("name", "context", "countries", "containing", "level"),
    [
        ("Paris", "She moved to Paris, Texas, in May.", set(), {"texas"}, None),
        ("Springfield", "in Springfield, Ill., on Monday", {"US"}, {"illinois"}, None),
        ("Columbia", "in Columbia, S.C., on Monday", {"US"}, {"south carolina"}, None),
        ("Tripoli", "in Tripoli, Libya, on Monday", {"LY"}, set(), None),
        ("Tripoli", "the Lebanese city of Tripoli", {"LB"}, set(), "settlement"),
        ("Goma", "Goma in North Kivu", set(), {"north kivu"}, None),
        ("Helmand", "in Helmand province", set(), set(), "region"),
        ("Georgia", "Athens, Georgia, was hit", set(), set(), None),
        ("Athens", "Athens, Georgia, was hit", set(), {"georgia"}, None),
        ("Kidal", "They left Kidal.", set(), set(), None),
    ],
)
def test_hints_are_read_beside_the_name(name, context, countries, containing, level):
    hints = find_hints([name], [context])
    assert (hints.countries, hints.level) == (countries, level)
    assert containing <= hints.containing


def test_a_name_inside_another_word_gives_no_hint():
    assert find_hints(["Mali"], ["The Malians, France, left"]).countries == frozenset()


def test_without_contexts_there_are_no_hints():
    assert find_hints(["Paris"], []) == find_hints([], ["Paris, Texas"])
