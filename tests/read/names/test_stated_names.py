"""Names reach as far as the text itself says."""

import itertools

import pytest

from testimonia.read.names.stated_names import stated_names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The Mouvement du 23 mars (M23) fled. The Mouvement du 23 mars denied it.", ["Mouvement du 23 mars"] * 2),
        ("The Communist Party of Nepal (Maoist) met.", ["Nepal (Maoist)"]),
        ("The Liberation Army (Nur) fought the Liberation Army (Minnawi).", ["Army (Nur)", "Army (Minnawi)"]),
        ("The Liberation Army (Nur) fought.", []),
        ("He lives in Lyon (France) and in Lyon (Rhône).", []),
        ("The Karen Army (KA) and the Karen Army (Kayin)", ["Karen Army"]),
        ("", []),
        ("()(((", []),
    ],
)
def test_the_text_states_how_far_a_name_reaches(text: str, names: list[str]) -> None:
    assert [text[start:end] for start, end in stated_names(text)] == names


def test_spans_are_in_order_and_apart() -> None:
    text = "Front de libération du Québec (FLQ). " * 40
    spans = stated_names(text)
    assert len(spans) == 40
    assert all(a[1] <= b[0] for a, b in itertools.pairwise(spans))
