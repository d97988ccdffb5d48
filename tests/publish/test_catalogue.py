"""Catalogue: everything is found under its names."""

from testimonia.publish.catalogue import catalogue_of, find_entities


def test_entities_are_found_by_id_name_and_words(knowledge, findings):
    catalogue = catalogue_of(knowledge, findings)
    assert find_entities(catalogue, "e-Jolo") == ("e-Jolo",)
    assert find_entities(catalogue, "the example FRONT") == ("e-Example Front",)
    assert set(find_entities(catalogue, "sample")) == {"e-Sample News", "e-Sample Party"}
    assert find_entities(catalogue, "nobody here") == ()
    assert find_entities(catalogue, "") == ()


def test_a_private_person_is_not_in_the_catalogue(knowledge, findings):
    catalogue = catalogue_of(knowledge, findings)
    assert find_entities(catalogue, "Jane Doe") == ()
    assert not any("Doe" in name for name in catalogue.about)


def test_findings_are_listed_by_claim(knowledge, findings):
    catalogue = catalogue_of(knowledge, findings)
    assert catalogue.disputed[knowledge.claims[0].id] == findings.disputes
    assert catalogue.event_of[knowledge.reports[0].id] == "ev-1"
    assert len(catalogue.about["e-Example Front"]) == 5
