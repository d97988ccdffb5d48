"""The pages About, and Keyboard and help."""

from dataclasses import dataclass

from fastapi import APIRouter
from fastapi.responses import HTMLResponse

from testimonia.publish.manifest import InputsDigest
from testimonia.publish.pages.about import AboutPage
from testimonia.workbench.visit import Visit, Visiting, program_version

router = APIRouter()

SHORTCUTS: tuple[tuple[str, tuple[tuple[str, str], ...]], ...] = (
    ("Everywhere", (("/", "Search"), ("?", "This page"), ("n", "Further in a list"), ("Esc", "Leave the suggestions"))),
    ("While searching", (("↓ ↑", "Move through the suggestions"), ("Enter", "Open, or search for what is typed"))),
    ("In a document", (("j", "To the next claim"), ("k", "To the claim before"), ("o", "Open or close its words"), ("c", "Make a claim"))),
)
"""Keys, by where they work; scripts of pages of their own add theirs to their page."""


@dataclass(frozen=True, slots=True)
class HelpPage:
    """What Keyboard and help shows: groups of keys with what each does."""

    shortcuts: tuple[tuple[str, tuple[tuple[str, str], ...]], ...] = SHORTCUTS


@router.get("/about", response_class=HTMLResponse, include_in_schema=False)
def _about(visit: Visiting) -> HTMLResponse:
    """Show the page About."""
    return visit.page("about.html", about_page(visit), section="/about")


@router.get("/api/about", tags=["about"])
def _about_data(visit: Visiting) -> AboutPage:
    """Say by what the knowledge base was made, what it holds, and what it cannot tell."""
    return about_page(visit)


@router.get("/help", response_class=HTMLResponse, include_in_schema=False)
def _help_page(visit: Visiting) -> HTMLResponse:
    """Show the keys that work on the pages."""
    return visit.page("help.html", HelpPage(), section="")


def about_page(visit: Visit) -> AboutPage:
    """Gather what the page About shows.

    Args:
        visit: The visit.

    Returns:
        The page's record.
    """
    store = visit.store
    digest = InputsDigest()
    for document, sha256 in store.hashes():
        digest.note_hash(document, sha256)
    return AboutPage(
        knowledge_base=visit.desk.name,
        version=program_version(),
        stamps=store.meta(),
        # As of the last weighing: to count every name in every text again would take longer than all the rest.
        counts={**visit.desk.store.totals().get("all", {}), "problems": store.count_problems()},
        inputs=digest.hexdigest(),
        missing=visit.desk.missing,
    )
