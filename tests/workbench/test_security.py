"""Who is let in, and what every answer says about safety."""

import pytest

from testimonia.workbench.security import refusal

OURS = "http://127.0.0.1:8765"


@pytest.mark.parametrize("host", ["127.0.0.1:8765", "localhost:8765", "[::1]:8765"])
def test_loopback_names_at_our_port_are_let_in(host):
    assert refusal("GET", {"host": host}, port=8765) is None


@pytest.mark.parametrize(
    "host",
    [
        *("evil.example", "evil.example:8765", "127.0.0.1:9999", "127.0.0.1", "", "127.0.0.1:8765@evil.example"),
        *("127.0.0.1.evil.example:8765", "user@127.0.0.1:8765", "127.0.0.1:8765/x", "127.0.0.1:notaport", "[::1", "0.0.0.0:8765"),
    ],
)
def test_every_other_name_is_refused_so_that_no_rebound_name_reads_anything(host):
    said = refusal("GET", {"host": host}, port=8765)
    assert said is not None
    assert "http://127.0.0.1:8765/" in said


@pytest.mark.parametrize(
    "origin", ["http://evil.example", "null", "https://127.0.0.1:8765", "http://127.0.0.1:8766", "http://localhost:8765"]
)
def test_what_changes_something_must_come_from_this_very_address(origin):
    assert refusal("POST", {"host": "127.0.0.1:8765", "origin": origin}, port=8765) is not None
    assert refusal("POST", {"host": "127.0.0.1:8765", "origin": OURS}, port=8765) is None


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE", "BREW"])
def test_without_an_origin_only_the_browsers_own_word_counts(method):
    host = {"host": "127.0.0.1:8765"}
    assert "Origin: http://127.0.0.1:8765" in (refusal(method, host, port=8765) or "")
    assert refusal(method, host | {"sec-fetch-site": "cross-site"}, port=8765) is not None
    assert refusal(method, host | {"sec-fetch-site": "same-origin"}, port=8765) is None


@pytest.mark.parametrize("path", ["/", "/documents", "/api/home", "/static/testimonia.css", "/nothing", "/api/openapi.json"])
def test_every_answer_carries_the_headers(client, path):
    headers = client.get(path).headers
    policy = headers["content-security-policy"]
    assert "default-src 'self'" in policy
    assert "frame-ancestors 'none'" in policy
    assert "unsafe" not in policy
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "same-origin"
    assert "access-control-allow-origin" not in headers


def test_refusals_carry_them_too(client):
    answer = client.get("/", headers={"Host": "evil.example"})
    assert answer.status_code == 403
    assert "frame-ancestors 'none'" in answer.headers["content-security-policy"]


def test_pages_are_kept_by_no_cache_and_files_are(client):
    assert client.get("/").headers["cache-control"] == "no-store"
    assert "immutable" in client.get("/static/testimonia.css?v=1").headers["cache-control"]


def test_a_form_from_elsewhere_changes_nothing(client):
    assert client.post("/documents/d/claims", headers={"Origin": "http://evil.example"}).status_code == 403
