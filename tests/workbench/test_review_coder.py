"""Who decides: a name, and what is no name."""

from datetime import datetime

import pytest
from starlette.responses import Response

from testimonia.errors import DecisionError
from testimonia.workbench.review_coder import COOKIE, LONGEST_NAME, coder_of, keep_name, name_of, now, plain_words


def test_a_name_comes_back_out_of_the_cookie_whatever_its_script():
    answer = Response()
    keep_name(answer, "عمر; Ünal")
    kept = answer.headers["set-cookie"].partition("=")[2].partition(";")[0]
    assert answer.headers["set-cookie"].startswith(COOKIE)
    assert coder_of(kept) == "عمر; Ünal"


@pytest.mark.parametrize("kept", ["", "%20", "rule%3Amine", "%ff%fe", "%00"])
def test_a_cookie_that_holds_no_name_is_none(kept):
    assert coder_of(kept) == ""


def test_a_name_stands_on_one_line_and_is_not_endless():
    assert name_of("  Anna \n Example ") == "Anna Example"
    assert len(name_of("a" * 500)) == LONGEST_NAME
    with pytest.raises(DecisionError, match="needs the name"):
        name_of("rule:x")


def test_what_no_file_can_hold_is_left_out():
    assert plain_words("a\ud800b\0c") == "abc"


def test_a_moment_has_its_zone_and_never_comes_twice():
    assert datetime.fromisoformat(now()).utcoffset() is not None
    assert now() <= now()
