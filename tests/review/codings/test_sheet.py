"""What every format is brought into, and how what is wrong is told."""

from testimonia.review.codings.sheet import Entry, entries, nearest, note, refusal, refuse, unreadable

ENTRY = Entry("codings.csv", "row 4", {})


def test_a_problem_names_file_and_row_and_the_way_out() -> None:
    told = refusal(ENTRY, refuse("no_words", "no words are quoted", "quote them"), document="d-1")
    assert (told.origin, told.place, told.document, told.stage) == ("codings.csv", "row 4", "d-1", "review")
    assert (told.rule, told.what, told.remedy, told.fatal) == ("review.no_words", "no words are quoted", "quote them", True)
    assert note(ENTRY, "said_twice", "twice", "nothing").fatal is False
    assert unreadable("a", None, "x").rule == "review.coding_unreadable"


def test_the_nearest_code_is_suggested_and_else_all_of_them() -> None:
    assert nearest("Split of", ["split_from", "founded"]) == "did you mean 'split_from'?"
    assert nearest("zzzz", ["split_from", "founded"]) == "write one of: split_from, founded"
    assert nearest("", []) == "write one of: none"


def test_what_is_no_object_in_a_list_is_told_and_the_rest_is_taken() -> None:
    taken, wrong = entries([{"a": 1}, 3], origin="f", at="claims")
    assert ([one.place for one in taken], [one.place for one in wrong]) == (["claims[0]"], ["claims[1]"])
    assert entries(None, origin="f", at="claims") == ([], [])
    assert entries("x", origin="f", at="claims")[1][0].what == "claims is no list"
