"""The kind of a body from its name and from what it is seen to do."""

import pytest

from testimonia.read.names.kinds import Bent, kind_of_name


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Front for the Salvation of the Republic", "armed_group"),
        ("Union for the Republic", "political_body"),
        ("Karen National Union", "political_body"),
        ("Armed Islamic Group", "armed_group"),
        ("International Crisis Group", "civil_org"),
        ("National Movement for the Liberation of the North", "armed_group"),
        ("Workers' Liberation Party", "political_body"),
        ("Coordination Committee of the Coast", "coalition"),
        ("4th Infantry Brigade", "state_force"),
        ("Coast Brigade", "armed_group"),
        ("Army of the Republic of Altai", "state_force"),
        ("Presidential Guard", "state_force"),
        ("Lashkar-e-Karim", "armed_group"),
        ("Third Military Region", "state_force"),
        ("Tribunal for Kayah", "intergovernmental"),
        ("Zorba", None),
        ("Bangsamoro Islamic Armed Forces", "armed_group"),
        ("Tigray Defence Forces", "armed_group"),
        ("Civil Defence Forces", "armed_group"),
        ("Armed Forces", "state_force"),
        ("Defence Forces", "state_force"),
        ("Federal Armed Forces", "state_force"),
        ("Armed Forces of the Philippines", "state_force"),
        ("Congolese Armed Forces", "state_force"),
        ("Zairean Armed Forces", "state_force"),
        ("Uganda People's Defence Force", "state_force"),
        ("Revolutionary Armed Forces of Colombia", "armed_group"),
        ("Royal Thai Army", "state_force"),
        ("Irish Republican Army", "armed_group"),
        ("Syrian National Army", "armed_group"),
        ("Bosnian Serb Army", "armed_group"),
        ("Somali Police Force", "state_force"),
    ],
)
def test_the_head_and_the_aim_of_a_name_tell_its_kind(name: str, kind: str | None) -> None:
    assert kind_of_name(name, {})[0] == kind


@pytest.mark.parametrize(
    ("name", "bents", "kind"),
    [
        ("Union of the Coast", {"fights": 2}, "armed_group"),
        ("Union of the Coast", {"fights": 1, "contests": 1}, "political_body"),
        ("Coast Party", {"fights": 2}, "political_body"),
        ("Volga Group", {"fights": 1}, "armed_group"),
        ("Zorba", {"fights": 1}, "armed_group"),
        ("Zorba", {"contests": 1}, "political_body"),
        ("Zorba", {"publishes": 1}, "media"),
    ],
)
def test_what_a_body_does_corrects_its_head_word(name: str, bents: dict[Bent, int], kind: str) -> None:
    assert kind_of_name(name, bents)[0] == kind


def test_a_force_has_the_country_that_opens_its_name() -> None:
    assert kind_of_name("Sri Lankan Army", {}) == ("state_force", "LK")
