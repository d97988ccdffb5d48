"""Language: by script and over the whole text."""

import pytest

from testimonia.capture.language import main_script, name_language

ENGLISH = "The two movements signed a ceasefire in the capital after three weeks of talks, the mediators said on Friday."


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (ENGLISH, "en"),
        (
            "Los dos movimientos firmaron un alto el fuego en la capital después de tres semanas de conversaciones, según dijeron.",
            "es",
        ),
        (
            "Les deux mouvements ont signé un cessez-le-feu dans la capitale après trois semaines de pourparlers, selon les médiateurs.",
            "fr",
        ),
        ("وقعت الحركتان اتفاقا لوقف إطلاق النار في العاصمة بعد ثلاثة أسابيع من المحادثات حسب الوسطاء يوم الجمعة.", "ar"),
        ("Оба движения подписали соглашение о прекращении огня в столице после трёх недель переговоров, сообщили посредники.", "ru"),
        ("Обидва рухи підписали угоду про припинення вогню у столиці після трьох тижнів переговорів, повідомили посередники.", "uk"),
        ("இரு இயக்கங்களும் போர்நிறுத்த ஒப்பந்தத்தில் கையெழுத்திட்டன", "ta"),
        ("ක්‍රියා", "si"),
    ],
)
def test_names_the_language_of_a_text(text: str, language: str) -> None:
    assert name_language(text) == language


def test_a_letterhead_in_another_script_does_not_decide() -> None:
    assert name_language("حركة المثال\nبيان صحفي\n\n" + ENGLISH * 3) == "en"


def test_short_lines_do_not_decide() -> None:
    assert name_language("Goma.\nIturi.\nBunia.\n" + ENGLISH) == "en"


@pytest.mark.parametrize("text", ["", "1984 – 1999", "አማርኛ ጽሑፍ"])
def test_nothing_is_said_where_nothing_can_be_told(text: str) -> None:
    assert name_language(text) is None


def test_the_script_of_most_letters_counts() -> None:
    assert main_script("Kata'ib كتائب الأنصار") == "arabic"
    assert main_script("Катя and all the others") == "latin"
