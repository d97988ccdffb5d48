"""Security: nobody but this machine's own browser, at this address, reads or changes anything.

What is kept out, and how:

* Other machines: the server listens on the loopback address only (`serving`).
* A page elsewhere whose name leads to this machine (DNS rebinding): the `Host` of every request must be a loopback name, and the port ours.
* A page elsewhere that posts to this address (cross-site request forgery): every method but GET, HEAD and OPTIONS must come with an
  `Origin` that is this address, or, where a browser leaves `Origin` out, with `Sec-Fetch-Site: same-origin`. The only cookie is the name
  of whoever decides in review (`review_coder`), which is a key to nothing. Programs of your own send `Origin: http://127.0.0.1:PORT`.
  Nothing is ever changed by GET. No page elsewhere may read an answer: no CORS header is ever sent, and `Cross-Origin-Resource-Policy`
  says so too.
* Script out of a document: everything is escaped, and the Content-Security-Policy runs no script and no style but files of this address.
* A page elsewhere that shows ours in a frame (clickjacking): `frame-ancestors 'none'`.
"""

from collections.abc import Mapping
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

LOOPBACK = frozenset(("127.0.0.1", "localhost", "::1"))
SAFE = frozenset(("GET", "HEAD", "OPTIONS"))
POLICY = "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
"""No script and no style in the page itself, nothing from elsewhere, nothing embedded."""
HEADERS: Mapping[str, str] = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    # Not "no-referrer": with that, browsers send "Origin: null" with our own forms.
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}


class Guard:
    """Wraps an application: refuses what comes from elsewhere and adds the headers of security to every answer."""

    def __init__(self, app: ASGIApp, *, port: int | None = None) -> None:
        self._app = app
        self._port = port

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            if scope["type"] == "lifespan":
                await self._app(scope, receive, send)
            return

        async def guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers.setdefault(name, value)
                headers.setdefault("Cache-Control", "no-store")
            await send(message)

        refused = refusal(scope["method"], Headers(scope=scope), port=self._port)
        if refused is None:
            await self._app(scope, receive, guarded)
        else:
            await PlainTextResponse(refused + "\n", status_code=403)(scope, receive, guarded)


def refusal(method: str, headers: Mapping[str, str], *, port: int | None) -> str | None:
    """Say why a request is refused.

    Args:
        method: Its method, in capitals.
        headers: Its headers, whatever their case.
        port: The port that the server listens on; None where any will do.

    Returns:
        What is wrong and the way out; None where nothing is.
    """
    host = headers.get("host", "")
    if not _is_ours(host, port=port):
        return f"This address is for this machine only; open it as http://127.0.0.1{'' if port is None else f':{port}'}/"
    if method in SAFE:
        return None
    origin = headers.get("origin")
    if origin is None:
        if headers.get("sec-fetch-site") == "same-origin":
            return None
        return f"What changes something has to say where it comes from: send the header Origin: http://{host}"
    if origin != f"http://{host}":
        return "This was sent by a page from elsewhere, so it was not done; do it on the workbench's own page."
    return None


def _is_ours(host: str, *, port: int | None) -> bool:
    try:
        parts = urlsplit(f"//{host}")
        named, at = parts.hostname, parts.port
    except ValueError:
        return False
    plain = parts.username is None and not parts.path and not parts.query and not parts.fragment
    return plain and named in LOOPBACK and (port is None or (80 if at is None else at) == port)
