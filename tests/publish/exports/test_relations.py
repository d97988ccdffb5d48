"""Relations gather claims between the same two entities."""

from testimonia.publish.exports.lookup import Lookup
from testimonia.publish.exports.relations import Relation, relations
from testimonia.publish.released import Released


def found(released: Released) -> dict[tuple[str, str, str], Relation]:
    return {(one.subject, one.predicate, one.object): one for one in relations(Lookup(released))}


def test_claims_of_one_tie_are_one_relation_with_times_witnesses_and_disputes(released: Released) -> None:
    split = found(released)["n-milf", "split_from", "n-mnlf"]
    assert split.claims == ("c-split", "c-split2")
    assert (split.start, split.end, split.edtf) == ("1977-01-01", "1978-03-31", "1977 | 1978-03")
    assert (split.witnesses, split.disputes, split.documents) == (2, ("x-1",), ("d-1", "d-2"))
    assert split.quotes == ("words of c-split", "words of c-split2")


def test_an_open_end_stays_open_and_stances_are_counted(released: Released) -> None:
    member = found(released)["n-milf", "member_of", "n-union"]
    assert (member.start, member.end, member.stances, member.polarity) == ("2012-01-01", None, (("claimed", 1),), "affirmed")


def test_a_denial_is_marked_as_one(released: Released) -> None:
    denied = found(released)["n-mnlf", "member_of", "n-union"]
    assert (denied.polarity, denied.denied) == ("denied", 1)


def test_claims_without_a_second_entity_are_no_relation_and_roles_are_kept(released: Released) -> None:
    held = found(released)
    assert not [key for key in held if key[1] in ("known_as", "strength", "founded")]
    assert held["n-hashim", "has_role", "n-milf"].roles == ("chairman",)
    assert list(held) == sorted(held)
