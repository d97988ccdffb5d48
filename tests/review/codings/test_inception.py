"""Exports of INCEpTION: the CAS in its newer and its older JSON."""

from pathlib import Path
from typing import Any

from testimonia.review.codings.inception import is_inception, sheet_of_inception

from .small import OTHER, bring, knowledge_base


def utf16(words: str) -> dict[str, int]:
    start = len(OTHER.text[: OTHER.text.rindex(words)].encode("utf-16-le")) // 2
    return {"begin": start, "end": start + len(words)}


CAS: dict[str, Any] = {
    "%TYPES": {},
    "%FEATURE_STRUCTURES": [
        {"%ID": 1, "%TYPE": "uima.cas.Sofa", "sofaNum": 1, "sofaID": "_InitialView", "mimeType": "text", "sofaString": OTHER.text},
        {"%ID": 2, "%TYPE": "de.tudarmstadt.ukp.dkpro.core.api.metadata.type.DocumentMetaData", "@sofa": 1, "documentTitle": "b.txt"},
        {"%ID": 3, "%TYPE": "custom.Span", "@sofa": 1, "label": "political_body", **utf16("Karen League")},
        {"%ID": 4, "%TYPE": "custom.Span", "@sofa": 1, "label": "words", **utf16("rockets")},
        {"%ID": 5, "%TYPE": "custom.Relation", "@sofa": 1, "@Governor": 3, "@Dependent": 4, "label": "capability", **utf16("rockets")},
        {"%ID": 6, "%TYPE": "de.tudarmstadt.ukp.dkpro.core.api.segmentation.type.Token", "@sofa": 1, "begin": 0, "end": 3, "value": "The"},
    ],
    "%VIEWS": {"_InitialView": {"%SOFA": 1, "%MEMBERS": [2, 3, 4, 5, 6]}},
}


def test_layers_of_spans_and_relations_go_on_record_whatever_offsets_count(tmp_path: Path) -> None:
    with knowledge_base(tmp_path / "kb") as store:
        plan = bring(store, CAS)
        assert [one for one in plan.problems if one.fatal] == []
        (claim,) = store.claims(document="d-2")
        assert (claim.evidence[0].quote, claim.value and claim.value.text) == ("Karen League has rockets", "rockets")


def test_the_older_form_is_read_as_well() -> None:
    held = {
        "_context": {},
        "_views": {
            "_InitialView": {
                "NamedEntity": [{"sofa": 1, "begin": 4, "end": 16, "value": "political_body"}],
                "Sofa": [{"sofaString": OTHER.text}],
            }
        },
        "_referenced_fss": {},
    }
    sheet = sheet_of_inception([held], name="b.txt.json", sha256="00")
    assert [(entry.row["kind"], entry.row["name"]) for entry in sheet.entities] == [("political_body", "Karen League")]
    assert sheet.documents[0].row["path"] == "b.txt"


def test_a_document_without_text_or_a_relation_without_label_is_told() -> None:
    relation = {"%ID": 5, "%TYPE": "custom.Relation", "@Governor": 3, "@Dependent": 4}
    held = {"%FEATURE_STRUCTURES": [{"%ID": 1, "sofaString": "abc"}, relation]}
    sheet = sheet_of_inception([{}, held], name="f", sha256="00")
    assert [one.place for one in sheet.problems] == ["document 1", "document 2, structure 5"]
    assert is_inception(CAS)
    assert not is_inception([CAS])
