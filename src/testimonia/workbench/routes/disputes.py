"""The pages of disputes: the list, and one dispute."""

from typing import Annotated, Literal

from fastapi import APIRouter, HTTPException, Query
from fastapi.responses import HTMLResponse

from testimonia.publish.pages.disputes import DisputePage, DisputesPage, dispute_note, dispute_page
from testimonia.store.page_records import About, Cut, DisputesWanted
from testimonia.workbench.routes.actors import found_actor
from testimonia.workbench.visit import Visit, Visiting

router = APIRouter()
Certainty = Literal["definite", "possible"]
Rule = Annotated[str, Query(max_length=100, description="Only disputes that this rule found; empty for all.")]
Sure = Annotated[Literal["definite", "possible", ""], Query(description="Only disputes so certain; empty for all.")]
Actor = Annotated[str | None, Query(max_length=200, description="Only disputes that touch what is said of this actor.")]
After = Annotated[str | None, Query(max_length=500, description="Where the part before ended: its `after`.")]


@router.get("/disputes", response_class=HTMLResponse, include_in_schema=False)
def disputes(visit: Visiting, rule: Rule = "", certainty: Sure = "", actor: Actor = None, after: After = None) -> HTMLResponse:
    """Show the list of disputes."""
    return visit.page("disputes.html", _disputes(visit, DisputesWanted(rule or None, certainty or None, actor), after), section="/disputes")


@router.get("/api/disputes", tags=["disputes"])
def disputes_data(visit: Visiting, rule: Rule = "", certainty: Sure = "", actor: Actor = None, after: After = None) -> DisputesPage:
    """List what cannot all hold."""
    return _disputes(visit, DisputesWanted(rule or None, certainty or None, actor), after)


@router.get("/disputes/{dispute}", response_class=HTMLResponse, include_in_schema=False)
def dispute(visit: Visiting, dispute: str) -> HTMLResponse:
    """Show one dispute."""
    return visit.page("dispute.html", _dispute(visit, dispute), section="/disputes")


@router.get("/api/disputes/{dispute}", tags=["disputes"])
def dispute_data(visit: Visiting, dispute: str) -> DisputePage:
    """Tell who holds what in a dispute; never who is right."""
    return _dispute(visit, dispute)


def _disputes(visit: Visit, wanted: DisputesWanted, after: str | None) -> DisputesPage:
    named = None if wanted.entity is None else found_actor(visit, wanted.entity)
    lines = visit.store.list_disputes(wanted, Cut(after=after))
    shown = lines.items
    if not visit.lens.takes_everything and shown:
        left = {
            found.id for found in visit.seen(About(claims=tuple(key for one in shown for key in one.claims))).catalogue.findings.disputes
        }
        shown = tuple(one for one in shown if one.id in left)
    return DisputesPage(
        disputes=tuple(map(dispute_note, shown)),
        rules=tuple(visit.store.totals()["disputes"].items()),
        rule=wanted.rule,
        certainty=wanted.certainty,
        actor=wanted.entity,
        actor_name=None if named is None else named.name,
        after=lines.after,
        began=after is not None,
    )


def _dispute(visit: Visit, identifier: str) -> DisputePage:
    seen = visit.seen(About(dispute=identifier), texts=True)
    if not seen.core:
        raise HTTPException(404, f"there is no dispute {identifier!r}, or the lens leaves none of its claims")
    return dispute_page(seen.catalogue, identifier)
