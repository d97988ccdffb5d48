"""What a document says of a name being a person's, over all its mentions."""

from tests.read.sentences import tree_of

from testimonia.model.kinds import EntityClass
from testimonia.read.names.persons import bynames_of_persons, name_groups_of_persons, namesakes, weigh_persons
from testimonia.read.names.spotting import Spot, Votes, no_votes

TREE = tree_of("the DET 2 det", "Karu PROPN 2 compound", "faction NOUN 3 nsubj", "left VERB -1 root leave")


def spot(key: str, at: int, cls: EntityClass, weight: float = 1.5, *, byname_of: int | None = None, group_after: int | None = None) -> Spot:
    """Make a name with one vote."""
    made = Spot(at, at + len(key), key.title(), key, TREE, 1, (1,), byname_of=byname_of, group_after=group_after)
    made.votes[cls] = weight
    return made


def votes_of(spots: list[Spot]) -> dict[str, Votes]:
    """Sum the votes of names and weigh them."""
    votes: dict[str, Votes] = {}
    for one in spots:
        mine = votes.setdefault(one.key, no_votes())
        for cls, weight in one.votes.items():
            mine[cls] += weight
    weigh_persons(votes, spots)
    return votes


def test_a_last_name_alone_later_speaks_for_a_person() -> None:
    votes = votes_of([spot("sam bokari", 0, "person"), spot("bokari", 50, "org")])
    assert votes["sam bokari"]["person"] > 1.5 and votes["bokari"]["person"] > votes["bokari"]["org"]


def test_a_last_name_before_the_full_name_speaks_for_nothing() -> None:
    assert votes_of([spot("bokari", 0, "org"), spot("sam bokari", 50, "person")])["bokari"]["person"] == 0.0


def test_a_word_for_bodies_is_no_surname() -> None:
    assert votes_of([spot("kachin army", 0, "person"), spot("army", 50, "org")])["army"]["person"] == 0.0


def test_a_byname_is_of_the_class_of_its_name() -> None:
    votes = votes_of([spot("luis arteaga", 0, "person", 4.0), spot("tornado", 20, "org", byname_of=12)])
    assert votes["tornado"]["person"] == votes["luis arteaga"]["person"] == 4.0 and votes["luis arteaga"]["org"] == 1.5


def test_the_faction_of_a_person_is_a_body_of_its_own() -> None:
    person, group = spot("karu", 0, "person", 4.0), spot("karu", 4, "org", 4.0, group_after=2)
    name_groups_of_persons([person, group])
    assert group.key == "karu faction" and group.tokens == (1, 2) and group.votes["org"] > 0.0 and person.key == "karu"


def test_the_faction_of_a_body_keeps_the_bodys_name() -> None:
    body, group = spot("karu", 0, "org", 4.0), spot("karu", 4, "org", 4.0, group_after=2)
    name_groups_of_persons([body, group])
    assert group.key == "karu"


def test_who_is_named_in_full_before_a_longer_name_is_another_person() -> None:
    assert ("amara keita", "modibo amara keita") in namesakes([spot("amara keita", 0, "person"), spot("modibo amara keita", 50, "person")])


def test_two_surnames_after_a_full_name_are_the_same_person() -> None:
    assert not namesakes([spot("luisa abello ruiz", 0, "person"), spot("abello ruiz", 50, "person")])


def test_a_given_name_opens_a_name_in_full_wherever_it_stands() -> None:
    assert namesakes([spot("modibo ibrahim keita", 0, "person"), spot("ibrahim keita", 50, "person")])


def test_what_follows_a_particle_is_no_name_in_full() -> None:
    assert not namesakes([spot("bin salim", 0, "person"), spot("hassan bin salim", 50, "person")])


def test_kin_are_two_though_one_name_opens_the_other() -> None:
    tree = tree_of("His PRON 1 nmod:poss", "brother NOUN 2 nsubj", "Luis PROPN -1 root")
    one = Spot(0, 11, "Luis Garcia", "luis garcia", tree, 2, (2,))
    assert namesakes([one, Spot(40, 58, "Luis Garcia Torres", "luis garcia torres", tree, 2, (2,))])
    assert not namesakes([spot("luis garcia torres", 0, "person"), spot("luis garcia", 50, "person")])


def test_a_byname_stands_for_the_person_and_for_no_body() -> None:
    spots = [spot("bosco ntaganda", 0, "person"), spot("terminator", 22, "person", byname_of=14), spot("karu", 50, "org")]
    links = {one.key: (one.key, "name") for one in spots}
    assert bynames_of_persons(spots, links, persons={"bosco ntaganda", "terminator"}) == {"terminator": ("bosco ntaganda", "short_name")}  # type: ignore[arg-type]
    assert bynames_of_persons(spots, links, persons={"terminator"}) == {}  # type: ignore[arg-type]
