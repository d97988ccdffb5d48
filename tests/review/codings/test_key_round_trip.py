"""A release brought into a fresh knowledge base of the same documents, released again, is the same release, up to who proposed.

Precisely: claims.jsonl and events.jsonl are equal but for `rule`, `reader` and `review`; entities.jsonl is equal; so is what follows,
corroborations, disputes and happenings; no judgement SAME or DIFFERENT between referents of released entities is missing (UNSURE is a
question, asked anew). An event report from which a private person's name is withheld comes back under another identifier, which hashes what
is withheld: there is none here.
"""

import json
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from testimonia.model.claim import Attribution, Claim, Proposal, Value
from testimonia.model.document import Document
from testimonia.model.event import EventReport, Figure
from testimonia.model.evidence import evidence_at
from testimonia.model.kinds import EntityKind
from testimonia.model.party import Party
from testimonia.model.reading import Reading
from testimonia.model.referent import Mention, Referent, referent_id
from testimonia.model.valid_time import valid_time
from testimonia.pipeline import decide, import_codings, reader_name, versions
from testimonia.releasing import release
from testimonia.review import Decider, keep_apart
from testimonia.review.codings.formats import CoderFile
from testimonia.store import open_store
from testimonia.text.names import fold_name

BODIES: dict[str, EntityKind] = {
    "Kachin Falcons Brigade": "armed_group",
    "Kachin Falcons": "political_body",
    "Shan Front": "armed_group",
    "Karen League": "political_body",
    "جبهة شان": "armed_group",
}
PUBLISHERS = ("The Mandalay Paper", "The Lashio Letter", None)
ONE = st.tuples(
    st.sampled_from(["split_from", "founded", "strength", "known_as", "opposes", "part_of", "dissolved", "attack", "pronoun", "has_role"]),
    st.sampled_from(sorted(BODIES)),
    st.sampled_from(sorted(BODIES)),
    st.integers(1950, 1999),
    st.sampled_from(["asserted", "claimed", "denied", "estimated"]),
    st.sampled_from([None, "a monk", "Karen League"]),
)
DOCUMENTS = st.lists(st.tuples(st.sampled_from(PUBLISHERS), st.lists(ONE, min_size=1, max_size=6)), min_size=1, max_size=3)


def read(number: int, publisher: str | None, said: list[Any]) -> tuple[Document, Reading]:
    """A document of made-up sentences, and what a reader might find in it."""
    sentences = [
        f"{number}-{at}: the {a} and the {b}, {year}, said by {voice or 'nobody'}, it had SF fighters."
        for at, (_, a, b, year, _, voice) in enumerate(said)
    ]
    text = " ".join(sentences)
    name = f"d-{number:016x}"
    document = Document(name, f"folder/{number}.txt", f"{number:064x}", "text/plain", text, publisher=publisher, language="en")
    referents: dict[str, Referent] = {}
    mentions, claims, reports = [], [], []

    def body(words: str, sentence: int) -> Party:
        made = referent_id(name, "org", fold_name(words))
        referents.setdefault(made, Referent(made, name, words, "org", BODIES[words], (words,)))
        start = text.index(words, sentence)
        mentions.append(Mention(name, start, start + len(words), words, made))
        return Party(words, made, "name", start, start + len(words))

    frame: tuple[Party, ...] = ()
    if publisher is not None:
        own = referent_id(name, "org", fold_name(publisher))
        referents[own] = Referent(own, name, publisher, "org", "media", (publisher,))
        frame = (Party(publisher, own, "publisher"),)
    start = 0
    for (what, a, b, year, stance, voice), sentence in zip(said, sentences, strict=True):
        words = (evidence_at(name, text, start=start, end=start + len(sentence)),)
        chain = () if voice is None else (body(voice, start),) if voice in BODIES and voice in sentence else (Party(voice),)
        testimony = (Attribution((*frame, *chain), stance), words, Proposal("grammar 1", f"rule.{what}"))
        one, when = body(a, start), valid_time(str(year), mode="within")
        other = body(b, start) if a != b else None
        if what == "attack":
            figures = (Figure("killed", None, year % 7, None), Figure("injured", other, None, 9))
            reports.append(EventReport(name, "ASSAULT", *testimony, "firearms", (one,), (Party("a camp"),), (), when, figures))
        elif what == "has_role":
            made = referent_id(name, "person", "it had")
            referents[made] = Referent(made, name, "it had", "person", "person", ("it had",), "en", "spokesman")
            at = text.index("it had", start)
            claims.append(Claim(name, "has_role", Party("it had", made, "name", at, at + 6), *testimony, one, Value(role="spokesman")))
        elif what in ("split_from", "part_of") and other is not None:
            claims.append(Claim(name, what, one, *testimony, other, None, when))
        elif what in ("founded", "dissolved"):
            claims.append(Claim(name, what, one, *testimony, None, None, when, "denied" if year % 3 == 0 else "affirmed"))
        elif what in ("strength", "pronoun"):
            subject = (
                one
                if what == "strength"
                else Party("it", one.referent, "pronoun", text.index("it had", start), text.index("it had", start) + 2)
            )
            claims.append(Claim(name, "strength", subject, *testimony, None, Value(low=year, high=None, unit="fighters"), None))
        elif what == "known_as":
            claims.append(Claim(name, "known_as", one, *testimony, None, Value(text="SF", language="en", name_kind="acronym")))
        elif what == "opposes":
            described = Party(f"the {year} treaty")
            claims.append(
                Claim(name, "opposes", one, *testimony, *((described, None) if year % 2 else (None, Value(text=described.words))))
            )
        start += len(sentence) + 1
    return document, Reading(name, reader_name(), tuple(referents.values()), tuple(mentions), tuple(claims), tuple(reports))


def rows(folder: Path, name: str, *, without: tuple[str, ...] = ()) -> list[Any]:
    lines = (folder / f"{name}.jsonl").read_text("utf-8").splitlines()
    return [{field: said for field, said in json.loads(line).items() if field not in without} for line in lines]


def judged(folder: Path) -> Iterator[tuple[str, str, str]]:
    inside = {one for row in rows(folder, "entities") for one in row["referents"]}
    for row in rows(folder, "judgements"):
        if {row["left"], row["right"]} <= inside and row["verdict"] != "UNSURE":
            yield (*sorted((row["left"], row["right"])), row["verdict"])  # type: ignore[misc]


@settings(max_examples=12, deadline=None)
@given(DOCUMENTS, st.booleans())
def test_a_release_brought_in_elsewhere_is_the_same_release(made: list[Any], apart: bool) -> None:
    with tempfile.TemporaryDirectory() as aside:
        folder = Path(aside)
        documents = [read(number, publisher, said) for number, (publisher, said) in enumerate(made)]
        for name in ("first", "second"):
            with open_store(folder / name) as store:
                store.add_captured([document for document, _ in documents])
                for document, reading in documents:
                    store.add_reading(reading if name == "first" else Reading(document.id, reader_name()))
                store.stamp(versions())
        decide(folder / "first", lambda store: ())
        with open_store(folder / "first") as store:
            two = [one for one in store.entities() if one.kind in ("armed_group", "political_body")][:2]
        if apart and len(two) == 2:
            decide(folder / "first", lambda store: keep_apart(*two, Decider("berta", "2024-05-06T07:00:00+00:00")))
        release(folder / "first", folder / "a", tables=False)
        file = CoderFile("a", {one.name: one.read_bytes() for one in (folder / "a").glob("*.jsonl")})
        plan = import_codings(folder / "second", file, by="anna")
        assert [one for one in plan.problems if one.fatal] == []
        release(folder / "second", folder / "b", tables=False)
        for name in ("claims", "events"):
            mine, theirs = (rows(folder / one, name, without=("rule", "reader", "review")) for one in "ab")
            assert mine == theirs
        for name in ("entities", "corroborations", "disputes", "happenings"):
            assert rows(folder / "a", name) == rows(folder / "b", name)
        assert set(judged(folder / "a")) <= set(judged(folder / "b"))
        assert {row["review"] for row in (*rows(folder / "b", "claims"), *rows(folder / "b", "events"))} <= {"accepted"}
        assert import_codings(folder / "second", file, by="anna").decisions == []
