"""An acronym in brackets says how far the name before it reaches, in any language."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from testimonia.text.introductions import find_introductions


def found(text: str) -> list[tuple[str, str]]:
    return [(text[i.start : i.end], text[i.acronym_start : i.acronym_end]) for i in find_introductions(text)]


@pytest.mark.parametrize(
    ("text", "name", "acronym"),
    [
        ("It fought the Congrès national pour la défense du peuple (CNDP) there.", "Congrès national pour la défense du peuple", "CNDP"),
        ("The Mouvement du 23 mars (M23) was created", "Mouvement du 23 mars", "M23"),
        (
            "the Alliance des patriotes pour un Congo libre et souverain (APCLS) of",
            "Alliance des patriotes pour un Congo libre et souverain",
            "APCLS",
        ),
        ("known as the Forces combattantes abacunguzi (FOCA)", "Forces combattantes abacunguzi", "FOCA"),
        ("PKK (Partiya Karkerên Kurdistanê) was", "Partiya Karkerên Kurdistanê", "PKK"),
        ("the Euskadi Ta Askatasuna [ETA]", "Euskadi Ta Askatasuna", "ETA"),
        ("Lashkar-e-Taiba (LeT)", "Lashkar-e-Taiba", "LeT"),
        ("the Frente de Libertação de Moçambique (FRELIMO)", "Frente de Libertação de Moçambique", "FRELIMO"),
        (
            "Communist Party of Nepal (Unified Marxist-Leninist) (CPN-UML).",
            "Communist Party of Nepal (Unified Marxist-Leninist)",
            "CPN-UML",
        ),
        ("the Sudan People's Liberation Movement-North (SPLM-N)", "Sudan People's Liberation Movement-North", "SPLM-N"),
    ],
)
def test_a_name_is_as_long_as_its_acronym_says(text: str, name: str, acronym: str) -> None:
    assert found(text) == [(name, acronym)]


@pytest.mark.parametrize(
    "text",
    [
        "Revolutionary Armed Forces of Colombia (FARC)",  # the acronym of the Spanish name
        "On Monday the army (AP) said",
        "In 2012 Ahmed went to Berlin (BBC)",
        "a resident of Kidal (MNLA)",
        "They left. Army National (AN)",
        "(AB)",
    ],
)
def test_letters_that_spell_nothing_introduce_nothing(text: str) -> None:
    assert [name for name, _ in found(text) if "." in name or name.split()[0].islower() or len(name.split()) > 2] == []


@given(st.text(alphabet="AaBb .()[]\"'-1\n", max_size=200))
def test_any_text_gives_spans_inside_it_in_order(text: str) -> None:
    spans = find_introductions(text)
    assert all(0 <= i.start < i.end <= len(text) and 0 <= i.acronym_start < i.acronym_end <= len(text) for i in spans)
    assert all(a.end <= b.start for a, b in itertools.pairwise(spans))
