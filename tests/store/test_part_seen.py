"""What a lens leaves of a part is cut to the part again."""

from collections.abc import Iterator

import pytest
from tests.store.scaled import scaled

from testimonia.store import About, Store, open_store, part_seen


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with open_store(scaled(tmp_path_factory.mktemp("kb"))) as opened:
        yield opened


def test_a_part_of_which_everything_is_left_is_the_part(store: Store) -> None:
    document = next(store.documents(texts=False)).id
    part = store.part(About(document=document), background=True)
    plain = store.part(About(document=document))
    seen = part_seen(part, part.knowledge, part.findings, about=About(document=document))
    assert seen.core == plain.core and seen.after is None
    assert {claim.id for claim in seen.knowledge.claims} == {claim.id for claim in plain.knowledge.claims}


def test_only_what_is_asked_for_is_shown(store: Store) -> None:
    document = next(store.documents(texts=False)).id
    part = store.part(About(document=document), background=True)
    known = {claim.id: claim for claim in part.knowledge.claims}
    predicate = next(known[name].predicate for name in part.core if name in known)
    seen = part_seen(part, part.knowledge, part.findings, about=About(document=document, what=predicate))
    assert seen.core and {known[name].predicate for name in seen.core} == {predicate}
