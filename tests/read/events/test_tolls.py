"""Which event a verb of harm belongs to, on trees built by hand."""

from tests.read.sentences import tree_of

from testimonia.read.events.tolls import cause_of, event_under, harm_of, harmed_by

# Rebels attacked a base , killing five soldiers
ATTACK = tree_of(
    "Rebels NOUN 1 nsubj rebel",
    "attacked VERB -1 root attack Tense=Past",
    "a DET 3 det",
    "base NOUN 1 obj base",
    ", PUNCT 5 punct ,",
    "killing VERB 1 advcl kill VerbForm=Ger",
    "five NUM 7 nummod five",
    "soldiers NOUN 5 obj soldier",
)
# The blast killed two and injured ten
BLAST = tree_of(
    "The DET 1 det",
    "blast NOUN 2 nsubj blast",
    "killed VERB -1 root kill Tense=Past",
    "two NUM 2 obj two",
    "and CCONJ 5 cc and",
    "injured VERB 2 conj injure Tense=Past",
    "ten NUM 5 obj ten",
)
# Rebels killed two and kidnapped ten
RAID = tree_of(
    "Rebels NOUN 1 nsubj rebel",
    "killed VERB -1 root kill Tense=Past",
    "two NUM 1 obj two",
    "and CCONJ 4 cc and",
    "kidnapped VERB 1 conj kidnap Tense=Past",
    "ten NUM 4 obj ten",
)


def test_a_participle_of_harm_belongs_to_the_clause_before_it() -> None:
    assert cause_of(ATTACK, 5) == 1 and event_under(ATTACK, 1) == 1
    assert cause_of(ATTACK, 1) is None and harmed_by(ATTACK, 5) == [7]


def test_both_verbs_of_harm_belong_to_the_blast_that_is_their_subject() -> None:
    assert [cause_of(BLAST, i) for i in (2, 5)] == [1, 1]


def test_an_abduction_beside_a_killing_is_a_happening_of_its_own() -> None:
    assert (harm_of(RAID, 1), harm_of(RAID, 4)) == ("killed", "abducted")
    assert cause_of(RAID, 4) is None and cause_of(RAID, 1) is None
