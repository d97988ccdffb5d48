"""What stands around every page."""

from datetime import date

from testimonia.model.best_rule import BestRule
from testimonia.model.lens import Choice, Lens
from testimonia.publish.pages.frame import NAVIGATION, lens_shown, offered


def test_a_lens_that_leaves_nothing_out_asks_nothing():
    assert lens_shown(Lens()).takes_everything


def test_everything_that_a_lens_asks_is_said_in_words():
    lens = Lens(
        "strict",
        publishers=Choice(kinds=frozenset(("ngo", "independent_media")), without_named=frozenset(("Example Wire",))),
        voices=Choice(without_kinds=frozenset(("belligerent",))),
        sides=frozenset(("Example Front",)),
        without_sides=frozenset(("Sample Party",)),
        longest_chain=2,
        stances=frozenset(("asserted",)),
        reviewed_only=True,
        witnesses=2,
        said_before=date(2015, 1, 1),
        holding_at="2014",
        known_on=date(2020, 5, 1),
        best_of=BestRule(("lowest",)),
    )
    said = "; ".join(lens_shown(lens).asks)
    for words in (
        "publishers: independent media, ngo",
        "publishers: not Example Wire",
        "voices: not belligerent",
        "voices that speak for Example Front",
        "no voice that speaks for Sample Party",
        "at most 2 voices",
        "stance asserted",
        "reviewed only",
        "at least 2 independent witnesses",
        "published before 2015-01-01",
        "about 2014",
        "as known on 2020-05-01",
        "the lowest number",
    ):
        assert words in said
    assert len(lens_shown(lens).asks) == 13


def test_the_navigation_offers_only_what_there_is():
    groups = offered(NAVIGATION, frozenset(("/actors", "/about")))
    assert [[item.path for item in group] for group in groups] == [["/actors"], ["/about"]]
    assert offered(NAVIGATION, frozenset()) == ()
