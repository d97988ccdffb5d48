"""Recalled: claims, reports, documents and entities come back as far as weighing looks at them."""

from dataclasses import replace

import numpy as np
from tests.weigh.held import written

from testimonia.model.party import Party
from testimonia.text.names import fold_name
from testimonia.weigh.assertions import assertions_of
from testimonia.weigh.corpus import Corpus
from testimonia.weigh.grouping import claims_of
from testimonia.weigh.recalled import REPORT, Recalled


def bare(party: Party | None) -> Party | None:
    return None if party is None else replace(party, start=None, end=None)


def test_claims_come_back_prepared_as_they_were():
    knowledge, held = written(4)
    corpus = Corpus(held)
    claims, recalled, wanted = claims_of(corpus), Recalled(corpus), assertions_of(knowledge)
    found = recalled.claims(claims.lines, np.arange(len(claims)))
    for one, other in zip(found, wanted, strict=True):
        said, told = one.claim, other.claim
        assert replace(one, claim=told, above=other.above) == other
        assert (said.predicate, said.value, said.when, said.polarity) == (told.predicate, told.value, told.when, told.polarity)
        assert (said.subject, said.object) == (bare(told.subject), bare(told.object))
        assert said.attribution == replace(told.attribution, voices=tuple(map(bare, told.attribution.voices)))
        assert recalled.knowledge.name_of(one.subject) == knowledge.name_of(one.subject)


def test_reports_come_back():
    knowledge, held = written(4)
    corpus = Corpus(held)
    lines = corpus.lines("reports", REPORT)
    names, found = Recalled(corpus).reports(lines, np.arange(len(lines["id"])))
    known = {report.id: report for report in knowledge.reports}
    assert sorted(names) == sorted(known)
    for name, report in zip(names, found, strict=True):
        assert report.id == name
        same = ("type", "mode", "status", "recurrent", "when", "figures", "document", "initiator", "target", "where", "responsibility")
        assert [getattr(report, field) for field in same] == [getattr(known[name], field) for field in same]


def test_documents_come_back_without_their_texts_each_once():
    knowledge, held = written(4)
    recalled = Recalled(Corpus(held))
    names = recalled.documents(np.array([3, 3, 0]))
    assert names[0] == names[1] == sorted(knowledge.documents)[3]
    for name in names:
        document = knowledge.documents[name]
        assert recalled.knowledge.documents[name] == replace(document, sha256="", format="", text="", published_basis="unknown")


def test_those_who_bear_a_name_are_recalled_in_the_order_of_the_entities():
    knowledge, held = written(4)
    recalled = Recalled(Corpus(held))
    wanted = [one for one in knowledge.entities.values() if one.kind == "media"][:3]
    recalled.bearers({fold_name(one.name) for one in reversed(wanted)} | {"nobody"})
    assert [one.name for one in recalled.knowledge.entities.values()] == [one.name for one in wanted]
    assert list(recalled.knowledge.sources) == list(knowledge.sources)
