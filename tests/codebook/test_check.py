"""What breaks the codebook is said, field by field; what follows it passes in silence."""

from dataclasses import replace

import pytest

from testimonia.codebook.check import check_claim, check_report
from testimonia.model.claim import Attribution, Claim, Proposal, Value
from testimonia.model.event import EventReport, Figure
from testimonia.model.evidence import Evidence
from testimonia.model.party import Party
from testimonia.model.valid_time import ValidTime

PUBLISHER = Party("The Mindanao Courier", how="publisher")
GROUP = Party("the 44th Front", referent="r-1", how="name")
PARTY = Party("the People's Union", referent="r-2", how="name")
TOWN = Party("Marawi", referent="r-3", how="name")
YEAR = ValidTime("1996", None, None, "within")
WORDS = (Evidence("d", 0, 4, "They"),)
BY = Proposal("test", "test")


def claim(predicate="armed_wing_of", **given) -> Claim:
    return Claim(
        document="d", predicate=predicate, subject=GROUP, attribution=Attribution((PUBLISHER,)), evidence=WORDS, proposal=BY, **given
    )


def report(kind="ASSAULT", **given) -> EventReport:
    return EventReport(document="d", type=kind, attribution=Attribution((PUBLISHER,)), evidence=WORDS, proposal=BY, **given)


@pytest.mark.parametrize(
    "sound",
    [
        claim("armed_wing_of", object=PARTY),
        claim("known_as", value=Value(text="FARC", language="es", name_kind="acronym")),
        claim("founded", when=YEAR),
        claim("founded", object=PARTY),
        claim("dissolved"),
        claim("dissolved", polarity="denied"),
        claim("opposes", value=Value(text="the peace accord")),
        claim("opposes", object=PARTY),
        claim("strength", value=Value(low=0, unit="members")),
        claim("strength", value=Value(high=900)),
        claim("operates_in", object=TOWN),
        claim("capability", value=Value(text="drones")),
    ],
    ids=lambda held: held.predicate,
)
def test_a_claim_that_follows_the_codebook_has_no_breach(sound):
    assert check_claim(sound) == []


@pytest.mark.parametrize(
    ("broken", "says"),
    [
        (claim("armed_wing_of"), "armed_wing_of: needs object"),
        (claim("armed_wing_of", object=GROUP), "object: nothing can be armed_wing_of of itself"),
        (claim("strength"), "strength: needs low or high"),
        (claim("strength", value=Value(unit="members")), "strength: needs low or high"),
        (claim("founded"), "founded: needs when or object"),
        (claim("opposes"), "opposes: needs object or text"),
        (claim("ideology", value=Value(text="Maoism"), object=PARTY), "object: ideology has none"),
        (claim("ideology", value=Value(text="Maoism", low=3)), "value.low: ideology does not use it"),
        (claim("capability", value=Value(text="a mortar of 82 mm")), "value.text: 'a mortar of 82 mm' is no coarse class of capability"),
        (claim("capability", value=Value(text="verbs")), "value.text: 'verbs' is no coarse class of capability"),
        (claim("known_as", value=Value(text="FARC", name_kind="slang")), "value.name_kind: 'slang' is none of the codebook's"),
        (claim("has_role", value=Value(role="regime spokesman")), "value.role: 'regime spokesman' takes a side"),
        (claim("strength", value=Value(low=3, unit="terrorist")), "value.unit: 'terrorist' takes a side"),
        (claim("leads"), "predicate: 'leads' is none of the codebook's"),
        (replace(claim("dissolved"), evidence=()), "evidence: no words are quoted"),
        (replace(claim("dissolved"), attribution=Attribution(())), "attribution.voices: the chain is empty"),
        (replace(claim("dissolved"), attribution=Attribution((GROUP,))), "attribution.voices: 'the 44th Front' stands first"),
        (
            replace(claim("dissolved"), attribution=Attribution((PUBLISHER,), "sworn")),
            "attribution.stance: 'sworn' is none of the codebook's",
        ),
    ],
)
def test_a_claim_that_breaks_the_codebook_says_where(broken, says):
    breaches = check_claim(broken)
    assert len(breaches) == 1
    assert breaches[0].startswith(says)


def test_classes_are_checked_where_they_are_known():
    held = claim("operates_in", object=TOWN)
    assert check_claim(held, classes={"r-1": "org", "r-3": "place"}) == []
    assert check_claim(held, classes={"r-1": "person", "r-3": "org"}) == [
        "subject: operates_in takes org, not person",
        "object: operates_in takes place, not org",
    ]


def test_a_described_party_has_no_class_to_check():
    held = claim("allied_with", object=Party("suspected insurgents"))
    assert check_claim(held, classes={"r-1": "org"}) == []


def test_several_breaches_are_all_listed():
    assert len(check_claim(replace(claim("strength", object=PARTY), evidence=()))) == 3


@pytest.mark.parametrize(
    "sound",
    [
        report("ASSAULT", mode="aerial", when=YEAR, figures=(Figure("killed", low=8),)),
        report("COERCE", mode="raid"),
        report("AGREE", status="planned"),
        report("ASSAULT", recurrent=True),
        report("ASSAULT", figures=(Figure("killed", low=0, high=0),)),
    ],
)
def test_a_report_that_follows_the_codebook_has_no_breach(sound):
    assert check_report(sound) == []


@pytest.mark.parametrize(
    ("broken", "says"),
    [
        (report("RIOT"), "type: 'RIOT' is no event type of the codebook"),
        (report("AGREE", mode="aerial"), "mode: 'aerial' is no mode of AGREE; it has none"),
        (report("RETREAT", mode="raid"), "mode: 'raid' is no mode of RETREAT; it has withdraw, release"),
        (report(status="done"), "status: 'done' is none of the codebook's"),
        (report(recurrent=True, when=YEAR), "when: a general tendency has no date"),
        (report(figures=(Figure("martyred", low=1),)), "figures: 'martyred' is no kind of figure"),
        (report(figures=(Figure("killed"),)), "figures: killed has neither a lower nor an upper bound"),
        (report(figures=(Figure("killed", low=-2, high=3),)), "figures: killed counts below nought"),
        (replace(report(), evidence=()), "evidence: no words are quoted"),
        (replace(report(), attribution=Attribution(())), "attribution.voices: the chain is empty"),
    ],
)
def test_a_report_that_breaks_the_codebook_says_where(broken, says):
    breaches = check_report(broken)
    assert len(breaches) == 1
    assert breaches[0].startswith(says)
