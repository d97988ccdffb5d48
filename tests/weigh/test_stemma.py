"""The stemma of some claims: who they are and who bears what."""

from testimonia.weigh.stemma import stemma_of

DOCUMENTS = {"a": "Sample News; 2016-03", "b": "The Daily Example; 2015-01", "c": "Third Review"}
CLAIMS = [
    "a > ELN | ELN | founded | | 1964",
    "b > ELN | ELN | founded | | 1964",
    "c | ELN | founded | | 1964",
    "c | FARC | founded | | 1964",
]


def test_witnesses_come_by_day_of_publication_and_bear_their_claims(knowledge_of):
    knowledge = knowledge_of(documents=DOCUMENTS, claims=CLAIMS)
    ids = [claim.id for claim in knowledge.claims]
    made = stemma_of(knowledge, ids[:3], about="when ELN was founded")
    assert [witness.label for witness in made.witnesses] == ["ELN in The Daily Example", "ELN in Sample News", "Third Review"]
    assert made.independent == 2
    assert made.borne_by == {ids[0]: made.witnesses[1].id, ids[1]: made.witnesses[0].id, ids[2]: made.witnesses[2].id}


def test_two_claims_of_one_chain_have_one_witness_and_unknown_claims_have_none(knowledge_of):
    knowledge = knowledge_of(documents=DOCUMENTS, claims=CLAIMS)
    assert len(stemma_of(knowledge, [claim.id for claim in knowledge.claims[2:]], about="x").witnesses) == 1
    assert stemma_of(knowledge, ["c-gone"], about="x").witnesses == ()


def test_reports_have_witnesses_too(knowledge_of):
    reports = ["a > ELN | ASSAULT | ELN -> Army | Arauca | 2015-02-03", "b | ASSAULT | ELN -> Army | Arauca | 2015-02-03"]
    knowledge = knowledge_of(documents=DOCUMENTS, reports=reports)
    made = stemma_of(knowledge, [report.id for report in knowledge.reports], about="x")
    assert made.independent == 2


def test_a_private_speaker_is_named_nowhere_in_a_stemma(knowledge_of):
    knowledge = knowledge_of(documents=DOCUMENTS, claims=["a > Jane Doe | ELN | founded | | 1964"])
    private = {referent: entity for referent, entity in knowledge.entity_of.items() if "Doe" not in entity}
    knowledge = type(knowledge)(knowledge.documents, knowledge.sources, knowledge.entities, private, knowledge.claims, ())
    (witness,) = stemma_of(knowledge, [knowledge.claims[0].id], about="x").witnesses
    told = f"{witness.id} {witness.label} {[(link.hub, link.words) for link in witness.links.values()]}"
    assert "doe" not in told.casefold()
    assert "a speaker of one name" in told
