"""Clusters from judgements."""

from hypothesis import given, settings
from hypothesis import strategies as st

from testimonia.model.judgement import Feature, Judgement
from testimonia.resolve.clusters import STATED, cluster_referents, pair_of, standing_decisions

REFERENTS = tuple("abcdefgh")
PAIRS = st.tuples(st.sampled_from(REFERENTS), st.sampled_from(REFERENTS)).filter(lambda pair: pair[0] != pair[1])
VERDICTS = st.sampled_from(["SAME", "DIFFERENT", "UNSURE"])


def _judgement(pair, verdict, score, by):
    return Judgement(*pair, verdict, score, (Feature("comment", 0.0, "why"),), by)


RULED = st.lists(st.builds(_judgement, PAIRS, VERDICTS, st.sampled_from([0.8, 0.9, 0.95]), st.just("rule:a")), max_size=20)
DECIDED = st.lists(st.builds(_judgement, PAIRS, VERDICTS, st.just(1.0), st.sampled_from(["coder one", "coder two"])), max_size=6)


def _roots(judgements, **options):
    return cluster_referents(REFERENTS, judgements, **options).root_of()


@given(RULED)
def test_no_rule_ever_joins_a_pair_that_a_rule_keeps_apart(ruled):
    roots = _roots(ruled)
    for judgement in ruled:
        if judgement.verdict == "DIFFERENT":
            assert roots[judgement.left] != roots[judgement.right]


@given(RULED, DECIDED)
def test_nothing_joins_a_pair_that_a_person_keeps_apart(ruled, decided):
    roots = _roots([*ruled, *decided])
    for pair, judgement in standing_decisions(decided).items():
        if judgement.verdict == "DIFFERENT":
            assert roots[pair[0]] != roots[pair[1]]


@given(RULED, DECIDED)
def test_clusters_hold_every_referent_once_in_the_given_order(ruled, decided):
    clusters = cluster_referents(REFERENTS, [*ruled, *decided]).clusters
    assert sorted(member for members in clusters for member in members) == sorted(REFERENTS)
    assert [members[0] for members in clusters] == sorted(members[0] for members in clusters)
    assert all(list(members) == sorted(members) for members in clusters)


@given(RULED, st.randoms())
def test_the_order_of_the_rules_judgements_does_not_matter(ruled, random):
    first = {pair_of(judgement.left, judgement.right): judgement for judgement in ruled}
    shuffled = list(first.values())
    random.shuffle(shuffled)
    assert cluster_referents(REFERENTS, shuffled) == cluster_referents(REFERENTS, list(first.values()))


@given(RULED, DECIDED, st.data())
@settings(max_examples=50)
def test_taking_a_judgement_back_gives_what_was_before(ruled, decided, data):
    before = cluster_referents(REFERENTS, [*ruled, *decided])
    added = data.draw(st.builds(_judgement, PAIRS, VERDICTS, st.just(1.0), st.just("coder three")))
    cluster_referents(REFERENTS, [*ruled, *decided, added])
    assert cluster_referents(REFERENTS, [*ruled, *decided]) == before


@given(RULED)
def test_a_refused_pair_is_apart_and_an_accepted_one_together(ruled):
    clustering = cluster_referents(REFERENTS, ruled)
    roots = clustering.root_of()
    for judgement in ruled:
        if judgement.verdict == "SAME":
            refused = pair_of(judgement.left, judgement.right) in clustering.refused
            assert refused == (roots[judgement.left] != roots[judgement.right])


@given(st.lists(PAIRS, max_size=4), RULED)
def test_no_chain_joins_a_pair_that_a_claim_keeps_apart(apart, ruled):
    same = [judgement for judgement in ruled if judgement.verdict == "SAME"]
    roots = _roots(same, apart=apart)
    assert all(roots[left] != roots[right] for left, right in apart)


def test_the_higher_score_is_joined_first():
    ruled = [_judgement("ab", "SAME", 0.8, "rule:x"), _judgement("bc", "SAME", 0.9, "rule:x"), _judgement("ac", "DIFFERENT", 0.9, "rule:x")]
    assert ("b", "c") in cluster_referents(tuple("abc"), ruled).clusters


def test_a_person_joins_what_a_rule_keeps_apart():
    judged = [_judgement("ab", "DIFFERENT", 0.9, "rule:x"), _judgement("ab", "SAME", 1.0, "coder one")]
    assert cluster_referents(tuple("ab"), judged).clusters == (("a", "b"),)


def test_of_a_persons_decisions_on_one_pair_the_last_counts():
    judged = [_judgement("ab", "SAME", 1.0, "coder one"), _judgement("ba", "UNSURE", 1.0, "coder two")]
    assert cluster_referents(tuple("ab"), judged).clusters == (("a",), ("b",))


def test_members_of_one_list_are_joined_by_a_stated_name_only():
    sets = {"a": {1}, "b": {1}}
    assert cluster_referents(tuple("ab"), [_judgement("ab", "SAME", 0.9, "rule:x")], sets=sets).clusters == (("a",), ("b",))
    assert cluster_referents(tuple("ab"), [_judgement("ab", "SAME", 0.9, STATED)], sets=sets).clusters == (("a", "b"),)


def test_judgements_on_unknown_referents_are_left_out():
    assert cluster_referents(("a",), [_judgement("az", "SAME", 0.9, "rule:x")]).clusters == (("a",),)


def test_rules_say_that_they_are_rules():
    assert _judgement("ab", "SAME", 1.0, "coder one").is_human
    assert not _judgement("ab", "SAME", 1.0, "rule:x").is_human
