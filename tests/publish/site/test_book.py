"""A release is looked up for the pages of a site."""

import pytest
from tests.publish.exports.releases import claim, document, entity, moro

from testimonia.errors import RecordError
from testimonia.publish.pages.lifelines import MOST_LINES
from testimonia.publish.site.book import SiteOptions, earliest, open_book


def test_actors_stand_by_how_much_is_told_of_them_and_places_are_none(book):
    assert book.actors[0] == "n-milf" and "n-mamasapano" not in book.actors and "n-battle" not in book.actors


def test_tallies_count_by_role_what_and_year(book):
    counts = book.counts["n-milf"]
    assert counts["subject", "split_from", 1977] == 1 and counts["initiator", "ASSAULT", 2015] == 1
    assert counts["voice", "ASSAULT", 0] == 1, "the outlet is no voice, but whom it quotes is"
    assert not any(role == "voice" for role, _, _ in book.counts.get("n-paper", {}))


def test_bodies_that_ties_of_kin_hold_together_share_a_page(book):
    assert set(book.kin["n-milf"]) == {"n-milf", "n-mnlf", "n-union"} and book.families["n-union"] == "n-milf"
    assert "n-army" not in book.families


def test_a_family_too_large_for_a_picture_has_a_page_for_each_body(tmp_path):
    bodies = [entity(f"n-{n:03}", "armed_group", f"Body {n}") for n in range(MOST_LINES + 5)]
    claims = [claim(f"c-{n}", f"n-{n:03}", "member_of", f"n-{n - 1:03}") for n in range(1, len(bodies))]
    nothing = {kind: [] for kind in ("event_reports", "happenings", "disputes", "corroborations")}
    held = open_book(moro(tmp_path / "large", entities=bodies, claims=claims, **nothing), SiteOptions("x"))
    assert held.families["n-010"] == "n-010" and set(held.kin["n-010"]) == {"n-009", "n-010", "n-011"}


def test_claims_of_a_document_stand_by_place(book):
    keys = book.spoken["d-2"]
    assert set(keys) == {"c-split2", "c-founded2", "e-2", "e-3"}


def test_the_earliest_of_each_kind_are_kept(book):
    keys = earliest(book.catalogue, ("c-split2", "c-split", "c-member"), each=1)
    assert keys == ("c-split", "c-member")


def test_events_of_an_actor_stand_in_time(book):
    assert [mark.id for mark in book.events_of("n-milf")] == ["ev-1", "ev-3", "ev-4"]


@pytest.mark.parametrize("name", ["../up", "a/b", "con\n", "", "x" * 200])
def test_an_identifier_that_cannot_name_a_file_is_refused(tmp_path, name):
    with pytest.raises(RecordError, match="cannot name a file"):
        open_book(moro(tmp_path / "bad", documents=[document(), document("d-2"), document(name)]), SiteOptions("x"))
