"""What the page About says."""

from testimonia.publish.pages.about import LIMITS, AboutPage


def test_the_limits_are_always_told():
    page = AboutPage("kb", "1", {"codebook": "2"}, {"documents": 1}, "0" * 64, ())
    assert page.limits == LIMITS
    assert any("not what happened" in limit for limit in page.limits)
