"""Failures: what a person or a program is told when something is not there or was asked for wrongly."""

from dataclasses import dataclass
from typing import Any

from fastapi import FastAPI
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from testimonia.errors import LensError, NameNotFoundError, RecordError, StoreError, TestimoniaError
from testimonia.model.lens import Lens
from testimonia.workbench.visit import Visit

STATUS: tuple[tuple[type[TestimoniaError], int], ...] = ((LensError, 400), (RecordError, 404), (NameNotFoundError, 404), (StoreError, 503))
"""The status of each kind of error of ours; any other is wrong use, 400."""
TITLES = {
    400: "This address asks for what there is not",
    404: "There is nothing here",
    405: "This cannot be done here",
    422: "This address asks for what there is not",
    503: "The knowledge base cannot be read now",
}


@dataclass(frozen=True, slots=True)
class Told:
    """What a program is told of a failure: what went wrong and the way out, in words."""

    detail: str


ANSWERS: dict[int | str, dict[str, Any]] = {
    400: {"model": Told, "description": "There is no such lens, or what is asked for cannot be."},
    403: {"model": Told, "description": "The request does not come from this machine, or not from a page of the workbench."},
    404: {"model": Told, "description": "There is nothing of that name."},
    409: {"model": Told, "description": "Somebody else decided meanwhile."},
    422: {"model": Told, "description": "A value is not of the kind that is asked for."},
    503: {"model": Told, "description": "The knowledge base cannot be read now."},
}
"""How every path may fail, as the description of the interface tells it."""


@dataclass(frozen=True, slots=True)
class Failure:
    """The page of a failure: its status, what it is called, and what went wrong with the way out."""

    status: int
    title: str
    what: str


def install(app: FastAPI) -> None:
    """Have an application tell of failures as pages, or as JSON under /api.

    Args:
        app: The application.
    """

    @app.exception_handler(TestimoniaError)
    def _ours(request: Request, error: Exception) -> Response:
        status = next((status for kind, status in STATUS if isinstance(error, kind)), 400)
        if status == 503 and "after" in request.query_params:
            status = 400  # the store's word for a place in a list that it never gave; anybody may have typed it
        return _answer(request, status, str(error))

    @app.exception_handler(HTTPException)
    def _http(request: Request, error: Exception) -> Response:
        assert isinstance(error, HTTPException)
        return _answer(request, error.status_code, str(error.detail), headers=dict(error.headers or {}))

    @app.exception_handler(RequestValidationError)
    def _invalid(request: Request, error: Exception) -> Response:
        assert isinstance(error, RequestValidationError)
        return _answer(request, 422, "; ".join(f"{wrong['loc'][-1]}: {wrong['msg']}" for wrong in error.errors()))


def _answer(request: Request, status: int, what: str, *, headers: dict[str, str] | None = None) -> Response:
    if request.url.path.startswith("/api/"):
        return JSONResponse({"detail": what}, status_code=status, headers=headers)
    desk = request.app.state.desk
    # Through no lens: a wrong one may be what failed.
    page = Visit(desk, request, Lens(), "", desk.store)
    try:
        failure = Failure(status, TITLES.get(status, "This did not work"), what)
        answer: Response = page.page("failure.html", failure, section="", status=status)
    except StoreError:
        answer = Response(what, status_code=503, media_type="text/plain")
    answer.headers.update(headers or {})
    return answer
