"""What keeps two entities apart, in sentences."""

from testimonia.cli.view_identity import NOT_COMPARED, judgements_between, kept_apart_by
from testimonia.model.entity import Entity, Name
from testimonia.model.judgement import Feature, Judgement
from testimonia.model.kinds import Verdict

NAMES = {"r-1": "Kachin Front", "r-2": "Kachin Army", "r-3": "Kachin Union"}


def _entity(name: str, *referents: str) -> Entity:
    return Entity(f"n-{name}", "armed_group", name, (Name(name, carried_by=("m-1",)),), referents)


def _judged(left: str, right: str, verdict: Verdict, *features: Feature, by: str = "rule:names") -> Judgement:
    return Judgement(left, right, verdict, 0.4, features or (Feature("head", -0.5, "front against army"),), by)


ONE, OTHER = _entity("Kachin Front", "r-1"), _entity("Kachin Army", "r-2")


def test_a_rule_that_says_two_is_named_with_what_speaks_against() -> None:
    against = (Feature("place", 0.3, "both of Kachin"), Feature("head", -0.5, "front against army"))
    told = kept_apart_by(ONE, OTHER, [_judged("r-1", "r-2", "DIFFERENT", *against)], names=NAMES)
    assert told == ["Kept apart by rule:names: front against army."]


def test_what_is_open_says_so_with_its_score() -> None:
    assert kept_apart_by(ONE, OTHER, [_judged("r-2", "r-1", "UNSURE")], names=NAMES) == [
        "Left open by rule:names, at 0.40: front against army."
    ]


def test_a_pair_on_the_way_keeps_two_apart() -> None:
    judged = [_judged("r-1", "r-3", "SAME"), _judged("r-3", "r-2", "SAME"), _judged("r-1", "r-3", "DIFFERENT", by="anna")]
    (told,) = kept_apart_by(ONE, OTHER, judged, names=NAMES)
    assert told.startswith("Kachin Front and Kachin Union, which would be joined with them, are kept apart by anna")


def test_what_nobody_compared_is_said_to_be_so() -> None:
    assert kept_apart_by(ONE, OTHER, [_judged("r-1", "r-3", "DIFFERENT")], names=NAMES) == [NOT_COMPARED]


def test_judgements_inside_one_entity_are_those_between_its_referents() -> None:
    both, inside = _entity("Kachin Front", "r-1", "r-2"), _judged("r-1", "r-2", "SAME")
    assert judgements_between(both, both, [inside, _judged("r-1", "r-3", "SAME")]) == [inside]
    assert judgements_between(ONE, OTHER, [inside]) == [inside]
