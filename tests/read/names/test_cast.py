"""Cases of which names stand for one thing, and the gathering of a cast from names."""

from collections import Counter
from collections.abc import Callable
from typing import Any

from tests.read.reading import Read, expect_case, fields_of, parametrized
from tests.read.sentences import tree_of

from testimonia.model.kinds import EntityClass
from testimonia.read.names.cast import Cast, gather_cast, to_referents
from testimonia.read.names.spotting import Spot
from testimonia.text.names import fold_name

TREE = tree_of("They PRON 1 nsubj", "left VERB -1 root")


@parametrized("cast")
def test_a_text_gives_the_cast_that_its_coder_expects(case: dict[str, Any], read: Callable[..., Read]) -> None:
    expect_case(read(case["text"], **fields_of(case)), case)


def spot(name: str, cls: EntityClass = "org", *, at: int = 0, role: str | None = None) -> Spot:
    """Make a name that clearly votes for a class."""
    return Spot(at, at + len(name), name, fold_name(name), TREE, 0, (0,), Counter({cls: 4.0}), role)


def cast_of(*spots: Spot, acronyms: dict[str, str] | None = None) -> Cast:
    """Gather the cast of some names."""
    return gather_cast("d-1", spots, acronyms={fold_name(k): fold_name(v) for k, v in (acronyms or {}).items()})


def full_name(cast: Cast, name: str) -> str | None:
    """Give the name of the member that a name stands for."""
    member = cast.member(name)
    return None if member is None else max(member.names, key=len)


def test_a_stated_acronym_stands_for_its_name() -> None:
    cast = cast_of(spot("Karen National Union"), spot("KNU"), acronyms={"KNU": "Karen National Union"})
    assert full_name(cast, "KNU") == "Karen National Union"
    assert cast.stands_for[fold_name("KNU")][1] == "acronym"


def test_a_shorter_name_joins_the_only_longer_one() -> None:
    assert full_name(cast_of(spot("Jabhat al-Nusra"), spot("Nusra Front")), "Nusra Front") is not None
    assert full_name(cast_of(spot("Sultan Murad Division"), spot("Murad Division")), "Murad Division") == "Sultan Murad Division"


def test_a_shorter_name_that_two_longer_ones_fit_joins_neither() -> None:
    cast = cast_of(spot("Northern Murad Division"), spot("Southern Murad Division"), spot("Murad Division"))
    assert full_name(cast, "Murad Division") == "Murad Division"


def test_a_distinctive_word_more_is_another_body() -> None:
    cast = cast_of(spot("Moro National Liberation Front"), spot("Moro Islamic Liberation Front"))
    assert len({m.key for m in map(cast.member, ("Moro National Liberation Front", "Moro Islamic Liberation Front")) if m is not None}) == 2


def test_classes_are_kept_apart() -> None:
    cast = cast_of(spot("Azawad Front"), spot("Azawad", "place"))
    assert full_name(cast, "Azawad") == "Azawad"


def test_a_name_that_nothing_votes_for_is_left_out() -> None:
    silent = Spot(0, 5, "Dawns", "dawns", TREE, 0, (0,))
    assert cast_of(silent).member("Dawns") is None


def test_referents_hold_no_person_without_a_public_role() -> None:
    cast = cast_of(spot("Karim Shah", "person", role="governor"), spot("Amina Yusuf", "person"), spot("Azawad Front"))
    assert {r.name for r in to_referents(cast)} == {"Karim Shah", "Azawad Front"}


def test_a_country_has_one_force_however_it_is_called() -> None:
    cast = cast_of(spot("Azawad Front"))
    first = cast.force_of("ML", "Malian forces", at=0)
    assert cast.force_of("ML", "Malian troops", at=30) is first
    assert first.kind == "state_force"


def test_identifiers_depend_on_document_class_and_name_alone() -> None:
    one, two = cast_of(spot("Azawad Front", at=3)), cast_of(spot("Kidal Union"), spot("Azawad Front", at=90))
    member_one, member_two = one.member("Azawad Front"), two.member("Azawad Front")
    assert member_one is not None and member_two is not None
    assert one.id_of(member_one) == two.id_of(member_two)
