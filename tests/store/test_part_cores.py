"""Pages of what is too much for one page: nothing is missing, nothing comes twice."""

from collections.abc import Iterator

import pytest
from tests.store.scaled import scaled

from testimonia.errors import StoreError
from testimonia.store import About, EntitiesWanted, Store, open_store


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with open_store(scaled(tmp_path_factory.mktemp("cores"))) as opened:
        yield opened


@pytest.fixture(scope="module")
def known(store: Store) -> str:
    return store.list_entities(EntitiesWanted()).items[0].id


def pages(store: Store, about: About, **values: object) -> Iterator[tuple[str, ...]]:
    from dataclasses import replace

    after: str | None = None
    while True:
        part = store.part(replace(about, after=after, **values))  # type: ignore[arg-type]
        yield part.core
        after = part.after
        if after is None:
            return


@pytest.mark.parametrize("limit", [1, 7, 1000])
def test_pages_of_an_actor_put_together_are_the_whole(store: Store, known: str, limit: int) -> None:
    paged = list(pages(store, About(entity=known), limit=limit))
    told = [record for page in paged for record in page]
    assert all(len(page) <= limit for page in paged)
    assert len(told) >= 10
    assert set(told) == set(store.part(About(entity=known)).core)


def test_pages_of_a_document_put_together_are_the_whole_in_the_order_of_the_text(store: Store) -> None:
    document = next(iter(store.documents(texts=False))).id
    paged = [record for page in pages(store, About(document=document), limit=3) for record in page]
    assert tuple(paged) == store.part(About(document=document)).core
    assert len(paged) == len(set(paged)) > 3


def test_a_first_look_takes_some_of_each_predicate(store: Store, known: str) -> None:
    core = store.part(About(entity=known, each=2)).core
    wanted = {tally.what for tally in store.tallies(known) if tally.role != "voice"}
    part = store.part(About(claims=core))
    assert {claim.predicate for claim in part.knowledge.claims} | {report.type for report in part.knowledge.reports} >= wanted


def test_tallies_count_what_pages_show(store: Store, known: str) -> None:
    for tally in store.tallies(known):
        about = About(voice=known) if tally.role == "voice" else About(entity=known)
        told = [record for page in pages(store, about, what=tally.what, year=tally.year, limit=50) for record in page]
        assert len(told) >= tally.number > 0


@pytest.mark.parametrize("after", ["", "[1]", "nonsense", '{"a":1}', '["x","y",1,2,3]'])
def test_a_cursor_that_is_none_is_told_so(store: Store, known: str, after: str) -> None:
    with pytest.raises(StoreError, match="is no place in this list"):
        store.part(About(entity=known, after=after))


def test_a_part_is_about_one_thing(store: Store) -> None:
    for about in (About(), About(entity="a", event="b")):
        with pytest.raises(StoreError, match="exactly one thing"):
            store.part(about)


def test_claims_only_reports_only_and_some_predicates(store: Store, known: str) -> None:
    part = store.part(About(entity=known))
    claims = {claim.id: claim.predicate for claim in part.knowledge.claims}
    assert store.core(About(entity=known, only="claims")) == tuple(key for key in part.core if key in claims)
    assert store.core(About(entity=known, only="reports")) == tuple(key for key in part.core if key not in claims)
    whats = tuple(sorted(set(claims.values())))[:2]
    some = store.core(About(entity=known, whats=whats))
    assert some == tuple(key for key in part.core if claims.get(key) in whats) and some


def test_the_last_dated_ones_may_be_added(store: Store, known: str) -> None:
    years = {claim.id: (claim.when.lo or claim.when.hi) for claim in store.claims() if claim.when is not None}
    every = [day.year for key in store.core(About(entity=known, only="claims")) if (day := years.get(key))]
    both = [day.year for key in store.core(About(entity=known, only="claims", each=1, latest=1)) if (day := years.get(key))]
    assert max(both) == max(every) and len(both) < len(every)
