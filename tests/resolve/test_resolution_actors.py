"""Identity of organisations across documents, from evidence to clusters."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from testimonia.model.judgement import Feature, Judgement
from testimonia.model.referent import Referent, referent_id
from testimonia.resolve import resolve_referents
from testimonia.resolve.clusters import cluster_referents
from testimonia.text.names import fold_name

NAMES = [
    *("Moro Islamic Liberation Front", "MILF", "Moro National Liberation Front", "Liwa al-Tawhid", "Tawheed Brigade"),
    *("Jabhat al-Nusra", "al-Nusra Front", "جبهة النصرة", "Real IRA", "IRA", "Provisional IRA", "Karen Army", "Karenni Army"),
    *("Free Syrian Army", "Syrian Army", "M23", "M23 Movement", "the Army"),
]


def _referents(picked):
    return [Referent(referent_id(f"d{at}", "org", fold_name(name)), f"d{at}", name, "org", names=(name,)) for at, name in picked]


PICKED = st.lists(st.tuples(st.integers(0, 4), st.sampled_from(NAMES)), min_size=1, max_size=14, unique=True)


def _partition(resolution):
    return {frozenset(entity.referents) for entity in resolution.entities}


@given(PICKED, st.randoms(use_true_random=False))
@settings(max_examples=60, deadline=None)
def test_names_across_documents_are_joined_alike_in_any_order_of_the_documents(picked, shuffler):
    documents = sorted({document for document, _ in picked})
    shuffler.shuffle(documents)
    turned = sorted(picked, key=lambda pick: documents.index(pick[0]))
    straight = sorted(picked, key=lambda pick: pick[0])
    assert _partition(resolve_referents(_referents(turned), (), documents={})) == _partition(
        resolve_referents(_referents(straight), (), documents={})
    )


@given(PICKED)
@settings(max_examples=60, deadline=None)
def test_judgements_agree_with_the_entities_and_give_them_again(picked):
    referents = _referents(picked)
    resolution = resolve_referents(referents, (), documents={})
    entity_of = resolution.entity_of()
    for judgement in resolution.judgements:
        assert (entity_of[judgement.left] == entity_of[judgement.right]) == (judgement.verdict == "SAME")
        assert judgement.reasons
        assert judgement.by.startswith("rule:")
    same = [judgement for judgement in resolution.judgements if judgement.verdict == "SAME"]
    again = cluster_referents([referent.id for referent in referents], same)
    assert {frozenset(members) for members in again.clusters} == _partition(resolution)


@given(PICKED, st.data())
@settings(max_examples=60, deadline=None)
def test_a_decision_taken_back_leaves_no_trace(picked, data):
    referents = _referents(picked)
    ids = [referent.id for referent in referents]
    before = resolve_referents(referents, (), documents={})
    pair = data.draw(st.tuples(st.sampled_from(ids), st.sampled_from(ids)))
    if pair[0] != pair[1]:
        decided = Judgement(
            *pair,
            data.draw(st.sampled_from(["SAME", "DIFFERENT"])),
            1.0,
            (Feature("comment", 0.0, "read"),),
            "a coder",
            at="2024-01-01T00:00:00Z",
        )
        known = resolve_referents(referents, (), documents={}, earlier=(decided,)).entities
        after = resolve_referents(referents, (), documents={}, known=known)
        assert _partition(after) == _partition(before)
        assert after.judgements == before.judgements


def test_one_name_in_two_documents_is_one_body(world):
    left, right = world.org("d1", "Kachin Independence Army"), world.org("d2", "the Kachin Independence Army")
    assert world.one(left, right)
    assert world.judgement(left, right).reasons == ("same folded name in both documents",)


def test_a_town_is_never_the_brigade_named_after_it(world):
    town, brigade = world.place("d1", "Azov"), world.org("d2", "Azov")
    assert not world.one(town, brigade)
    assert world.resolve().judgements == ()


def test_a_stated_acronym_ties_what_the_words_cannot(world):
    long, short = world.org("d1", "Revolutionary Armed Forces of Colombia"), world.org("d2", "FARC")
    assert not world.one(long, short)
    claim = world.claim("known_as", long, text="FARC", name_kind="acronym")
    assert world.one(long, short)
    judgement = world.judgement(long, short)
    assert judgement.evidence == (claim,)
    assert claim in judgement.reasons[0]


def test_a_stated_alias_ties_through_a_third_document(world):
    spanish, english, short = world.org("d1", "Frente Farabundo"), world.org("d2", "Farabundo Front"), world.org("d3", "FMLN")
    world.claim("known_as", spanish, text="FMLN", name_kind="acronym")
    assert world.one(spanish, english, short)


def test_a_renamed_body_is_tied_to_its_new_name(world):
    old, new = world.org("d1", "Jabhat al-Nusra"), world.org("d2", "Jabhat Fateh al-Sham")
    world.claim("renamed", old, text="Jabhat Fateh al-Sham")
    assert world.one(old, new)


def test_two_names_that_a_document_uses_for_one_referent_tie_another_document(world):
    both, short = world.org("d1", "Liberation Tigers of Tamil Eelam", "LTTE"), world.org("d2", "LTTE")
    assert world.one(both, short)


@pytest.mark.parametrize("alias", ["the Brigades", "the Movement", "Colombia", "Aleppo", "Security Forces"])
def test_a_name_too_general_ties_nothing(world, alias):
    world.place("d2", "Aleppo")
    named, other = world.org("d1", "Yarmouk Brigades"), world.org("d2", alias)
    world.claim("known_as", named, text=alias, name_kind="alias")
    assert not world.one(named, other)


def test_a_denied_alias_keeps_apart(world):
    real, other = world.org("d1", "Real IRA"), world.org("d2", "Continuity IRA")
    claim = world.claim("known_as", real, text="Continuity IRA", polarity="denied")
    judgement = world.judgement(real, other)
    assert (judgement.verdict, judgement.evidence) == ("DIFFERENT", (claim,))


def test_an_acronym_of_two_bodies_ties_neither_to_a_third_document(world):
    people, land, bare = world.org("d1", "People's Liberation Army"), world.org("d2", "Papua Liberation Army"), world.org("d3", "PLA")
    world.claim("known_as", people, text="PLA", name_kind="acronym")
    world.claim("known_as", land, text="PLA", name_kind="acronym")
    roots = world.resolve().entity_of()
    assert len({roots[people], roots[land], roots[bare]}) == 3
    assert world.verdict(people, bare) == world.verdict(land, bare) == "UNSURE"


def test_an_acronym_of_two_bodies_ties_within_the_document_that_states_it(world):
    people, own = world.org("d1", "People's Liberation Army"), world.org("d1", "PLA")
    land, other = world.org("d2", "Papua Liberation Army"), world.org("d2", "PLA")
    world.claim("known_as", people, text="PLA", name_kind="acronym")
    world.claim("known_as", land, text="PLA", name_kind="acronym")
    assert world.one(people, own)
    assert world.one(land, other)
    assert not world.one(own, other)


def test_an_acronym_of_two_bodies_ties_where_the_documents_keep_one_company(world):
    people, land = world.org("d1", "People's Liberation Army"), world.org("d2", "Papua Liberation Army")
    for document in ("d2", "d3"):
        world.place(document, "Jayapura")
        world.org(document, "Indonesian Army")
    bare = world.org("d3", "PLA")
    world.claim("known_as", people, text="PLA", name_kind="acronym")
    world.claim("known_as", land, text="PLA", name_kind="acronym")
    assert world.one(land, bare)
    assert not world.one(people, bare)


@pytest.mark.parametrize(
    "predicate", ["opposes", "allied_with", "split_from", "armed_wing_of", "part_of", "member_of", "merged_into", "affiliated_with"]
)
def test_a_body_is_in_no_relation_with_itself(world, predicate):
    left, right = world.org("d1", "Liwa al-Tawhid"), world.org("d1", "Tawheed Brigade")
    claim = world.claim(predicate, left, right)
    judgement = world.judgement(left, right)
    assert (judgement.verdict, judgement.evidence) == ("DIFFERENT", (claim,))


def test_no_chain_of_documents_joins_opponents(world):
    first, second = world.org("d1", "Liwa al-Tawhid"), world.org("d1", "Tawheed Brigade")
    again, third = world.org("d2", "Liwa al-Tawhid"), world.org("d3", "Tawheed Brigade")
    world.claim("opposes", first, second)
    roots = world.resolve().entity_of()
    assert roots[first] != roots[second]
    assert roots[first] == roots[again]
    assert roots[second] == roots[third]


def test_members_of_one_coalition_are_not_one(world):
    room = world.org("d1", "Army of Conquest")
    members = [world.org("d1", name) for name in ("Liwa al-Haqq", "Haqq Brigade")]
    for member in members:
        world.claim("member_of", member, room)
    assert world.verdict(*members) == "DIFFERENT"


def test_names_in_one_list_are_not_one_unless_the_text_says_so(world):
    army = world.org("d1", "Syrian Army")
    left, right = world.org("d1", "Liwa al-Haqq"), world.org("d1", "Haqq Brigade")
    world.claim("opposes", left, army, span=3)
    world.claim("opposes", right, army, span=3)
    assert not world.one(left, right)
    world.claim("known_as", left, text="Haqq Brigade")
    assert world.one(left, right)


def test_a_stated_name_against_a_stated_relation_stays_open(world):
    left, right = world.org("d1", "Liwa al-Haqq"), world.org("d1", "Ahrar Brigade")
    world.claim("known_as", left, text="Ahrar Brigade")
    world.claim("split_from", left, right)
    assert world.verdict(left, right) == "UNSURE"


def test_a_general_name_ties_documents_of_one_setting_only(world):
    left, right, far = world.org("d1", "Security Forces"), world.org("d2", "the security forces"), world.org("d3", "Security Forces")
    for document in ("d1", "d2"):
        world.place(document, "Myitkyina")
        world.org(document, "Kachin Independence Army")
    assert world.one(left, right)
    assert not world.one(left, far)


def test_one_general_name_in_two_countries_stays_open(world, located):
    colombia, algeria = world.org("d1", "National Liberation Army"), world.org("d2", "National Liberation Army")
    arauca, aures = world.place("d1", "Arauca"), world.place("d2", "Aures")
    world.claim("operates_in", colombia, arauca)
    world.claim("operates_in", algeria, aures)
    assert world.one(colombia, algeria)
    assert not world.one(colombia, algeria, locate=located([(arauca, 1, "CO"), (aures, 2, "DZ")]))


def test_a_country_in_one_name_only_needs_one_setting(world):
    with_country, without = world.org("d1", "Sudanese Liberation Justice Movement"), world.org("d2", "Liberation and Justice Movement")
    assert world.verdict(with_country, without) == "UNSURE"
    for document in ("d1", "d2"):
        world.place(document, "El Fasher")
        world.place(document, "Nyala")
    assert world.one(with_country, without)


def test_wings_of_one_body_need_less_likeness(world):
    long, short = world.org("d1", "Nur al-Din Zenki Brigades"), world.org("d2", "Zenki Brigades")
    parents = world.org("d1", "Idlib Party"), world.org("d2", "Idlib Party")
    assert world.verdict(long, short) == "UNSURE"
    world.claim("armed_wing_of", long, parents[0])
    world.claim("armed_wing_of", short, parents[1])
    assert world.one(long, short)


def test_one_name_of_wings_of_two_bodies_stays_open(world):
    left, right = world.org("d1", "People's Army"), world.org("d2", "People's Army")
    far_left, far_right = world.org("d3", "Ansar Brigades"), world.org("d4", "Ansar Brigades")
    world.claim("armed_wing_of", far_left, world.org("d3", "Kachin Party"))
    world.claim("armed_wing_of", far_right, world.org("d4", "Mindanao Front"))
    assert not world.one(left, right)
    assert world.verdict(far_left, far_right) == "UNSURE"


def test_a_person_decides_above_every_rule(world):
    left, right, third = (world.org(f"d{at}", "Liwa al-Tawhid") for at in (1, 2, 3))
    world.judge(left, right, "DIFFERENT")
    roots = world.resolve().entity_of()
    assert roots[left] != roots[right]
    assert roots[left] == roots[third]
    world.judge(left, right, "SAME")
    assert world.one(left, right, third)


def test_a_person_joins_what_no_rule_would(world):
    left, right = world.org("d1", "Provisional IRA"), world.org("d2", "Irish Republican Army")
    world.judge(left, right, "SAME")
    assert world.one(left, right)
    assert world.resolve().judgements == ()


def test_earlier_judgements_of_rules_do_not_count(world):
    left, right = world.org("d1", "Kachin Army"), world.org("d2", "Arakan Army")
    world.judge(left, right, "SAME", by="rule:same name")
    assert not world.one(left, right)


def test_many_documents_with_one_name_cost_one_judgement_each(world):
    members = [world.org(f"d{at}", "Arakan Army") for at in range(200)]
    assert len(world.resolve().judgements) == len(members) - 1


def test_the_same_input_gives_the_same_output(world):
    names = random.Random(3).choices(NAMES, k=40)
    for at, name in enumerate(names):
        world.org(f"d{at}", name)
    assert world.resolve() == world.resolve()


def test_nothing_gives_nothing(world):
    resolution = world.resolve()
    assert (resolution.judgements, resolution.entities) == ((), ())


def test_initials_that_two_documents_explain_otherwise_join_nothing(world):
    people, own = world.org("d1", "People's Liberation Army"), world.org("d1", "PLA")
    land, other = world.org("d2", "Papua Liberation Army"), world.org("d2", "PLA")
    assert world.one(people, own)
    assert world.one(land, other)
    assert not world.one(own, other)


def test_a_name_of_two_spellings_of_one_body_has_one_owner(world):
    left, right = world.org("d1", "Liwa al-Tawhid"), world.org("d2", "Tawheed Brigade")
    bare, again = world.org("d3", "LT"), world.org("d4", "Halab Lions")
    for owner in (left, right):
        world.claim("known_as", owner, text="Halab Lions", name_kind="alias")
    assert world.one(left, right, again)
    assert not world.one(left, bare)
