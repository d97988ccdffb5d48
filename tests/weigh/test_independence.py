"""Independence: each way in which two witnesses hang together, and look-alikes in which they do not."""

import pytest

from testimonia.weigh.assertions import assertions_of
from testimonia.weigh.independence import Witnesses, count_independent, explain, why_dependent

CLAIM = "| ELN | founded | | 1964"
STORY = " ".join(f"word{number}" for number in range(60))


def witnesses_of(knowledge):
    made = Witnesses(knowledge, assertions_of(knowledge))
    return [made.of(claim.document, claim.attribution) for claim in knowledge.claims]


@pytest.mark.parametrize(
    ("documents", "chains", "reason"),
    [
        ({"a": "The Daily Example", "b": "Sample News"}, ["a", "b"], None),
        ({"a": "The Daily Example", "b": "the daily example"}, ["a", "b"], "both were published by"),
        ({"a": "The Daily Example; from Sample News", "b": "Sample News"}, ["a", "b"], "republication from Sample News"),
        ({"a": "One Paper; from Sample Wire", "b": "Other Paper; from Sample Wire"}, ["a", "b"], "republications from Sample Wire"),
        ({"a": "One Paper", "b": "Other Paper"}, ["a > ELN", "b > ELN"], "both go back to ELN"),
        ({"a": "One Paper", "b": "Other Paper"}, ["a > ELN", "b > FARC"], None),
        ({"a": "One Paper", "b": "Other Paper"}, ["a > ~a security source", "b > ~a security source"], "may be one voice"),
        ({"a": "One Paper", "b": "Other Paper"}, ["a > ~Amina Yusuf", "b > ~Amina Yusuf"], "a speaker of one name"),
        ({"a": "One Paper", "b": "Other Paper"}, ["a > ~a resident of Goma", "b > ~a resident of Sake"], None),
        ({"a": "One Paper", "b": "ELN"}, ["a > ELN", "b"], "both go back to ELN"),
        ({"a": "One Paper"}, ["a > ELN", "a > FARC"], "they stand in one document"),
        ({"a": "?", "b": "Other Paper"}, ["a", "b"], "unknown"),
        ({"a": "One Paper; for ELN", "b": "Other Paper; for ELN"}, ["a", "b"], "one side"),
    ],
)
def test_each_tie_is_named_and_look_alikes_are_independent(knowledge_of, documents, chains, reason):
    left, right = witnesses_of(knowledge_of(documents=documents, claims=[f"{chain} {CLAIM}" for chain in chains]))
    found = why_dependent(left, right)
    assert found is None if reason is None else reason in (found or "")
    assert count_independent([left, right]) == (2 if reason is None else 1)


def test_two_copies_of_a_text_are_one_witness(knowledge_of):
    documents, texts = {"a": "One Paper", "b": "Other Paper"}, {"a": STORY, "b": STORY + " more"}
    left, right = witnesses_of(knowledge_of(documents=documents, texts=texts, claims=[f"a {CLAIM}", f"b {CLAIM}"]))
    assert why_dependent(left, right) == (
        "their texts share more than half of their wording: a.txt and b.txt share 100% of the shorter one's words"
    )


def test_a_wing_and_its_party_are_one_side_and_the_reason_says_so(knowledge_of):
    claims = [f"a > NPA {CLAIM}", f"b > CPP {CLAIM}", "c | NPA | armed_wing_of | CPP"]
    documents = {"a": "One Paper", "b": "Other Paper", "c": "Third Paper"}
    left, right, _ = witnesses_of(knowledge_of(documents=documents, claims=claims))
    assert why_dependent(left, right) == "they are one side: NPA is said to be the armed wing of CPP"


def test_witnesses_hang_together_through_a_third(knowledge_of):
    documents = {"a": "One Paper", "b": "Other Paper; from One Paper", "c": "Third Paper; from Other Paper", "d": "Fourth Paper"}
    made = witnesses_of(knowledge_of(documents=documents, claims=[f"{key} {CLAIM}" for key in documents]))
    assert why_dependent(made[0], made[2]) is None
    assert count_independent(made[:3]) == 1
    assert count_independent(made) == 2


def test_unknown_publishers_add_nothing(knowledge_of):
    documents = {"a": "?", "b": "?", "c": "One Paper", "d": "Other Paper"}
    made = witnesses_of(knowledge_of(documents=documents, claims=[f"{key} {CLAIM}" for key in documents]))
    assert [count_independent(made[:2]), count_independent(made), count_independent([])] == [1, 2, 0]


def test_the_explanation_is_one_sentence_that_names_the_witnesses(knowledge_of):
    documents = {"a": "One Paper", "b": "Other Paper"}
    made = witnesses_of(knowledge_of(documents=documents, claims=[f"a {CLAIM}", f"b > FARC {CLAIM}"]))
    assert explain(made) == "One Paper and FARC in Other Paper have different publishers and share no text, no voice and no side."
    assert explain(made[:1]) == "One Paper is the only witness."


def test_a_speaker_without_a_public_role_is_not_named_in_a_finding(knowledge_of):
    knowledge = knowledge_of(documents={"a": "One Paper", "b": "Other Paper"}, claims=[f"a > Jane Doe {CLAIM}", f"b > Jane Doe {CLAIM}"])
    private = {referent: entity for referent, entity in knowledge.entity_of.items() if "Doe" not in entity}
    knowledge = type(knowledge)(knowledge.documents, knowledge.sources, knowledge.entities, private, knowledge.claims, knowledge.reports)
    made = witnesses_of(knowledge)
    assert why_dependent(*made) == "both quote a speaker of one name, which may be one voice"
    assert "Doe" not in explain(made) + explain(made[:1])
