"""The words around a place name say in which country or division it lies."""

import pytest

from testimonia.resolve.place_hints import Beside, find_hints


@pytest.mark.parametrize(
    ("name", "context", "countries", "containing", "level"),
    [
        ("Paris", "She moved to Paris, Texas, in May.", set(), {"texas"}, None),
        ("Springfield", "in Springfield, Ill., on Monday", {"US"}, {"illinois"}, None),
        ("Columbia", "in Columbia, S.C., on Monday", {"US"}, {"south carolina"}, None),
        ("Tripoli", "in Tripoli, Libya, on Monday", {"LY"}, set(), None),
        ("Tripoli", "the Lebanese city of Tripoli", {"LB"}, set(), "settlement"),
        ("Goma", "Goma in North Kivu", {"CD"}, {"north kivu"}, None),
        ("Sake", "Sake village, Masisi territory, North Kivu", {"CD"}, {"masisi", "masisi territory", "north kivu"}, "settlement"),
        ("Sake", "Sake in the Masisi territory of North Kivu", {"CD"}, {"masisi", "north kivu"}, None),
        ("Butig", "Butig, a town in Lanao del Sur, fell", set(), {"lanao del sur"}, None),
        ("Kutum", "the North Darfur town of Kutum", set(), {"north darfur"}, "settlement"),
        ("Marawi", "Mindanao's Marawi", {"PH"}, set(), None),
        ("Mali", "Mali, Niger and Chad", set(), set(), None),
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


@pytest.mark.parametrize(
    ("after", "beside"),
    [
        (", south of Menaka, was", Beside("Menaka", 180.0)),
        (", about 30 km south-west of Hombori", Beside("Hombori", 225.0, 30.0)),
        (", 10 miles outside Kutum", Beside("Kutum", None, 16.09)),
        (", near the city of Homs", Beside("Homs")),
        (" lies east of Aleppo", Beside("Aleppo", 90.0)),
        (" village, close to Sidon", Beside("Sidon")),
    ],
)
def test_what_lies_beside_is_read_with_direction_and_distance(after, beside):
    assert find_hints(["Talataye"], [f"the village of Talataye{after}"]).beside == (beside,)


@pytest.mark.parametrize("text", ["north of Talataye", "Talataye, south of the river", "Talataye, 30 people from Homs"])
def test_what_tells_nothing_of_the_place_is_no_neighbour(text):
    assert find_hints(["Talataye"], [text]).beside == ()


def test_a_comma_may_join_a_list():
    hints = find_hints(["Louisiana"], ["fires in Louisiana, Missouri and Texas"])
    assert hints.listed <= hints.containing and find_hints(["Goma"], ["Goma in North Kivu"]).listed == frozenset()


def test_a_word_for_a_site_after_every_mention_makes_it_one():
    assert find_hints(["Karama"], ["the Karama crossing", "at Karama bridge"]).is_site
    assert not find_hints(["Karama"], ["the Karama crossing", "in Karama itself"]).is_site
    assert not find_hints(["Karama"], []).is_site


def test_a_name_inside_another_word_gives_no_hint():
    assert find_hints(["Mali"], ["The Malians, France, left"]).countries == frozenset()


def test_without_contexts_there_are_no_hints():
    assert find_hints(["Paris"], []) == find_hints([], ["Paris, Texas"])
