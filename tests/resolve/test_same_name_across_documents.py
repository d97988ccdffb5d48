"""One name in several documents."""


def test_bare_unit_words_tie_no_documents(world):
    left, right = world.org("d1", "the Brigades"), world.org("d2", "Brigades")
    assert not world.one(left, right)
    assert world.verdict(left, right) is None


def test_named_events_of_one_name_are_one(world):
    left, right = world.name("named_event", "d1", "Battle of Marawi"), world.name("named_event", "d2", "the Battle of Marawi")
    assert world.one(left, right)


def test_each_referent_is_compared_with_the_first_bearer_only(world):
    members = [world.org(f"d{at}", "Arakan Army") for at in range(5)]
    assert {members[0] in (judgement.left, judgement.right) for judgement in world.resolve().judgements} == {True}


def test_classes_are_never_mixed(world):
    world.place("d1", "Marawi")
    world.org("d2", "Marawi")
    world.name("named_event", "d3", "Marawi")
    world.person("d4", "Marawi", role="leader")
    resolution = world.resolve()
    assert len(resolution.entities) == 4
    assert resolution.judgements == ()
