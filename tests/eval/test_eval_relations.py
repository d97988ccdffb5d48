"""The scoring of relations: what of a key is found, what of ours is right, and how keys in the form of re3d are read."""

import json
from pathlib import Path

import pytest
from eval.relations import Counts, rows_of, tally_texts, told_lines
from eval.relations_key import Entity, KeyedText, Relation, Stated, given_names, is_for_measuring, load_texts, to_document

from testimonia.model.claim import Attribution, Claim, Proposal, Value
from testimonia.model.event import EventReport
from testimonia.model.evidence import evidence_at
from testimonia.model.kinds import Predicate
from testimonia.model.party import Party
from testimonia.model.reading import Reading
from testimonia.model.referent import Referent

TEXT = (
    "The Arakan Army is part of the Northern Alliance. The spokesman, Twan Aung, said that Kachin fighters had shelled the Arakan Army. "
    "The Arakan Army is also known as AA."
)


def entity(words: str, kind: str = "Organisation") -> Entity:
    """A given entity at the first place where its words stand."""
    start = TEXT.index(words)
    return Entity(start, start + len(words), kind, words)


ARMY, ALLIANCE, FIGHTERS = entity("The Arakan Army"), entity("the Northern Alliance"), entity("Kachin fighters")
LATER, SHORT = entity("the Arakan Army"), entity("AA")
AUNG, ROLE = entity("Twan Aung", "Person"), entity("The spokesman", "Person")


def text_with(*relations: tuple[Relation, Entity, Entity]) -> KeyedText:
    """The text with a key of some relations."""
    entities = (ARMY, ALLIANCE, FIGHTERS, LATER, SHORT, AUNG, ROLE)
    return KeyedText("t", "T", TEXT, entities, tuple(Stated(*relation) for relation in relations))


def party(words: str, referent: str | None = None) -> Party:
    """A party at the first place where its words stand."""
    start = TEXT.index(words)
    return Party(words, referent, "name" if referent else "words", start, start + len(words))


def claim(predicate: Predicate, subject: Party, target: Party | None, *, value: Value | None = None, trigger: str = "is") -> Claim:
    """A claim of the text as a whole."""
    evidence = (evidence_at("d", TEXT, start=0, end=len(TEXT)),)
    return Claim("d", predicate, subject, Attribution(()), evidence, Proposal("r", "rule", trigger), object=target, value=value)


def reading_of(*claims: Claim, reports: tuple[EventReport, ...] = ()) -> Reading:
    """A reading that knows the army, the alliance and the spokesman."""
    referents = (
        Referent("r-army", "d", "Arakan Army", "org", "armed_group", ("Arakan Army",)),
        Referent("r-alliance", "d", "Northern Alliance", "org", "coalition", ("Northern Alliance",)),
        Referent("r-aung", "d", "Twan Aung", "person", "person", ("Twan Aung",)),
    )
    return Reading("d", "r", referents, (), claims, reports)


def counts_of(item: KeyedText, reading: Reading, relation: Relation) -> Counts:
    """The counts of one relation."""
    return tally_texts([(item, reading)]).counts[relation]


def test_a_membership_is_found_between_its_two_entities() -> None:
    item = text_with(("BelongsTo", ARMY, ALLIANCE))
    told = reading_of(claim("member_of", party("Arakan Army", "r-army"), party("Northern Alliance", "r-alliance")))
    assert counts_of(item, told, "BelongsTo") == Counts(keyed=1, found=1, told=1, right=1)


def test_a_membership_the_other_way_round_is_wrong_and_the_keyed_one_missed() -> None:
    item = text_with(("BelongsTo", ALLIANCE, ARMY))
    told = reading_of(claim("member_of", party("Arakan Army", "r-army"), party("Northern Alliance", "r-alliance")))
    assert counts_of(item, told, "BelongsTo") == Counts(keyed=1, found=0, told=1, right=0)


def test_fighting_holds_in_either_order() -> None:
    report = EventReport(
        "d",
        "ASSAULT",
        Attribution(()),
        (evidence_at("d", TEXT, start=0, end=20),),
        Proposal("r", "rule"),
        initiator=(party("Kachin fighters"),),
        target=(party("Arakan Army", "r-army"),),
    )
    item = text_with(("FightingAgainst", LATER, FIGHTERS))
    assert counts_of(item, reading_of(reports=(report,)), "FightingAgainst") == Counts(1, 1, 1, 1)


def test_a_role_beside_a_name_is_another_word_for_the_person_and_no_belonging_without_a_body() -> None:
    item = text_with(("IsSynonymOf", AUNG, ROLE))
    told = reading_of(claim("has_role", party("Twan Aung", "r-aung"), None, value=Value(role="spokesman"), trigger="spokesman"))
    assert counts_of(item, told, "IsSynonymOf") == Counts(1, 1, 1, 1)
    assert counts_of(item, told, "BelongsTo") == Counts()


def test_a_leading_role_is_in_charge_and_any_other_belongs() -> None:
    leads = claim("has_role", party("Twan Aung", "r-aung"), party("Arakan Army", "r-army"), value=Value(role="deputy commander"))
    speaks = claim("has_role", party("Twan Aung", "r-aung"), party("Arakan Army", "r-army"), value=Value(role="spokesman"))
    item = text_with(("InChargeOf", AUNG, ARMY), ("BelongsTo", AUNG, ARMY))
    assert counts_of(item, reading_of(leads), "InChargeOf").found == 1
    assert counts_of(item, reading_of(leads), "BelongsTo").found == 0
    assert counts_of(item, reading_of(speaks), "BelongsTo").found == 1


def test_another_name_is_found_by_its_words() -> None:
    item = text_with(("IsSynonymOf", LATER, SHORT))
    told = reading_of(claim("known_as", party("Arakan Army", "r-army"), None, value=Value(text="AA")))
    assert counts_of(item, told, "IsSynonymOf").found == 1


def test_a_denied_claim_tells_of_no_relation() -> None:
    denied = Claim(
        "d",
        "member_of",
        party("Arakan Army", "r-army"),
        Attribution(()),
        (evidence_at("d", TEXT, start=0, end=20),),
        Proposal("r", "rule"),
        object=party("Northern Alliance", "r-alliance"),
        polarity="denied",
    )
    item = text_with(("BelongsTo", ARMY, ALLIANCE))
    assert counts_of(item, reading_of(denied), "BelongsTo") == Counts(keyed=1)


def test_what_is_said_of_others_than_the_given_is_not_judged() -> None:
    item = KeyedText("t", "T", TEXT, (ARMY,), ())
    told = reading_of(claim("member_of", party("Arakan Army", "r-army"), party("Northern Alliance", "r-alliance")))
    assert tally_texts([(item, told)]).together == Counts()


def test_rows_give_micro_macro_and_each_relation() -> None:
    item = text_with(("BelongsTo", ARMY, ALLIANCE), ("FightingAgainst", FIGHTERS, LATER))
    told = reading_of(claim("member_of", party("Arakan Army", "r-army"), party("Northern Alliance", "r-alliance")))
    tally = tally_texts([(item, told)])
    rows = {row.metric: row for row in rows_of(tally)}
    assert rows["five relations, micro F1, entities given"].value == pytest.approx(2 / 3)
    assert rows["five relations, macro F1, entities given"].value == pytest.approx(0.2)
    assert rows["BelongsTo F1"].value == 1.0
    assert any("missed: FightingAgainst: Kachin fighters" in line for line in told_lines(tally, misses=True))
    assert not any("missed" in line for line in told_lines(tally, misses=False))


def test_organisations_are_given_as_they_stand_and_persons_by_name() -> None:
    given = [TEXT[name.start : name.end] for name in given_names(text_with())]
    assert given == ["Arakan Army", "Northern Alliance", "Twan Aung", "Kachin fighters", "Arakan Army", "AA"]


def test_the_part_for_measuring_is_fixed_by_the_identifier() -> None:
    names = [f"document-{n}" for n in range(300)]
    chosen = [name for name in names if is_for_measuring(name)]
    assert 70 < len(chosen) < 130
    assert chosen == [name for name in names if is_for_measuring(name)]


def test_keys_are_loaded_with_symmetrical_relations_once_and_without_weapons(tmp_path: Path) -> None:
    text = "Front A fought Army B near a tank."
    spans = {"Front A": (0, 7, "Organisation"), "Army B": (15, 21, "Organisation"), "tank": (29, 33, "MilitaryPlatform")}
    entities = [{"documentId": "1", "begin": a, "end": b, "type": kind, "value": words} for words, (a, b, kind) in spans.items()]

    def relation(kind: str, first: str, second: str) -> dict[str, object]:
        (a, b, _), (c, d, _) = spans[first], spans[second]
        return {"documentId": "1", "type": kind, "sourceBegin": a, "sourceEnd": b, "targetBegin": c, "targetEnd": d}

    relations = [
        relation("FightingAgainst", "Front A", "Army B"),
        relation("FightingAgainst", "Army B", "Front A"),
        relation("BelongsTo", "tank", "Army B"),
        relation("Likes", "Front A", "Army B"),
    ]
    for name, rows in (("documents", [{"_id": "1", "title": "T", "text": text}]), ("entities", entities), ("relations", relations)):
        (tmp_path / f"{name}.json").write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    (item,) = load_texts(tmp_path)
    assert [s.relation for s in item.relations] == ["FightingAgainst"]
    assert to_document(item).text == text
