"""Releases made into sites: one with something of everything, one with names that mean harm, and one that is too large for single pages."""

from html.parser import HTMLParser
from pathlib import Path

import pytest
from tests.publish.exports import releases
from tests.publish.exports.releases import moro

from testimonia.publish.released import Released
from testimonia.publish.site import SiteOptions, write_site
from testimonia.publish.site.book import Book, open_book

EVIL = '<script>alert(1)</script>"><img src=x onerror=alert(2)>\u202e\u200b</script>\u2028{{ 7*7 }}'
"""A name that is an attack on a page, with signs that nobody sees."""


class Tags(HTMLParser):
    """Collects what a page is made of."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))


@pytest.fixture
def tags():
    """The elements of a page with their attributes."""
    return lambda file: Tags(file.read_text("utf-8")).tags


@pytest.fixture
def released(tmp_path: Path) -> Released:
    return moro(tmp_path / "release")


@pytest.fixture
def book(released: Released) -> Book:
    return open_book(released, SiteOptions("Moro"))


@pytest.fixture(scope="session")
def www(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the release with something of everything."""
    folder = tmp_path_factory.mktemp("site")
    told = [
        releases.witness("w-1", "d-1", ["c-split", "e-1"], "Davao Agency"),
        releases.witness("w-2", "d-2", ["c-split2", "e-2"], "Davao Agency"),
    ]
    write_site(
        moro(folder / "release", witnesses=told), folder / "www", options=SiteOptions("Moro", reasons={"naming.read": "It is said so."})
    )
    return folder / "www"


@pytest.fixture(scope="session")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of a release whose every word is an attack."""
    folder = tmp_path_factory.mktemp("hostile")
    actors = [releases.entity("n-paper", "media", EVIL), releases.entity("n-evil", "armed_group", EVIL, releases.named(EVIL, "ar"))]
    when = releases.when("2015-01-25", "2015-01-25", "2015-01-25")
    said = {"attribution": [EVIL, EVIL], "chain": [EVIL, EVIL], "evidence": releases.evidence(EVIL)}
    reports = [releases.report(f"e-{n}", "ev-1", initiator=["n-evil"], target=[EVIL], where=["n-spot"], **when, **said) for n in (1, 2)]
    held = releases.release(
        folder / "release",
        documents=[releases.document(title=EVIL, publisher=EVIL, url="javascript:alert(3)", path=EVIL, author=EVIL)],
        entities=[*actors, releases.place("n-spot", EVIL, "settlement", 6.9, 124.5), releases.entity("n-kin", "coalition", EVIL + "2")],
        claims=[
            releases.claim("c-1", "n-evil", "known_as", value={"text": EVIL, "lang": "ar", "kind": "alias"}, **said),
            releases.claim("c-2", "n-evil", "member_of", "n-kin", **when, **said),
            releases.claim("c-3", "n-evil", "founded", **when, **said),
        ],
        event_reports=reports,
        happenings=[releases.happening("ev-1", "e-1", "e-2")],
        disputes=[{**releases.dispute("x-1", "e-1", "e-2"), "about": EVIL, "why": EVIL}],
    )
    write_site(held, folder / "www", options=SiteOptions("Hostile"))
    return folder / "www"


@pytest.fixture(scope="session")
def large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of a release with more events than one list, one picture or one map holds."""
    folder = tmp_path_factory.mktemp("large")
    number = 640

    def day(n: int) -> dict[str, str | None]:
        told = f"{2010 + n % 2}-0{n % 9 + 1}-1{n % 9}"
        return releases.when(*(() if n % 100 == 0 else (told, told, told)))

    reports = [releases.report(f"e-{n}", f"ev-{n}", initiator=["n-milf"], where=["n-mamasapano"], **day(n)) for n in range(number)]
    held = moro(
        folder / "release",
        event_reports=reports,
        happenings=[releases.happening(f"ev-{n}", f"e-{n}") for n in range(number)],
        corroborations=[],
    )
    write_site(held, folder / "www", options=SiteOptions("Large"))
    return folder / "www"
