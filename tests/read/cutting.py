"""Compare what the front end cuts out of a text (passages, quotations, names) with what a case expects."""

import json
import re
from collections.abc import Mapping
from typing import Any

from tests.read.reading import document_of

from testimonia.read.names.chunks import find_chunks
from testimonia.read.passages import cut_passages
from testimonia.read.voices.quotes import find_quotations, is_speech

_LOWER = re.compile(r"\b[a-zà-öø-ÿ][\w’'-]+")


def passages_of(text: str) -> list[dict[str, Any]]:
    """Cut a text into passages as cases describe them."""
    return [{"passage": p.kind, "text": text[p.start : p.end]} for p in cut_passages(document_of(text))]


def quotations_of(text: str) -> list[dict[str, Any]]:
    """Find the quotations of a text of one paragraph."""
    found = find_quotations(text, start=0, end=len(text))
    return [{"quotation": text[q.start : q.end], "open": q.open, "speech": is_speech(text, q)} for q in found]


def chunks_of(text: str) -> list[dict[str, Any]]:
    """Find the names of a text, as the reader does: knowing which words it also writes small."""
    return [{"chunk": text[c.start : c.end]} for c in find_chunks(text, start=0, end=len(text), lower=frozenset(_LOWER.findall(text)))]


def cut_differences(found: list[dict[str, Any]], case: Mapping[str, Any]) -> list[str]:
    """List what is missing and what should not be there; `*` stands for any."""

    def is_there(wanted: Mapping[str, Any]) -> bool:
        return any(all(value == "*" or one.get(key) == value for key, value in wanted.items()) for one in found)

    missing = [f"missing: {json.dumps(wanted, ensure_ascii=False)}" for wanted in case["expect"] if not is_there(wanted)]
    return missing + [f"must not be found: {json.dumps(barred, ensure_ascii=False)}" for barred in case["not"] if is_there(barred)]


def expect_cut(found: list[dict[str, Any]], case: Mapping[str, Any]) -> None:
    """Compare and say what was found."""
    wrong = cut_differences(found, case)
    assert not wrong, "\n".join([case["text"], *wrong, f"found: {found}"])
