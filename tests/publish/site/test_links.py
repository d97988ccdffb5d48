"""Paths of the workbench become relative files."""

import pytest

from testimonia.publish.site.links import SiteLinks


@pytest.mark.parametrize(
    ("path", "query", "file"),
    [
        ("/", {}, "index.html"),
        ("/actors", {"order": "number"}, "actors.html"),
        ("/actors", {"after": "3", "kind": None}, "actors-3.html"),
        ("/actors/n-1", {}, "actors/n-1.html"),
        ("/actors/n-1/network", {}, "networks/n-1.html"),
        ("/documents/d-1", {"at": 120}, "documents/d-1.html"),
        ("/lifelines", {"actor": "n-2"}, "lifelines/n-1.html"),
        ("/timeline", {"since": 1998, "until": 1998, "after": "2"}, "timeline/1998-2.html"),
        ("/timeline", {"actor": "n-1"}, "timeline/n-1.html"),
        ("/timeline", {"after": "undated-2", "since": None}, "timeline/undated-2.html"),
        ("/map", {"actor": "n-1"}, "map/n-1.html"),
        ("/search", {}, "search.html"),
    ],
)
def test_a_path_has_its_file(path, query, file):
    assert SiteLinks(families={"n-2": "n-1"}).to(path, **query) == file


def test_from_a_folder_addresses_lead_up_first():
    links = SiteLinks("../", frozenset(("/map",)))
    assert (links.to("/actors/n-1"), links.asset("vendor/d3.min.js")) == ("../actors/n-1.html", "../assets/vendor/d3.min.js")
    assert links.has("/map") and not links.has("/timeline")


def test_a_site_has_no_lens_to_carry_along():
    assert SiteLinks().lens == "" and SiteLinks().kept("actors.html?x=1") == ()
