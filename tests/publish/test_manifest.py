"""Manifest: stable, and sensitive to what went in."""

from dataclasses import replace

from testimonia.publish.manifest import FORMAT, Manifest, digest_of_inputs


def test_the_digest_depends_on_documents_and_not_on_their_order(knowledge):
    documents = list(knowledge.documents.values())
    assert digest_of_inputs(documents) == digest_of_inputs(documents[::-1])
    assert digest_of_inputs(documents) != digest_of_inputs([replace(documents[0], sha256="1"), *documents[1:]])


def test_only_what_was_withheld_is_listed():
    row = Manifest({"b": "2", "a": "1"}, "0", {}, {}, {"y": 2, "x": 0}, 0).as_row()
    assert row["format"] == FORMAT
    assert row["withheld"] == {"y": 2}
    assert list(row["meta"]) == ["a", "b"]
