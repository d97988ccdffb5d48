"""A knowledge base of a few lines in the coders' notation of `tests/weigh`, weighed, and looked up."""

from collections.abc import Callable
from typing import Any

import pytest
from tests.weigh.conftest import Builder

from testimonia.publish.catalogue import Catalogue, catalogue_of
from testimonia.weigh import weigh_knowledge

DOCUMENTS = {"a": "Daily Example; 2015-03-01", "b": "Sample News; 2018-05-04"}


@pytest.fixture
def catalogue() -> Callable[..., Catalogue]:
    """Claims and reports in the notation; documents a and b unless others are given."""

    def build(*claims: str, reports: tuple[str, ...] = (), **rest: Any) -> Catalogue:
        knowledge = Builder({"documents": DOCUMENTS, "claims": claims, "reports": reports, **rest}).knowledge()
        return catalogue_of(knowledge, weigh_knowledge(knowledge))

    return build
