"""CSV templates: what they hold is what is read back."""

import csv
import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from testimonia.review.codings.tables import SECTIONS, columns_of, section_of, sheet_of_table, template_of

from .small import bring, knowledge_base


@pytest.mark.parametrize("section", SECTIONS)
def test_a_template_is_recognised_and_empty_and_its_example_is_sound(section: str) -> None:
    text = template_of(section)
    assert section_of(text) == section
    sheet = sheet_of_table(text, name="t.csv", sha256="00")
    assert (sheet.claims, sheet.events, sheet.problems) == ((), (), ())
    filled = sheet_of_table(text.replace("# document.txt", "document.txt"), name="t.csv", sha256="00")
    assert len((*filled.claims, *filled.events)) == 1
    assert filled.problems == ()
    assert tuple(next(csv.reader(io.StringIO(text)))) == columns_of()[section]


def test_rows_go_on_record_and_brackets_say_what_names_name(tmp_path: Path) -> None:
    text = (
        "document;quote;subject;predicate;object;when;note\r\n"
        "b.txt;the Shan Front in 1964;Shan Front [armed_group];split_from;;1964;\r\n"
        "# a comment;;;;;;\r\n"
        'b.txt;"The Karen League left the Shan Front";Karen League [political_body];split_from;Shan Front [armed_group];1964;sure\r\n'
    )
    with knowledge_base(tmp_path / "kb") as store:
        plan = bring(store, "\ufeff" + text, name="relations.csv")
        assert [(one.rule, one.place) for one in plan.problems] == [("review.breaks_codebook", "row 2")]
        (claim,) = store.claims(document="d-2")
        assert (claim.subject.words, claim.object and claim.object.words) == ("Karen League", "Shan Front")
        assert next(one.comment for one in store.decisions(record=claim.id)).startswith("sure – from relations.csv, row 4 (sha256 ")


def test_figures_are_read_as_ranges_and_numbers_must_be_numbers() -> None:
    head = "document,quote,type,initiator,figures,start\n"
    sheet = sheet_of_table(
        head + "a,q,ASSAULT,SF [armed_group]; a mob,killed 2..5 of soldiers; injured 3; rockets ..7,4\n", name="e", sha256="00"
    )
    (event,) = sheet.events
    assert event.row["initiator"] == ["SF [armed_group]", "a mob"]
    assert [(one["what"], one["of"], one["low"], one["high"]) for one in event.row["figures"]] == [
        ("killed", "soldiers", 2, 5),
        ("injured", None, 3, 3),
        ("rockets", None, None, 7),
    ]
    wrong = sheet_of_table(head + "a,q,ASSAULT,,killed many,\na,q,ASSAULT,,,four\n", name="e", sha256="00")
    assert [(one.rule, one.place) for one in wrong.problems] == [("review.no_number", "row 2"), ("review.no_number", "row 3")]


def test_a_person_has_the_role_in_the_brackets() -> None:
    sheet = sheet_of_table(
        "document,quote,person,role,organisation\na,q,U Example [person: spokesman],spokesman,SF\n", name="r", sha256="00"
    )
    (person,) = sheet.entities
    assert (person.row["kind"], person.row["role"]) == ("person", "spokesman")
    assert (sheet.claims[0].row["predicate"], sheet.claims[0].row["value"]) == ("has_role", {"role": "spokesman"})


def test_a_table_of_other_columns_is_told_of() -> None:
    sheet = sheet_of_table("a,b\n1,2\n", name="x.csv", sha256="00")
    assert "template" in sheet.problems[0].what


@given(st.sampled_from(SECTIONS), st.text(max_size=200))
def test_whatever_follows_the_columns_is_rows_or_problems(section: str, rest: str) -> None:
    sheet = sheet_of_table(",".join(columns_of()[section]) + "\n" + rest, name="x.csv", sha256="00")
    assert all(one.rule.startswith("review.") for one in sheet.problems)
