"""The stemma as nested nodes: one tree for each independent witness, each link with its reason."""

from collections.abc import Callable

from testimonia.publish.catalogue import Catalogue
from testimonia.publish.pages.stemma_page import stemma_page
from testimonia.weigh import stemma_of

DOCUMENTS = {"a": "Daily Example; 2015-03-01", "b": "Sample News; 2018-05-04; from Daily Example", "c": "Third Voice; 2019"}
LINES = tuple(f"{document} | North Front | founded | | 1990" for document in DOCUMENTS)


def drawn(made: Catalogue, **rest: object):
    stemma = stemma_of(made.knowledge, list(made.claims), about="North Front was founded")
    return stemma, stemma_page(made, stemma, asked=next(iter(made.claims)), **rest)


def test_a_republication_hangs_on_what_it_goes_back_to(catalogue: Callable[..., Catalogue]) -> None:
    _, page = drawn(catalogue(*LINES, documents=DOCUMENTS))
    assert (page.independent, len(page.trees), len(page.witnesses)) == (2, 2, 3)
    joined = next(tree for tree in page.trees if tree.nodes)
    assert {node.document for node in joined.nodes} == {"a", "b"}
    assert all(node.why for node in joined.nodes)


def test_every_claim_is_numbered_at_its_witness(catalogue: Callable[..., Catalogue]) -> None:
    _, page = drawn(catalogue(*LINES, documents=DOCUMENTS))
    numbers = [number for tree in page.trees for node in (tree, *tree.nodes) for number in node.claims]
    assert sorted(numbers) == [1, 2, 3]


def test_the_path_between_two_witnesses_is_told_step_by_step(catalogue: Callable[..., Catalogue]) -> None:
    made = catalogue(*LINES, documents=DOCUMENTS)
    stemma, _ = drawn(made)
    by_document = {witness.document: witness.id for witness in stemma.witnesses}
    _, joined = drawn(made, between=(by_document["a"], by_document["b"]))
    _, apart = drawn(made, between=(by_document["a"], by_document["c"]))
    _, unknown = drawn(made, between=(by_document["a"], "w-none"))
    assert "Daily Example" in joined.path[0]
    assert apart.path[0].endswith("are independent: no path joins them.")
    assert (unknown.right, unknown.path) == (None, ())
