"""Everything in the picture stands where its time says, and what has no time stands apart."""

from collections.abc import Callable

from testimonia.publish.catalogue import Catalogue
from testimonia.publish.pages.lifelines import lifelines_of
from testimonia.publish.pages.lifelines_picture import LABELS, MOST_MARKS, WIDTH, LifelinesPicture, picture_of


def drawn(made: Catalogue) -> LifelinesPicture:
    picture = picture_of(lifelines_of(made, list(made.knowledge.entities)[::-1]))
    assert picture is not None
    return picture


def test_nothing_dated_is_no_picture(catalogue: Callable[..., Catalogue]) -> None:
    made = catalogue("a | North Front | member_of | River Pact")
    assert picture_of(lifelines_of(made, list(made.knowledge.entities))) is None


def test_two_claimed_beginnings_leave_the_time_between_uncertain(catalogue: Callable[..., Catalogue]) -> None:
    lines = (
        "a | North Front | founded | | 1970-01-01",
        "b | North Front | founded | | 1980-01-01",
        "a | North Front | dissolved | | 1990-01-01",
    )
    (row,) = [row for row in drawn(catalogue(*lines)).rows if row.name == "North Front"]
    assert [piece.look for piece in row.pieces] == ["maybe", "known"]
    assert row.pieces[0].right == row.pieces[1].left
    assert [sign.look for sign in row.signs] == ["begin", "begin", "end"]
    assert row.disputed


def test_where_nobody_says_that_it_ended_the_line_stays_open(catalogue: Callable[..., Catalogue]) -> None:
    picture = drawn(catalogue("a | North Front | founded | | 1970-01-01", "a | East Front | dissolved | | 1999-12-31"))
    looks = {row.name: [piece.look for piece in row.pieces] for row in picture.rows}
    assert looks["North Front"][-1] == "open"
    assert "open" not in looks["East Front"]


def test_a_dated_tie_stands_at_its_time_and_an_undated_one_left_of_the_years(catalogue: Callable[..., Catalogue]) -> None:
    picture = drawn(
        catalogue(
            "a | Old Front | founded | | 1970-01-01",
            "a | New Front | split_from | Old Front | 1985-01-01",
            "a | Unit | part_of | Old Front",
        )
    )
    by_kind = {tie.kind: tie for tie in picture.ties}
    assert picture.undated is not None
    assert by_kind["part_of"].x < picture.undated <= by_kind["split_from"].x
    assert (by_kind["part_of"].look, by_kind["split_from"].look) == ("undated", "dated")


def test_upright_lines_do_not_fall_on_one_another(catalogue: Callable[..., Catalogue]) -> None:
    picture = drawn(catalogue("a | Pact | founded | | 1970", *(f"a | Unit {number} | member_of | Pact | 1980" for number in range(5))))
    assert len({tie.x for tie in picture.ties}) == 5


def test_everything_stands_inside_the_picture(catalogue: Callable[..., Catalogue]) -> None:
    lines = [f"a | Body {number} | founded | | {1500 + 37 * number}" for number in range(12)]
    picture = drawn(catalogue(*lines, "a | Body 1 | merged_into | Body 2 | 1999-12-31"))
    assert len(picture.years) <= MOST_MARKS + 1
    places = [x for row in picture.rows for piece in row.pieces for x in (piece.left, piece.right)] + [tie.x for tie in picture.ties]
    assert all(LABELS <= x <= WIDTH for x in places)
    assert all(0 < row.y < picture.height for row in picture.rows)


def test_a_tie_that_is_only_denied_looks_so(catalogue: Callable[..., Catalogue]) -> None:
    picture = drawn(catalogue("a | North Front | founded | | 1970", "a | North Front | not part_of | River Pact"))
    assert [tie.look for tie in picture.ties] == ["denied"]
