"""The page Network: the picture's data, and the table of every tie behind it."""

from dataclasses import dataclass

from testimonia.publish.catalogue import Catalogue
from testimonia.publish.pages.lifelines_page import TieShown, tie_shown
from testimonia.publish.pages.network import Network, network_of
from testimonia.publish.pages.shown import Named
from testimonia.publish.pages.ties import TIES


@dataclass(frozen=True, slots=True)
class NetworkPage:
    """The page of a network: `network` is what the picture is drawn from, `ties` the same in words, in the same order.

    `is_cut` says that there was no room for all ties between those around the middle.
    """

    name: str
    network: Network
    ties: tuple[TieShown, ...]
    kinds: tuple[tuple[str, int], ...]
    most_witnesses: int
    left_out: tuple[Named, ...]
    is_cut: bool = False


def network_page(catalogue: Catalogue, centre: str, *, most: int | None = None, is_cut: bool = False) -> NetworkPage:
    """Show who a body is tied to.

    Args:
        catalogue: Where everything is, as the lens leaves it; a part about the body and those tied to it is enough.
        centre: The body's id.
        most: How many claims of each tie are shown in their words; None for all.
        is_cut: Whether ties between those around the middle are missing.

    Returns:
        The page.

    Raises:
        RecordError: There is no such entity.
    """
    drawn = network_of(catalogue, centre)
    counts = tuple((str(kind), sum(tie.kind == kind for tie in drawn.ties)) for kind in TIES)
    return NetworkPage(
        name=catalogue.knowledge.name_of(centre),
        network=drawn,
        ties=tuple(tie_shown(catalogue, tie, most=most) for tie in drawn.ties),
        kinds=tuple((kind, number) for kind, number in counts if number),
        most_witnesses=max((tie.witnesses for tie in drawn.ties), default=1),
        left_out=tuple(Named(node.name, f"/actors/{node.id}") for node in drawn.left_out),
        is_cut=is_cut,
    )
