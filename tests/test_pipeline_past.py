"""A knowledge base asked for a past day answers, and is released, byte for byte as it was on that day."""

import hashlib
import json
import random
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from testimonia import pipeline
from testimonia.looking import look
from testimonia.model.lens import Lens
from testimonia.pipeline import build, decide
from testimonia.releasing import release
from testimonia.review import Decider, keep_apart, make_one, take_back
from testimonia.store import Store, open_store

TEXTS = (
    "The Chittagong Highland Front split from the Jumma Union in 1983. It was founded in 1983, according to the government.",
    "The Jumma Union was founded in 1972. In May 1994 the Jumma Union attacked a camp near Rangamati, killing 12 soldiers.",
    "The Highland Front was founded in 1984. It denied that it had attacked a camp near Rangamati in May 1994.",
    "A spokesman for the Jumma Union said the Chittagong Highland Front (CHF) had killed five villagers at Khagrachari on 3 June 1996.",
    "The CHF laid down its arms in 1997. Colonel Anil Dewan, commander of the Jumma Union, fled to Agartala.",
    "The Front of the Highlands attacked a camp near Rangamati in May 1994; four soldiers were killed, residents said.",
)
KINDS = ("independent_media", "partisan_media", "state", "ngo")


class Days:
    """The days of a knowledge base: a clock, and what was released and known at the end of each."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.kb, self.documents = folder, folder / "kb", folder / "documents"
        self.documents.mkdir(parents=True)
        self.now = datetime(2024, 1, 1, 9, tzinfo=UTC)
        self.days: list[datetime] = []

    def end_of_day(self) -> None:
        """Release what there is, and go on to another day."""
        self.days.append(self.now)
        self.release(self.now, "then")
        release(self.kb, self.folder / "plain" / self.now.date().isoformat())
        self.now += timedelta(days=random.Random(self.now.day).choice((1, 2)))

    def release(self, day: datetime, when: str) -> dict[str, str]:
        """Release the knowledge base as of a day and give the digests of the files."""
        out = self.folder / when / day.date().isoformat()
        release(self.kb, out, lens=Lens(known_on=day.date()))
        return digests(out)


def digests(folder: Path) -> dict[str, str]:
    return {
        str(file.relative_to(folder)): hashlib.sha256(file.read_bytes()).hexdigest() for file in sorted(folder.rglob("*")) if file.is_file()
    }


@pytest.fixture
def days(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Days]:
    made = Days(tmp_path)

    def opened(path: Path, *, create: bool = True) -> Store:
        return open_store(path, create=create, clock=lambda: made.now)

    monkeypatch.setattr(pipeline, "open_store", opened)
    yield made


def add_documents(days: Days, chance: random.Random) -> None:
    present = {file.name for file in days.documents.glob("*.txt")}
    for place in chance.sample(range(len(TEXTS)), 2):
        if f"{place}.txt" not in present or len(present) == len(TEXTS):
            (days.documents / f"{place}.txt").write_text(TEXTS[place], "utf-8")
    papers = {file.name: f"Paper {chance.randrange(3)}" for file in days.documents.glob("*.txt")}
    listed = "".join(f"  {name}: {{publisher: {paper}, published: '199{len(name)}'}}\n" for name, paper in sorted(papers.items()))
    kinds = "".join(f"  Paper {number}: {{kind: {chance.choice(KINDS)}}}\n" for number in range(3))
    groups = f"  jumma: {{name: Jumma Union, names: [{chance.choice(('JU', 'Jumma Army', 'Union of the Jumma'))}]}}\n"
    (days.documents / "sources.yaml").write_text(f"documents:\n{listed}publishers:\n{kinds}groups:\n{groups}", "utf-8")
    build([days.documents], days.kb)


def read_anew(days: Days, chance: random.Random, monkeypatch: pytest.MonkeyPatch) -> None:
    """Another version of the reader, which knows other rules."""
    name = f"grammar-{chance.randrange(10**6)}"
    rules = tuple(rule for rule in pipeline.EVENT_RULES if chance.random() < 0.8)
    claims = tuple(rule for rule in pipeline.CLAIM_RULES if chance.random() < 0.9)
    with monkeypatch.context() as patched:
        patched.setattr(pipeline, "CLAIM_RULES", claims)
        patched.setattr(pipeline, "EVENT_RULES", rules)
        patched.setattr(pipeline, "reader_name", lambda: name)
        build([days.documents], days.kb)


def decide_something(days: Days, chance: random.Random) -> None:
    with open_store(days.kb) as store:
        bodies = [entity for entity in store.entities() if entity.kind not in ("place", "person")]
        decided = [judgement.verdict for judgement in store.judgements() if judgement.is_human]
    decider = Decider("anna", days.now.isoformat())
    if decided.count("WITHDRAWN") * 2 < len(decided) and chance.random() < 0.4:
        decide(days.kb, lambda store: take_back(store.judgements(), decider))
    elif len(bodies) > 1:
        one, other = chance.sample(bodies, 2)
        choose = chance.choice((make_one, make_one, keep_apart))
        decide(days.kb, lambda _: choose(one, other, decider))


@pytest.mark.parametrize("seed", range(3))
def test_what_was_known_on_every_day_of_a_random_history_is_released_again_byte_for_byte(
    days: Days, monkeypatch: pytest.MonkeyPatch, seed: int
) -> None:
    chance = random.Random(seed)
    known = {}
    add_documents(days, chance)
    for step in range(7):
        if step:
            chance.choice((add_documents, decide_something, decide_something, lambda *_: read_anew(days, chance, monkeypatch)))(
                days, chance
            )
        with open_store(days.kb) as store:
            known[days.now.date()] = store.knowledge(texts=True)
        days.end_of_day()
    for day in days.days:
        date = day.date()
        assert days.release(day, "now") == digests(days.folder / "then" / date.isoformat()), date
        files, plain = digests(days.folder / "now" / date.isoformat()), digests(days.folder / "plain" / date.isoformat())
        assert {name for name in files if files[name] != plain[name]} <= {"manifest.json", "metadata.json", "README.txt"}, date
        with open_store(days.kb) as store:
            assert store.as_of(date).knowledge(texts=True) == known[date]
            assert look(store, Lens(known_on=date)).knowledge == known[date]
    assert len({digests(days.folder / "plain" / day.date().isoformat())["claims.jsonl"] for day in days.days}) > 1, "nothing ever changed"


def test_a_past_release_names_the_reader_of_its_day(days: Days, monkeypatch: pytest.MonkeyPatch) -> None:
    add_documents(days, random.Random(1))
    days.end_of_day()
    read_anew(days, random.Random(2), monkeypatch)
    days.release(days.days[0], "now")
    manifests = [json.loads((days.folder / when / "2024-01-01" / "manifest.json").read_text("utf-8")) for when in ("then", "now", "plain")]
    assert manifests[0] == manifests[1] == manifests[2] | {"lens": {"known_on": "2024-01-01", "name": "everything"}}


def test_a_past_day_is_seen_through_the_rest_of_the_lens_too(days: Days) -> None:
    add_documents(days, random.Random(1))
    lens = Lens(witnesses=2)
    with open_store(days.kb) as store:
        expected = look(store, lens)
    days.now += timedelta(days=3)
    (days.documents / "late.txt").write_text("The Jumma Union was founded in 1971.", "utf-8")
    build([days.documents], days.kb)
    with open_store(days.kb) as store:
        seen = look(store, replace(lens, known_on=datetime(2024, 1, 2, tzinfo=UTC).date()))
    assert (seen.knowledge, seen.findings) == (expected.knowledge, expected.findings)
