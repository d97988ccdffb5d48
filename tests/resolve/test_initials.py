"""What initials tell: rare letters and many of them, never the letters that half of all names share."""

import pytest

from testimonia.resolve.initials import ENOUGH_BITS, FEW_INITIALS, TELLING_INITIALS, feature_of_initials, told_by_initials


@pytest.mark.parametrize(("rare", "common"), [("LTTE", "MNLA"), ("UNITA", "MPLA"), ("KNU", "PLA")])
def test_rare_letters_tell_more_than_common_ones(rare: str, common: str) -> None:
    assert told_by_initials(rare) > told_by_initials(common)


def test_full_stops_and_hyphens_tell_nothing() -> None:
    assert told_by_initials("L.T.T.E.") == told_by_initials("LTTE") == told_by_initials("LT-TE")


def test_letters_of_other_scripts_tell_no_more_than_the_commonest() -> None:
    assert told_by_initials("ДНР") == pytest.approx(told_by_initials("AAA"))


def test_initials_that_few_names_share_are_enough_and_short_ones_are_not() -> None:
    assert told_by_initials("LTTE") >= ENOUGH_BITS
    assert feature_of_initials("LTTE").weight == TELLING_INITIALS
    assert feature_of_initials("FNL").weight == FEW_INITIALS[3]
    assert FEW_INITIALS[3] < feature_of_initials("MNLA").weight < TELLING_INITIALS
