"""The stemma as trees: every witness once, under what it hangs on."""

from testimonia.model.stemma import Hub, Link, Stemma, Witness
from testimonia.model.stemma_tree import Branch, trees_of

WIRE, FRONT = Hub("outlet:wire", "outlet", "Sample Wire"), Hub("body:front", "body", "Example Front")


def witness(name: str, *hubs: Hub) -> Witness:
    links = [
        Link(Hub(f"document:{name}", "document", name), "document", ""),
        *(Link(hub, "voice", f"hangs on {hub.label}") for hub in hubs),
    ]
    return Witness(name, name, (), {link.hub.id: link for link in links}, known=True)


def outline(tree: Branch) -> list[tuple[int, str]]:
    return [(depth, branch.node.label) for depth, branch in tree.walk()]


def test_a_witness_alone_is_a_tree_without_branches() -> None:
    (tree,) = trees_of(Stemma("x", (witness("a", WIRE),)))
    assert outline(tree) == [(0, "a")]


def test_what_most_hang_on_is_the_root_and_others_follow_through_their_witnesses() -> None:
    made = Stemma("x", (witness("a", FRONT), witness("b", FRONT), witness("c", FRONT, WIRE), witness("d", WIRE), witness("e")))
    first, second = trees_of(made)
    assert outline(first) == [(0, "Example Front"), (1, "a"), (1, "b"), (1, "c"), (2, "Sample Wire"), (3, "d")]
    assert outline(second) == [(0, "e")]


def test_a_hub_on_which_nothing_new_hangs_is_left_out() -> None:
    (tree,) = trees_of(Stemma("x", (witness("a", FRONT, WIRE), witness("b", FRONT, WIRE))))
    assert len(outline(tree)) == 3


def test_every_branch_but_the_root_says_why_it_hangs_there() -> None:
    (tree,) = trees_of(Stemma("x", (witness("a", FRONT), witness("b", FRONT))))
    assert [branch.link.words for _, branch in tree.walk() if branch.link is not None] == ["hangs on Example Front"] * 2
