"""Mail (.eml): the message's text with its headers, and each attachment of a supported type as a document of its own."""

from collections.abc import Iterator
from datetime import datetime
from email import policy
from email.message import EmailMessage, MIMEPart
from email.parser import BytesParser
from email.utils import parseaddr, parsedate_to_datetime

from testimonia.capture.decoding import decode, encoding_problem, plain_newlines
from testimonia.capture.options import CaptureOptions
from testimonia.capture.piece import Draft, Facts, Piece, digest
from testimonia.capture.trouble import trouble
from testimonia.capture.web_page import decode_page, extract
from testimonia.capture.word_lists import load_list
from testimonia.model.problem import Problem


def capture_mail(piece: Piece, options: CaptureOptions) -> Iterator[Draft | Problem | Piece]:
    """Read a saved message.

    The plain part is taken where there is one, else the HTML part. An office's address (press@, info@) makes the sender the publisher; a
    person's makes her the author only, since a private individual is no publisher.

    Args:
        piece: The file.
        options: Not used; every format has the same door.

    Yields:
        The draft, problems, and one piece for each attachment, with the origin `file.eml!name`.
    """
    data = piece.bytes()
    message = BytesParser(policy=policy.default).parsebytes(data)
    if not message.keys():
        yield trouble(
            piece.origin, "unreadable", "It has no mail headers.", remedy="Save the message again as .eml, or name it .txt if it is text."
        )
        return
    body = message.get_body(("plain", "html"))
    text, encoding, problems = ("", None, []) if body is None else _text(body, piece.origin)
    yield from problems
    names: dict[str, int] = {}
    attachments = [item for item in _attachments(message, body) if _payload(item)]
    if text.strip() or not attachments:
        yield Draft(piece.origin, digest(data), "message/rfc822", text, encoding=encoding, facts=_facts(message).over(piece.facts))
    for item in attachments:
        name = _name(item, names)
        sender = Facts(publisher=_facts(message).publisher)
        yield Piece(f"{piece.origin}!{name}", name, _payload(item), depth=piece.depth + 1, budget=piece.budget, facts=sender)


def _text(body: MIMEPart, origin: str) -> tuple[str, str | None, list[Problem]]:
    data = _payload(body)
    declared = body.get_content_charset()
    html = body.get_content_subtype() == "html"
    decoded = decode_page(data, declared=declared) if html else decode(data, declared=declared)
    problem = encoding_problem(origin, decoded)
    problems = [] if problem is None else [problem]
    if decoded is None:
        return "", None, problems
    text = extract(decoded.text, url=None)[0] if html else plain_newlines(decoded.text)
    return text, decoded.encoding, problems


def _payload(part: MIMEPart) -> bytes:
    if part.get_content_type() == "message/rfc822":
        inner = part.get_payload()
        return inner[0].as_bytes() if isinstance(inner, list) and inner and isinstance(inner[0], EmailMessage) else b""
    payload = part.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else b""


def _attachments(message: EmailMessage, body: MIMEPart | None) -> Iterator[MIMEPart]:
    """Yield the attached parts; pictures within the HTML and the other form of the body are none."""
    if not message.is_multipart() or message.get_content_maintype() != "multipart":
        return
    for part in message.iter_attachments():
        if (isinstance(part, MIMEPart) and part is not body and not part.is_multipart()) or part.get_content_type() == "message/rfc822":
            named = part.get_filename() is not None or part.get_content_type() == "message/rfc822"
            if named and not (part.get_content_maintype() == "image" and part.get_content_disposition() == "inline"):
                yield part


def _name(part: MIMEPart, names: dict[str, int]) -> str:
    """Name an attachment without any folder, and two of one name apart."""
    given = part.get_filename() or "message.eml"
    name = given.replace("\\", "/").rsplit("/", 1)[-1] or "attachment"
    names[name] = names.get(name, 0) + 1
    stem, dot, ending = name.rpartition(".")
    return name if names[name] == 1 else f"{stem} ({names[name]}){dot}{ending}"


def _facts(message: EmailMessage) -> Facts:
    display, address = parseaddr(str(message.get("From", "")))
    office = str(message.get("Organization", "")).strip() or (display.strip() if _is_office(address) else "")
    return Facts(
        title=" ".join(str(message.get("Subject", "")).split()) or None,
        publisher=office or None,
        author=display.strip() if display.strip() and display.strip() != office else None,
        published=_date(str(message.get("Date", ""))),
    )


def _is_office(address: str) -> bool:
    local = address.partition("@")[0].lower()
    return any(part in load_list("mail_roles")["roles"] for part in (local, local.split(".")[0], local.split("+")[0]))


def _date(header: str) -> str | None:
    try:
        sent: datetime = parsedate_to_datetime(header)
    except (ValueError, TypeError, IndexError):
        return None
    return sent.date().isoformat()  # the sender's own day
