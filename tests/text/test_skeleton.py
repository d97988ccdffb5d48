"""Arabic, Hebrew and Cyrillic spellings share a skeleton with their romanisations, and unlike names do not."""

import pytest

from testimonia.text.skeleton import MAX_KEYS, skeleton, skeletons


@pytest.mark.parametrize(
    ("original", "romanised"),
    [
        ("جبهة النصرة", "Jabhat al-Nusra"),
        ("جبهة النصرة", "Jabhet en-Nusrah"),
        ("هيئة تحرير الشام", "Hay'at Tahrir ash-Sham"),
        ("الجيش السوري الحر", "al-Jaysh as-Suri al-Hurr"),
        ("أنصار الشريعة", "Ansar al-Shari'a"),
        ("عبد القادر", "Abdelkader"),
        ("صلاح الدين", "Salahuddin"),
        ("صلاح الدين", "Salah ad-Din"),
        ("تنظيم القاعدة", "Tanzim al-Qaida"),
        ("حركة الشباب", "Harakat al-Shabaab"),
        ("مصراتة", "Misurata"),
    ],
)
def test_one_name_in_two_scripts_shares_a_key(original, romanised):
    assert skeletons(original) & skeletons(romanised)


@pytest.mark.parametrize(("left", "right"), [("جبهة النصرة", "Jaysh al-Islam"), ("أنصار الشريعة", "Ansar al-Din"), ("Karen", "Kachin")])
def test_unlike_names_share_no_key(left, right):
    assert not skeletons(left) & skeletons(right)


def test_spellings_of_one_romanised_name_share_a_key():
    assert skeletons("Kataeb Hizbullah") & skeletons("Kata'ib Hezbollah")


def test_a_name_has_a_bounded_number_of_keys_and_a_plain_one():
    name = "Jabhah Nusrah Katibah Firqah Sariyah Haybah"
    assert 0 < len(skeletons(name)) <= MAX_KEYS
    assert skeleton(name) in skeletons(name)
    assert skeleton("1234") == ""
