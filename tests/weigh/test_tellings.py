"""Tellings: repetitions are compared once, and what depends on the passages around is not taken for a repetition."""

from testimonia.weigh import tellings
from testimonia.weigh.accounts import accounts_of
from testimonia.weigh.findings import weigh_knowledge
from testimonia.weigh.likeness import against_each_other, likeness_of
from testimonia.weigh.tellings import Comparison, tellings_of

ATTACK = "| ASSAULT bombing | Boko Haram -> ~worshippers | Maiduguri | 2015-05-30 | killed 16"
UNDATED = "| ASSAULT bombing | Boko Haram -> ~worshippers | Maiduguri | | killed 16"


def told(knowledge_of, documents, lines):
    return tellings_of(accounts_of(knowledge_of(documents={key: f"Paper {key}" for key in documents}, reports=lines)))


def test_equal_reports_are_one_telling_and_every_report_is_kept(knowledge_of):
    other = ATTACK.replace("16", "20")
    made = told(knowledge_of, "abc", [f"a {ATTACK}", f"b {other}", f"b {ATTACK}", f"c {ATTACK}"])
    assert sorted(len(telling.places) for telling in made) == [1, 3]
    assert sorted(place for telling in made for place in telling.places) == [0, 1, 2, 3]


def test_a_report_that_tells_too_little_is_never_one_with_its_like(knowledge_of):
    made = told(knowledge_of, "ab", [f"{key} | ASSAULT | -> | Maiduguri | 2015-05-30" for key in "ab"])
    assert [telling.places for telling in made] == [(0,), (1,)]
    assert made[0].kind == made[1].kind


def test_undated_and_recurrent_reports_stay_apart(knowledge_of):
    for line in (UNDATED, ATTACK + " | recurrent"):
        assert [telling.kind for telling in told(knowledge_of, "ab", [f"a {line}", f"b {line}"])] == [None, None]


def test_an_undated_report_meets_the_report_of_its_own_document(knowledge_of):
    vague = UNDATED.replace(" bombing", "").replace("killed 16", "")  # of another document only what agrees in its figures is tied
    made = told(knowledge_of, "abc", [f"a {ATTACK}", f"b {ATTACK}", f"b {vague}", f"c {vague}"])
    dated, inside, elsewhere = sorted(made, key=lambda telling: telling.places)
    assert dated.places == (0, 1)
    compare = Comparison()
    assert compare.likeness(dated, inside) is not None
    assert compare.likeness(dated, elsewhere) is None


def test_what_is_remembered_is_what_the_reports_say(knowledge_of):
    lines = [ATTACK, ATTACK.replace("16", "20"), ATTACK.replace("Maiduguri", "Kano"), ATTACK.replace("bombing", "killing")]
    made = told(knowledge_of, "abcd", [f"{key} {line}" for key, line in zip("abcd", lines, strict=True)])
    compare = Comparison()
    for _ in range(2):
        for left in made:
            for right in made:
                if left is not right:
                    assert compare.likeness(left, right) == likeness_of(left.first, right.first)
                    assert compare.against(left, right) == against_each_other(left.first, right.first)


def test_repetitions_cost_no_comparisons(knowledge_of, monkeypatch):
    asked = []
    monkeypatch.setattr(tellings, "likeness_of", lambda left, right, **_: asked.append(1) or likeness_of(left, right))
    documents = {f"d{number}": f"Paper {number}" for number in range(120)}
    lines = [f"{key} {ATTACK.replace('16', str(16 + number % 2))}" for number, key in enumerate(documents)]
    (event,) = weigh_knowledge(knowledge_of(documents=documents, reports=lines)).events
    assert len(event.reports) == 120
    assert len(asked) <= 3
