"""Records as fields, and two of them side by side."""

from dataclasses import replace

from testimonia.model.claim import Attribution, Claim, Proposal, Value
from testimonia.model.event import EventReport, Figure
from testimonia.model.evidence import Evidence
from testimonia.model.party import Party
from testimonia.model.valid_time import valid_time
from testimonia.workbench.review_words import LABELS, differences, figure_line, one_line, values_of

VOICES = Attribution((Party("The Paper", None, "publisher"), Party("a resident", None, "words", 0, 10)), "claimed")
CLAIM = Claim(
    "d-1",
    "strength",
    Party("The\nFront", "r-1", "name", 0, 9),
    VOICES,
    (Evidence("d-1", 0, 9, "The\nFront"),),
    Proposal("t", "t"),
    value=Value(low=40, high=60, unit="fighters"),
    when=valid_time("1999", mode="within"),
)
REPORT = EventReport(
    "d-1",
    "ASSAULT",
    VOICES,
    CLAIM.evidence,
    Proposal("t", "t"),
    initiator=(Party("the army"), Party("the police")),
    figures=(Figure("killed", Party("rebels"), 8, 12), Figure("injured", None, 3, None), Figure("detained", None, 4, 4)),
)


def test_a_claim_is_written_as_fields():
    values = values_of(CLAIM)
    assert (values["subject"], values["words"], values["voices"]) == ("The Front", "The Front", "a resident")
    assert (values["low"], values["high"], values["unit"], values["when"]) == ("40", "60", "fighters", "1999")
    assert set(values) <= set(LABELS)


def test_a_report_has_a_line_for_each_party_and_figure():
    values = values_of(REPORT)
    assert values["initiator"] == "the army\nthe police"
    assert values["figures"] == "killed 8..12 of rebels\ninjured 3..\ndetained 4"
    assert set(values) <= set(LABELS)


def test_only_what_differs_is_told_in_the_order_of_the_form():
    after = replace(CLAIM, when=None, polarity="denied", value=Value(low=40))
    assert [(one.field, one.before, one.after) for one in differences(CLAIM, after)] == [
        ("polarity", "affirmed", "denied"),
        ("high", "60", ""),
        ("unit", "fighters", ""),
        ("when", "1999", ""),
    ]
    assert differences(CLAIM, CLAIM) == ()


def test_quotations_that_are_too_long_for_a_form_are_compared_too():
    long = replace(CLAIM, evidence=(Evidence("d-1", 0, 30_000, "x" * 30_000),))
    assert values_of(long)["words"] == ""
    assert [one.field for one in differences(CLAIM, long)] == ["words"]


def test_words_are_put_on_one_line():
    assert one_line(" a\n\tb\u00a0c ") == "a b c"
    assert figure_line(Figure("killed", None, None, 5)) == "killed ..5"
