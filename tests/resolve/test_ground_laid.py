"""What identity decisions rest on."""

from testimonia.resolve.ground import lay_ground


def _ground(world, **options):
    return lay_ground(world.referents, world.claims, **{"earlier": (), "locate": None, **options})


def test_a_referent_given_twice_stands_once(world):
    world.org("d1", "Arakan Army")
    world.org("d1", "Arakan Army")
    assert len(_ground(world).referents) == 1


def test_documents_keep_company_by_the_names_they_share(world):
    left, right, far = (world.org(document, "Security Forces") for document in ("d1", "d2", "d3"))
    for document in ("d1", "d2"):
        world.place(document, "Sittwe")
        world.org(document, "Arakan Army")
    ground = _ground(world)
    assert ground.share_company((left,), (right,))
    assert not ground.share_company((left,), (far,))


def test_general_names_are_no_company(world):
    left, right = world.org("d1", "Arakan Army"), world.org("d2", "Arakan Army")
    for document in ("d1", "d2"):
        world.org(document, "Security Forces")
        world.org(document, "the Army")
        world.org(document, "Police")
    assert not _ground(world).share_company((left,), (right,))


def test_parents_are_compared_only_once_clusters_are_known(world):
    wing, other = world.org("d1", "Yarmouk Brigade"), world.org("d2", "Yarmouk Brigade")
    world.claim("armed_wing_of", wing, world.org("d1", "Daraa Party"))
    world.claim("armed_wing_of", other, world.org("d2", "Homs Front"))
    assert not _ground(world).other_parents((wing,), (other,))


def test_only_places_are_located(world, located):
    place = world.place("d1", "Sittwe")
    world.org("d1", "Arakan Army")
    assert set(_ground(world, locate=located([(place, 1, "MM")])).located) == {place}
