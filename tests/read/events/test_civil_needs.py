"""Events without arms need the right company: who asks, who gathers, what is refused."""

from collections.abc import Callable

import pytest
from tests.read.reading import Read


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("On 5 May 2012 relatives gathered outside the court in Bujumbura to demand the names of the dead.", "PROTEST"),
        ("On 5 May 2012 the government urged the rebels to lay down their arms.", "REQUEST"),
        ("On 5 May 2012 the rebels rejected the offer.", "REJECT"),
        ("On 5 May 2012 the Moro Front was added to a list of terrorist groups.", "SANCTION"),
        ("Some 400 people fled from Jolo on 5 May 2012.", "COERCE"),
    ],
)
def test_what_has_its_company_is_told(read: Callable[..., Read], text: str, kind: str) -> None:
    assert kind in {report.type for report in read(text).reading.reports}


@pytest.mark.parametrize(
    "text",
    [
        "On 5 May 2012 relatives gathered outside the church in Bujumbura for a wedding.",
        "On 5 May 2012 the weather urged nobody to stay.",
        "On 5 May 2012 the surgeon rejected the kidney.",
        "On 5 May 2012 the book was added to a list of novels.",
        "Time fled in Jolo on 5 May 2012.",
    ],
)
def test_what_lacks_it_is_not(read: Callable[..., Read], text: str) -> None:
    assert read(text).reading.reports == ()
