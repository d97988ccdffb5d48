"""The application: routes, files, errors and guards put together."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from inspect import getdoc
from pathlib import Path

from fastapi import APIRouter, FastAPI
from fastapi.routing import APIRoute
from starlette.middleware.gzip import GZipMiddleware
from starlette.responses import Response
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

from testimonia.publish.pages.environment import STATIC
from testimonia.registry import RULES
from testimonia.store import open_store
from testimonia.weigh import dispute_reasons
from testimonia.workbench import failures
from testimonia.workbench.routes import (
    about,
    actors,
    by_hand,
    compare,
    disputes,
    documents,
    events,
    home,
    lens,
    lifelines,
    network,
    pictures,
    problems,
    reader,
    review,
    review_api,
    review_identity,
    search,
    sources,
    sources_edit,
    stemma,
    ties,
)
from testimonia.workbench.security import Guard
from testimonia.workbench.visit import Desk, lens_asked, program_version

ROUTERS: tuple[APIRouter, ...] = (
    home.router,
    search.router,
    actors.router,
    events.router,
    disputes.router,
    stemma.router,
    network.router,
    ties.router,
    lifelines.router,
    pictures.router,
    lens.router,
    compare.router,
    documents.router,
    reader.router,
    review.router,
    by_hand.router,
    review_api.router,
    review_identity.router,
    problems.router,
    sources.router,
    sources_edit.router,
    about.router,
)
"""The pages, each with its part of the API, in the order in which their paths are compared."""
YEAR_S = 31_536_000


@dataclass(frozen=True, slots=True)
class WorkbenchOptions:
    """How to serve: `port` that requests must name (None for any), and the lens in force where an address names none."""

    port: int | None = None
    lens: str = ""


def make_app(kb: Path, *, options: WorkbenchOptions | None = None) -> FastAPI:
    """Make the application over a knowledge base.

    Args:
        kb: Folder of the knowledge base; it is held open until the application ends.
        options: How to serve.

    Returns:
        An ASGI application. It keeps no state besides the store, so two of them may serve one knowledge base.

    Raises:
        StoreError: There is no knowledge base, or it cannot be opened.
        LensError: There is no such lens.
    """
    options = options or WorkbenchOptions()
    store = open_store(kb, create=False)
    try:
        lens_asked(store, options.lens)
    except BaseException:
        store.close()
        raise

    @asynccontextmanager
    async def held_open(_: FastAPI) -> AsyncIterator[None]:
        yield
        store.close()

    app = FastAPI(
        title="Testimonia",
        summary="What is claimed in the documents of one knowledge base, by whom, and where it is contested.",
        version=program_version(),
        openapi_url="/api/openapi.json",
        docs_url=None,  # its page would fetch scripts from elsewhere
        redoc_url=None,
        lifespan=held_open,
    )
    for router in ROUTERS:
        app.include_router(router, responses=failures.ANSWERS)
    app.mount("/static", _Files(directory=STATIC), name="static")
    failures.install(app)
    app.add_middleware(GZipMiddleware, minimum_size=1_000, compresslevel=5)
    app.add_middleware(Guard, port=options.port)
    named = ((f"{rule.__module__.rpartition('.')[2]}.{rule.__name__}", rule) for rule in RULES)  # as proposals name it
    reasons = {name: (getdoc(rule) or "").partition("\n\n")[0].replace("\n", " ") for name, rule in named}
    reasons |= dispute_reasons()
    paths = frozenset(route.path for router in ROUTERS for route in router.routes if isinstance(route, APIRoute))
    app.state.desk = replace(Desk(store, kb.resolve().name, options.lens, reasons), paths=paths)
    return app


class _Files(StaticFiles):
    """Files of the pages. An address with a mark of the content may be kept for good."""

    async def get_response(self, path: str, scope: Scope) -> Response:
        response = await super().get_response(path, scope)
        marked = scope.get("query_string", b"").startswith(b"v=") and response.status_code < 400
        response.headers["Cache-Control"] = f"public, max-age={YEAR_S}, immutable" if marked else "no-cache"
        return response
