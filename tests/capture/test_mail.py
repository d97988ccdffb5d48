"""Mail: text, headers, attachments."""

from collections.abc import Callable
from email.message import EmailMessage
from typing import Any

import pytest

from testimonia.capture.mail import capture_mail
from testimonia.capture.piece import Piece


def _mail(sender: str = "The Daily Example <newsletter@example.org>", **headers: str) -> EmailMessage:
    message = EmailMessage()
    message["From"] = sender
    message["Subject"] = "Fighters leave\n Bambari".replace("\n", "")
    message["Date"] = "Wed, 03 Mar 2021 23:15:00 -0500"
    for name, value in headers.items():
        message[name] = value
    message.set_content("Residents said that the fighters had left.\r\nThe army confirmed it.\n")
    return message


def test_text_and_headers(read: Callable[..., Any]) -> None:
    drafts, rest = read(capture_mail, "a.eml", _mail().as_bytes())
    assert rest == [] and drafts[0].text == "Residents said that the fighters had left.\nThe army confirmed it.\n"
    facts = drafts[0].facts
    assert (facts.title, facts.publisher, facts.author, facts.published) == (
        "Fighters leave Bambari",
        "The Daily Example",
        None,
        "2021-03-03",
    )


def test_a_person_who_writes_is_the_author_and_no_publisher(read: Callable[..., Any]) -> None:
    facts = read(capture_mail, "a.eml", _mail("Jane Doe <jane.doe@example.org>").as_bytes())[0][0].facts
    assert (facts.publisher, facts.author) == (None, "Jane Doe")


def test_the_organisation_header_names_the_publisher(read: Callable[..., Any]) -> None:
    facts = read(capture_mail, "a.eml", _mail("Jane Doe <jane@example.org>", Organization="Example Watch").as_bytes())[0][0].facts
    assert (facts.publisher, facts.author) == ("Example Watch", "Jane Doe")


def test_the_plain_part_comes_before_the_html_part(read: Callable[..., Any]) -> None:
    message = _mail()
    message.add_alternative("<html><body><p>Another form.</p></body></html>", subtype="html")
    drafts, rest = read(capture_mail, "a.eml", message.as_bytes())
    assert "Another form" not in drafts[0].text and rest == []


def test_an_html_part_alone_is_read(read: Callable[..., Any]) -> None:
    message = _mail()
    message.clear_content()
    message.set_content(
        "<html><body><article><p>" + "The fighters had left the town. " * 12 + "</p></article></body></html>", subtype="html"
    )
    assert "The fighters had left" in read(capture_mail, "a.eml", message.as_bytes())[0][0].text


def test_attachments_become_pieces_of_their_own(read: Callable[..., Any]) -> None:
    message = _mail()
    for name in ("report.txt", "report.txt", "../../etc/passwd.txt"):
        message.add_attachment(b"The report.", maintype="text", subtype="plain", filename=name)
    drafts, pieces = read(capture_mail, "a.eml", message.as_bytes())
    assert len(drafts) == 1 and all(isinstance(piece, Piece) for piece in pieces)
    assert [piece.origin for piece in pieces] == ["a.eml!report.txt", "a.eml!report (2).txt", "a.eml!passwd.txt"]
    assert pieces[0].content == b"The report." and pieces[0].depth == 1 and pieces[0].facts.publisher == "The Daily Example"


def test_a_forwarded_message_is_a_piece(read: Callable[..., Any]) -> None:
    message = _mail()
    message.add_attachment(_mail("Press Office <press@example.net>"))
    _, pieces = read(capture_mail, "a.eml", message.as_bytes())
    assert [piece.name for piece in pieces] == ["message.eml"] and b"press@example.net" in pieces[0].content


def test_an_older_encoding_in_the_header_is_used(read: Callable[..., Any]) -> None:
    message = _mail()
    message.set_content("Los combatientes salieron de Añorve.", charset="iso-8859-1")
    drafts, problems = read(capture_mail, "a.eml", message.as_bytes())
    assert "Añorve" in drafts[0].text and [problem.rule for problem in problems] == ["capture.encoding"]


def test_what_has_no_headers_is_no_mail(read: Callable[..., Any]) -> None:
    drafts, problems = read(capture_mail, "a.eml", b"\n\nonly text\n")
    assert drafts == [] and problems[0].rule == "capture.unreadable"


@pytest.mark.parametrize("date", ["", "yesterday", "Wed, 99 Foo 2021"])
def test_a_bad_date_is_left_open(read: Callable[..., Any], date: str) -> None:
    data = _mail().as_bytes().replace(b"Wed, 03 Mar 2021 23:15:00 -0500", date.encode())
    assert read(capture_mail, "a.eml", data)[0][0].facts.published is None
