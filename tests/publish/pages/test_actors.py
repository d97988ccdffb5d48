"""Claims are shown one by one in the order asked for."""

from collections.abc import Callable

from testimonia.publish.catalogue import Catalogue
from testimonia.publish.pages.actors import shown_claims


def test_claims_and_reports_come_in_the_order_asked_for_and_unknown_ones_are_left_out(catalogue: Callable[..., Catalogue]) -> None:
    made = catalogue("a | North Front | opposes | South Front", reports=("a | AGREE | North Front | | 2011",))
    (claim,), (report,) = made.claims, made.reports
    assert [shown.id for shown in shown_claims(made, (report, "c-none", claim))] == [report, claim]
