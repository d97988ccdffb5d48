"""A name leads to what it means, or to what it may have meant."""

import pytest

from testimonia.cli.lookup import find

RECORDS = {
    "n-1": ["Ejército de Liberación Nacional", "ELN"],
    "n-2": ["Ejército Popular de Liberación", "EPL"],
    "n-3": ["حركة تحرير أزواد", "MNLA"],
    "n-4": ["Kachin Independence Army"],
    "n-5": ["Ejercito Popular", "el frente"],
}


def looked_up(name: str) -> tuple[str, ...]:
    return find(name, RECORDS, names_of=lambda record: RECORDS[record], id_of=lambda record: record).records


@pytest.mark.parametrize(
    ("name", "records"),
    [
        ("ELN", ("n-1",)),
        ("eln", ("n-1",)),
        ("EJERCITO DE LIBERACION NACIONAL", ("n-1",)),
        ("حركه تحرير ازواد", ("n-3",)),
        ("kach", ("n-4",)),
        ("n-2", ("n-2",)),
        ("ejercito popular", ("n-5",)),
        ("ejercito", ("n-1", "n-2", "n-5")),
        ("Frente", ()),
        ("n-", ("n-1", "n-2", "n-3", "n-4", "n-5")),
        ("", ()),
    ],
)
def test_identifier_then_exact_then_folded_then_beginning(name: str, records: tuple[str, ...]) -> None:
    assert looked_up(name) == records


def test_a_slip_of_the_pen_gets_suggestions_in_their_own_spelling() -> None:
    found = find("Ejersito Popolar", RECORDS, names_of=lambda record: RECORDS[record], id_of=lambda record: record)
    assert found.records == ()
    assert "Ejercito Popular" in found.suggestions


def test_something_quite_different_gets_none() -> None:
    assert find("qqqqzzzz", RECORDS, names_of=lambda record: RECORDS[record], id_of=lambda record: record).suggestions == ()
