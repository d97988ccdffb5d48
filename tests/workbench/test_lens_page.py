"""What the pages of lenses are given can be sent as data too."""

from pydantic import TypeAdapter

from testimonia.workbench.lens_page import ComparePage, LensCount, LensSide


def test_the_records_survive_as_json() -> None:
    side = LensSide("", "everybody’s word", ())
    page = ComparePage(side, side, ("sober",), None, None, "ev-1", (), (), ((), ()), {"both": 2}, ())
    adapter = TypeAdapter(ComparePage)
    assert adapter.validate_json(adapter.dump_json(page)) == page
    assert LensCount(1, 2, 3, 4, None).newest is None
