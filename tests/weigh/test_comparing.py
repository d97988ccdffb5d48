"""Two lenses side by side."""

import pytest

from testimonia.model.lens import Choice, Lens
from testimonia.weigh import compare_claims, compare_events, seen_through, weigh_knowledge

CASE = {
    "documents": {"a": "The Daily Example; 2014-05-02; kind independent_media", "b": "Front Media; 2015-06; kind belligerent"},
    "claims": [
        "a | Azania Brigade | founded | | 1990",
        "b | Azania Brigade | founded | | 1991",
        "a | Azania Brigade | part_of | Azania Front | ",
        "b | Azania Brigade | part_of | Azania Front | ",
        "a | Azania Brigade | ideology | socialism | ",
        "b | Kachin Army | ideology | federalism | ",
        "a | Azania Brigade | strength | 300 members | ",
        "b | Azania Brigade | strength | 900 members | ",
    ],
    "reports": [
        "a | ASSAULT | Azania Front -> Azania Army | Laiza | 2013-04-01 | killed 4",
        "b | ASSAULT | Azania Front -> Azania Army | Laiza | 2013-04-01 | killed 9",
        "b | ASSAULT | Kachin Army -> Wa Army | Mong La | 2012-04-01 | killed 1",
    ],
}


@pytest.fixture
def sides(knowledge_of):
    everything = knowledge_of(**CASE)
    press = seen_through(everything, Lens("press", publishers=Choice(kinds=frozenset(["independent_media"]))))
    front = seen_through(everything, Lens("front", publishers=Choice(kinds=frozenset(["belligerent"]))))
    return everything, press, front


def test_what_only_one_believes_what_both_and_where_values_differ(sides):
    _, press, front = sides
    found = {(one.about.split()[0], one.believed, one.left_holds, one.right_holds) for one in compare_claims(press, front)}
    assert ("Azania", "differs", "1990", "1991") in found
    assert ("Azania", "differs", "300 members", "900 members") in found
    assert ("Azania", "both", "", "") in found
    assert ("Azania", "only left", "", "") in found
    assert ("Kachin", "only right", "", "") in found
    assert len(found) == 5


def test_the_claims_behind_each_side_are_named(sides):
    everything, press, front = sides
    (dated,) = [one for one in compare_claims(press, front) if one.left_holds == "1990"]
    assert (dated.left, dated.right) == ((everything.claims[0].id,), (everything.claims[1].id,))


def test_one_actor_is_asked_for(sides):
    _, press, front = sides
    assert {one.about.split()[0] for one in compare_claims(press, front, entity="e-Kachin Army")} == {"Kachin"}


def test_a_lens_compared_with_itself_differs_in_nothing(sides):
    _, press, _ = sides
    assert {one.believed for one in compare_claims(press, press)} == {"both"}


def test_events_that_share_a_report_differ_by_their_tolls(sides):
    everything, press, front = sides
    whole, left, right = (weigh_knowledge(one, background=everything) for one in (everything, press, front))
    assert [one.believed for one in compare_events(left, right, knowledge=everything)] == ["only left", "only right", "only right"]
    (shared, further) = compare_events(left, whole, knowledge=everything)
    assert (shared.believed, further.believed) == ("differs", "only right")
    assert "killed" in shared.left_holds
    assert shared.about == "ASSAULT by Azania Front against Azania Army at Laiza 2013-04-01"
    assert compare_events(left, whole, knowledge=everything, reports=[everything.reports[2].id]) == (further,)
