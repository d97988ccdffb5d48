"""A part seen through a lens shows of what it is about what the whole shows."""

from collections.abc import Iterator

import pytest
from tests.store.scaled import scaled

from testimonia.looking import look, look_at
from testimonia.model.lens import Choice, Lens
from testimonia.publish import catalogue_of
from testimonia.publish.views import actor_profile, dispute_view, event_view
from testimonia.store import About, Store, open_store

LENSES = (
    Lens("everything"),
    Lens("independent", publishers=Choice(kinds=frozenset({"independent_media", "ngo"}))),
    Lens("two", witnesses=2),
    Lens("named", voices=Choice(without_kinds=frozenset({"anonymous", "belligerent"}))),
    Lens("at first hand", longest_chain=1),
)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with open_store(scaled(tmp_path_factory.mktemp("lenses"))) as opened:
        yield opened


@pytest.mark.parametrize("lens", LENSES, ids=lambda lens: lens.name)
def test_every_actor_is_the_same_in_the_part_and_in_the_whole(store: Store, lens: Lens) -> None:
    seen = look(store, lens)
    whole = catalogue_of(seen.knowledge, seen.findings)
    for entity in list(seen.knowledge.entities)[::3]:
        part = look_at(store, lens, about=About(entity=entity))
        assert actor_profile(catalogue_of(part.knowledge, part.findings), entity) == actor_profile(whole, entity)


def test_a_page_under_a_lens_is_cut_after_weighing(store: Store) -> None:
    entity = max(store.entities(), key=lambda entity: len(entity.referents)).id
    lens = LENSES[1]
    whole = look_at(store, lens, about=About(entity=entity))
    core: list[str] = []
    after: str | None = None
    while True:
        page = look_at(store, lens, about=About(entity=entity, limit=5, after=after))
        core += page.core
        after = page.after
        if after is None:
            break
    assert tuple(core) == whole.core and len(core) > 5


@pytest.mark.parametrize("lens", LENSES[1:], ids=lambda lens: lens.name)
def test_every_event_and_dispute_is_the_same_in_the_part_and_in_the_whole(store: Store, lens: Lens) -> None:
    seen = look(store, lens)
    whole = catalogue_of(seen.knowledge, seen.findings)
    for event in list(whole.events)[::4]:
        part = look_at(store, lens, about=About(claims=whole.events[event].reports))
        assert event_view(catalogue_of(part.knowledge, part.findings), event) == event_view(whole, event)
    for dispute in whole.findings.disputes[::3]:
        part = look_at(store, lens, about=About(claims=dispute.claims))
        assert dispute_view(catalogue_of(part.knowledge, part.findings), dispute.id) == dispute_view(whole, dispute.id)


def test_parts_of_one_predicate_or_kind_are_cut_after_weighing_too(store: Store) -> None:
    entity = max(store.entities(), key=lambda entity: len(entity.referents)).id
    whole = look_at(store, LENSES[1], about=About(entity=entity))
    claims = {claim.id: claim.predicate for claim in whole.knowledge.claims}
    only = look_at(store, LENSES[1], about=About(entity=entity, only="claims")).core
    assert only == tuple(key for key in whole.core if key in claims) and only
    some = look_at(store, LENSES[1], about=About(entity=entity, whats=("opposes", "member_of"))).core
    assert some == tuple(key for key in whole.core if claims.get(key) in ("opposes", "member_of"))
