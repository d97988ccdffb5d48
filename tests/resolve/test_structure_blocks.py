"""Candidates by key, so that the cost grows with the names and not with their square."""

from testimonia.resolve.anatomy import anatomy_of
from testimonia.resolve.structure import MAX_COMPARED, shortened_keys


def test_unlike_names_are_never_judged(world):
    for at, name in enumerate(["Kachin Army", "Moro Front", "Azov Brigade", "Taliban", "FARC", "Liwa al-Tawhid"]):
        world.org(f"d{at}", name)
    assert world.resolve().judgements == ()


def test_a_crowded_block_costs_a_bounded_number_of_judgements(world):
    names = [
        f"{word} Aleppo {unit}"
        for word in ("", "National", "Free", "Popular", "Islamic", "Joint")
        for unit in ("Front", "Army", "Council", "Union", "Party")
    ]
    names += [f"{at}th Aleppo Brigade" for at in range(4, 60)]
    for at, name in enumerate(names):
        world.org(f"d{at}", name)
    assert len(world.resolve().judgements) <= 2 * MAX_COMPARED * len(names)


def test_a_name_within_a_longer_one_is_found_by_its_key():
    assert anatomy_of("Zenki Brigades").key in set(shortened_keys(anatomy_of("Nur al-Din Zenki Brigades")))
    assert anatomy_of("Zenki Brigades").key not in set(shortened_keys(anatomy_of("Zenki Front")))


def test_initials_across_documents_stay_open(world):
    long, short = world.org("d1", "Mouvement national de libération de l'Azawad"), world.org("d2", "MNLA")
    assert world.verdict(long, short) == "UNSURE"


def test_rare_initials_across_documents_are_enough_unless_two_bodies_have_them(world):
    long, short = world.org("d1", "Democratic Karen Benevolent Army"), world.org("d2", "DKBA")
    assert world.verdict(long, short) == "SAME"
    other = world.org("d3", "Democratic Karen Buddhist Army")
    assert world.verdict(long, short) == world.verdict(other, short) == "UNSURE"


def test_a_shared_alias_lifts_a_doubt(world):
    left, right = world.org("d1", "Yarmouk Brigade"), world.org("d2", "Yarmouk Martyrs Brigade")
    assert world.verdict(left, right) == "UNSURE"
    for body in (left, right):
        world.claim("known_as", body, text="Lions of Daraa", name_kind="alias")
    assert world.one(left, right)


def test_words_keep_nobody_apart_whom_a_text_calls_by_both_names(world):
    left, right = world.org("d1", "Zabul Republican Army"), world.org("d2", "Zabul Resistance Army")
    assert world.verdict(left, right) == "DIFFERENT"
    world.claim("known_as", world.org("d3", "Zabul Republican Army"), text="Zabul Resistance Army", name_kind="alias")
    assert world.one(left, right)


def _one_setting(world, *documents):
    for document in documents:
        world.place(document, "Idlib")
        world.org(document, "Ahrar al-Sham")


def test_a_head_that_is_made_up_of_bodies_is_lifted_by_one_setting(world):
    long, short = world.org("d1", "Joint Operations Council of the Revolutionary Factions"), world.org("d2", "Joint Operations Council")
    assert world.verdict(long, short) == "UNSURE"
    _one_setting(world, "d1", "d2")
    assert world.one(long, short)


def test_a_head_of_two_longer_names_stays_open(world):
    short = world.org("d1", "Joint Operations Council")
    longs = [world.org("d2", f"Joint Operations Council of the {word} Factions") for word in ("Northern", "Southern")]
    _one_setting(world, "d1", "d2")
    assert not world.one(short, longs[0])
    assert not world.one(short, longs[1])


def test_a_party_of_another_country_is_not_lifted_by_one_setting(world):
    long, short = world.org("d1", "Kurdistan Democratic Party of Iran"), world.org("d2", "Kurdistan Democratic Party")
    _one_setting(world, "d1", "d2")
    assert not world.one(long, short)


def test_a_general_word_and_a_country_left_out_need_one_setting(world):
    long, short = world.org("d1", "Libyan Islamic Justice"), world.org("d2", "Islamic Justice Movement")
    assert not world.one(long, short)
    _one_setting(world, "d1", "d2")
    assert world.one(long, short)


def test_a_namesake_in_another_country_is_not_lifted_by_one_setting(world):
    long, short = world.org("d1", "Turkish Hezbollah"), world.org("d2", "Hezbollah")
    _one_setting(world, "d1", "d2")
    assert not world.one(long, short)


def test_one_parent_does_not_join_two_names_that_one_document_uses(world):
    long, short, parent = (world.org("d1", name) for name in ("Kachin Falcons Liberation Army", "Kachin Falcons Army", "Kachin Union"))
    for wing in (long, short):
        world.claim("armed_wing_of", wing, parent)
    assert not world.one(long, short)


def test_an_m_with_a_number_is_short_for_the_movement_of_that_day(world):
    short, french, other = world.org("d1", "M23"), world.org("d2", "Mouvement du 23 mars"), world.org("d3", "March 12 Movement")
    assert world.one(short, french)
    assert not world.one(short, other)


def test_an_m_with_a_number_stays_open_between_two_months(world):
    short, april, june = world.org("d1", "M-19"), world.org("d2", "19th of April Movement"), world.org("d3", "19 June Movement")
    assert not world.one(short, april)
    assert not world.one(april, june)
