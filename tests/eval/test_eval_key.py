"""A key is read, folded and looked up in its texts."""

import pytest
from eval.key import fold, gold_from, overlap


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("The Ulster Volunteer Force", "ulster volunteer force"),
        ("al-Nusra", "nusra"),
        ("Jama'at Nusrat al-Islam", "jamaat nusrat al islam"),
        ("Óglaigh na hÉireann", "oglaigh na heireann"),
        ("حراس   الدين", "حراس الدين"),
        ("“…”", ""),
    ],
)
def test_a_name_is_folded_to_its_bare_words(written: str, folded: str) -> None:
    assert fold(written) == folded


def test_overlap_is_a_share_of_the_shorter_wording() -> None:
    assert overlap("military spokesman", "a military spokesman of the group") == 1.0
    assert overlap("police officers", "army officers") == 0.5
    assert overlap("", "army officers") == 0.0


def test_a_quotation_is_found_wherever_it_stands_whatever_the_line_breaks() -> None:
    key = {"entities": [{"id": "eln", "kind": "armed_group", "name": "ELN", "names": ["ELN"]}]}
    gold = gold_from(key, {"a.txt": "the ELN\nsaid. Then the ELN said."})
    assert gold.spans("a.txt", "the ELN said") == [(0, 12), (19, 31)]
    assert gold.spans("a.txt", "The ELN said") == []
    assert gold.spans("b.txt", "the ELN said") == []


def test_one_name_may_lead_to_several_entities() -> None:
    entities = [
        {"id": "a", "kind": "armed_group", "name": "National Liberation Army", "names": []},
        {"id": "b", "kind": "armed_group", "name": "ELN", "names": ["The National Liberation Army"]},
    ]
    assert gold_from({"entities": entities}, {}).by_name["national liberation army"] == {"a", "b"}
