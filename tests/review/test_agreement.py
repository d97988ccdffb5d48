"""Agreement of two coders: the published worked examples of alpha, and what counts as a unit."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.review.desk import decider, desk, founded, reading, shelling, strength

from testimonia.model.decision import Decision
from testimonia.model.valid_time import valid_time
from testimonia.review import Change, changed, correct, reject, withdraw
from testimonia.review import accept as accepted
from testimonia.review.agreement import Agreement, agreement, alpha_nominal, coded_by, section_of


def units(*coders: str) -> list[list[str | None]]:
    """One line of values a coder, a star where there is none."""
    return [[None if value == "*" else value for value in unit] for unit in zip(*(line.split() for line in coders), strict=True)]


@pytest.mark.parametrize(
    ("coders", "alpha"),
    [
        # Krippendorff, Computing Krippendorff's Alpha-Reliability (2011), A: binary data, two observers.
        (("0 1 0 0 0 0 0 0 1 0", "1 1 1 0 0 1 0 0 0 0"), 0.095),
        # B: nominal data, two observers.
        (("a a b b d c c c e d d a", "b a b b b c c c e d d d"), 0.692),
        # C: nominal data, any number of observers, missing data.
        (
            ("1 2 3 3 2 1 4 1 2 * * *", "1 2 3 3 2 2 4 1 2 5 * 3", "* 3 3 3 2 3 4 2 2 5 1 *", "1 2 3 3 2 4 4 1 2 5 1 *"),
            0.743,
        ),
        # The example of the encyclopaedias: three coders, fifteen units.
        (
            ("* * * * * 3 4 1 2 1 1 3 3 * 3", "1 * 2 1 3 3 4 3 * * * * * * *", "* * 2 1 3 4 4 * 2 1 1 3 3 * 4"),
            0.691,
        ),
    ],
)
def test_alpha_is_that_of_the_published_examples(coders: tuple[str, ...], alpha: float) -> None:
    assert alpha_nominal(units(*coders)) == pytest.approx(alpha, abs=0.0005)


def test_nothing_follows_from_one_value_only_or_from_one_coder() -> None:
    assert alpha_nominal([("a", "a"), ("a", "a")]) is None
    assert alpha_nominal([("a", None), (None, "b")]) is None
    assert alpha_nominal([]) is None


@given(st.lists(st.tuples(st.sampled_from("abc"), st.sampled_from("abc")), max_size=12))
def test_alpha_is_one_for_the_same_and_never_above(pairs: list[tuple[str, str]]) -> None:
    alpha = alpha_nominal(pairs)
    assert alpha is None or alpha <= 1
    assert alpha is None or (alpha == 1) == all(left == right for left, right in pairs)
    turned = alpha_nominal([(right, left) for left, right in reversed(pairs)])
    assert (alpha is None) == (turned is None)
    assert alpha is None or turned == pytest.approx(alpha)


def of(found: Agreement, section: str, on: str) -> tuple[int, float]:
    (one,) = [one for one in found.agreed if (one.section, one.on) == (section, on)]
    return one.units, one.percent


def test_units_are_statements_in_overlapping_words_and_what_differs_shows_in_its_field() -> None:
    later = replace(founded(), when=valid_time("1958", mode="within"))
    found = agreement([founded(), strength(), shelling()], [later, shelling()])
    assert found.documents == 1
    assert [(one.section, one.first, one.second, one.both) for one in found.covered] == [("attributes", 2, 1, 1), ("events", 1, 1, 1)]
    assert of(found, "attributes", "time") == (1, 0.0)
    assert of(found, "attributes", "code") == of(found, "attributes", "founded") == (1, 1.0)
    assert of(found, "events", "voices") == of(found, "events", "ASSAULT") == (1, 1.0)


def test_another_code_for_the_same_words_lowers_the_agreement_on_both_codes() -> None:
    other = replace(founded(), predicate="dissolved")
    found = agreement([founded(), strength()], [other, strength()])
    assert of(found, "attributes", "code") == (2, 0.5)
    assert of(found, "attributes", "founded") == of(found, "attributes", "dissolved") == (1, 0.0)
    assert of(found, "attributes", "strength") == (1, 1.0)


def test_documents_that_one_alone_coded_count_for_nothing() -> None:
    found = agreement([founded()], [replace(founded(), document="d-2")])
    assert (found.documents, found.covered, found.agreed) == (0, (), ())


def test_two_referents_of_one_entity_are_one_body() -> None:
    renamed = replace(founded(), subject=replace(founded().subject, referent="r-other"))
    assert agreement([founded()], [renamed]).agreed == ()
    same = {"r-other": "n-1", founded().subject.referent or "": "n-1"}
    assert of(agreement([founded()], [renamed], same=same), "attributes", "code") == (1, 1.0)


def test_somebody_stands_by_what_they_accepted_corrected_or_added_last() -> None:
    made = changed(desk(), founded(), Change(when="1958"), by="anna")
    corrected: Decision = correct(founded(), made, decider(second=1))
    taken = [accepted(founded(), decider()), corrected, reject(strength(), decider(second=2)), accepted(shelling(), decider("berta"))]
    originals = {one.id: one for one in (*reading().claims, *reading().reports)}
    assert coded_by(taken, "anna", originals) == [made.record]
    assert coded_by([*taken, withdraw(corrected, decider(second=3))], "anna", originals) == [founded()]
    assert coded_by(taken, "clara", originals) == []


def test_every_predicate_has_its_section() -> None:
    assert [
        section_of(one)
        for one in (founded(), replace(founded(), predicate="has_role"), replace(founded(), predicate="part_of"), shelling())
    ] == [
        "attributes",
        "roles",
        "relations",
        "events",
    ]
