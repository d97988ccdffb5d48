"""The lens in force, and what of the knowledge base is seen through it."""

from datetime import date

import pytest

from testimonia.errors import LensError
from testimonia.model.lens import Lens
from testimonia.publish.catalogue import catalogue_of
from testimonia.store.page_records import About
from testimonia.weigh import lens_as_yaml
from testimonia.workbench.visit import LIBRARIES, core_of, lens_asked, missing_libraries

MEDIA = '{"name": "media only", "publishers": {"kinds": ["independent_media"]}}'


def test_no_lens_is_everybodys_word(sample):
    assert lens_asked(sample, "  ") == Lens()


def test_a_lens_may_be_written_in_the_address(sample):
    lens = lens_asked(sample, MEDIA)
    assert lens.name == "media only"
    assert lens.publishers.kinds == {"independent_media"}


def test_a_saved_lens_goes_by_its_name(client_of, tmp_path, sample_kb):
    import shutil

    from testimonia.store import open_store

    kb = tmp_path / "kb"
    shutil.copytree(sample_kb, kb)
    with open_store(kb) as store:
        store.put_lens("early", lens_as_yaml(Lens("early", said_before=date(2010, 1, 1))))
        assert lens_asked(store, "early").said_before == date(2010, 1, 1)
    page = client_of(kb).get("/?lens=early").text
    assert "published before 2010-01-01" in page
    assert '<option value="early" selected>' in page
    assert "lens=early" in page


def test_an_unknown_one_is_told(sample):
    with pytest.raises(LensError, match="none is saved"):
        lens_asked(sample, "nobody's")


def test_every_page_shows_the_lens_in_force_and_its_links_keep_it(client):
    page = client.get("/documents", params={"lens": MEDIA}).text
    assert "publishers: independent media" in page
    assert "take everybody’s word" in page
    assert "lens=%7B%22name" in page


def test_a_document_is_seen_through_the_lens(client, sample):
    other = next(d for d in sample.documents(texts=False) if d.publisher == "Demo Rights Monitor")
    assert client.get(f"/api/documents/{other.id}").json()["total"] > 0
    assert client.get(f"/api/documents/{other.id}", params={"lens": MEDIA}).json()["total"] == 0


def test_a_past_day_shows_what_was_known_then(client, sample):
    document = next(iter(sample.documents(texts=False)))
    then = '{"name": "then", "known_on": "2001-01-01"}'
    assert client.get(f"/documents/{document.id}", params={"lens": then}).status_code == 404
    now = '{"name": "now", "known_on": "2999-01-01"}'
    assert client.get(f"/api/documents/{document.id}", params={"lens": now}).json()["total"] > 0


def test_the_core_of_a_whole_is_what_the_store_gives_as_a_part(sample):
    catalogue = catalogue_of(sample.knowledge(), sample.findings())
    entity = next(key for key, claims in catalogue.about.items() if len(claims) > 3)
    dispute, event = catalogue.findings.disputes[0], catalogue.findings.events[0]
    document = next(iter(catalogue.knowledge.documents))
    for about in (About(entity=entity), About(dispute=dispute.id), About(event=event.id), About(document=document)):
        assert set(core_of(catalogue, about)) == set(sample.part(about).core)
    assert core_of(catalogue, About(event="none")) == ()
    assert core_of(catalogue, About(claims=("c-none",))) == ()
    voice = next(catalogue.knowledge.who(claim.attribution.voices[0]) for claim in catalogue.claims.values())
    assert set(core_of(catalogue, About(voice=voice)))


def test_missing_libraries_are_known_by_name():
    assert set(missing_libraries()) <= set(LIBRARIES)
