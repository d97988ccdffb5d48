"""Networks have nodes of bodies, places and public persons, and ties with what supports them."""

from testimonia.publish.exports.lookup import Lookup
from testimonia.publish.exports.losses import Losses
from testimonia.publish.exports.networks import EDGE_FIELDS, LOSSES, edge_fields, edge_id, nodes, ties
from testimonia.publish.released import Released


def test_nodes_are_entities_but_named_events_with_their_lives(released: Released) -> None:
    losses = Losses(LOSSES)
    held = {node.id: node for node in nodes(Lookup(released), losses)}
    assert "n-battle" not in held
    assert losses.lost["named_event"] == 1
    assert held["n-milf"].fields["founded"] == "1984-01-01"
    assert held["n-mnlf"].fields["founded"] == "1972-10-21"
    assert held["n-milf"].fields["names"] == "Moro Islamic Liberation Front | MILF | جبهة تحرير مورو"
    assert held["n-basilan"].fields["latitude"] == 6.6


def test_ties_say_what_supports_them_and_what_is_left_out_is_counted(released: Released) -> None:
    losses = Losses(LOSSES)
    held = {edge_id(tie): edge_fields(tie) for tie in ties(Lookup(released), losses)}
    split = held["n-milf-split_from-n-mnlf"]
    assert (split["witnesses"], split["disputed"], split["claims"], split["stances"]) == (2, True, 2, "asserted:2")
    assert held["n-mnlf-member_of-n-union"]["polarity"] == "denied"
    assert set(split) == set(EDGE_FIELDS)
    assert not [name for name in held if "n-battle" in name]
    assert (losses.lost["no_node"], losses.lost["unary"], losses.lost["event_reports"], losses.written["edges"]) == (1, 6, 6, len(held))
