"""Spans and links become entities, claims and event reports."""

from testimonia.review.codings.spans import Link, Marked, Rows, Span, rows_of

TEXT = "The Karen League left the Shan Front in 1964, a monk said."


def span(name: str, words: str, label: str, **features: object) -> Span:
    start = TEXT.index(words)
    return Span(name, start, start + len(words), label, features)


def taken(spans: list[Span], links: list[Link]) -> Rows:
    rows = Rows()
    rows_of(Marked("f", "line 1", "d", TEXT, tuple(spans), tuple(links)), rows)
    return rows


KAREN, SHAN = span("1", "Karen League", "political_body"), span("2", "Shan Front", "armed_group")


def test_a_link_with_a_predicate_is_a_claim_resting_on_the_words_from_one_span_to_the_other() -> None:
    rows = taken([KAREN, SHAN], [Link("relations[0]", "1", "2", "split_from", {"when": "1964", "note": "x"})])
    (claim,) = rows.claims
    assert claim.row["evidence"][0]["quote"] == "Karen League left the Shan Front"
    assert (claim.row["predicate"], claim.row["when"], claim.row["note"]) == ("split_from", "1964", "x")
    assert [entry.row["id"] for entry in rows.entities] == [claim.row["subject"], claim.row["object"]]


def test_an_event_span_has_its_mode_and_its_sides() -> None:
    monk = span("4", "a monk", "voice")
    spans = [KAREN, SHAN, span("3", "left", "ASSAULT:firearms", status="planned"), monk]
    links = [Link("r0", "3", "1", "initiator"), Link("r1", "3", "2", "target"), Link("r2", "3", "4", "voice")]
    (event,) = taken(spans, links).events
    assert (event.row["type"], event.row["mode"], event.row["status"]) == ("ASSAULT", "firearms", "planned")
    assert (len(event.row["initiator"]), event.row["attribution"]) == (1, ["a monk"])
    assert event.row["evidence"][0]["quote"] == "Karen League left the Shan Front in 1964, a monk"


def test_a_predicate_on_words_anchors_a_claim_and_words_are_its_value() -> None:
    rows = taken([KAREN, span("3", "left", "ideology", text="x")], [Link("r", "3", "1", "subject")])
    assert rows.claims[0].row["subject"].endswith("karen league")
    words = taken([KAREN, span("3", "a monk", "words")], [Link("r", "1", "3", "ideology")])
    assert words.claims[0].row["value"] == {"text": "a monk"}
    assert taken([KAREN, span("3", "monk", "words")], [Link("r", "1", "3", "has_role")]).claims[0].row["value"] == {"role": "monk"}


def test_labels_and_spans_that_fit_nothing_are_told_with_the_nearest_code() -> None:
    spans = [KAREN, span("3", "left", "ASSALT"), Span("4", 50, 5000, "person")]
    rows = taken(spans, [Link("r0", "1", "9", "split_from"), Link("r1", "1", "1", "spilt_from")])
    assert [one.place for one in rows.problems] == ["line 1, 17-21", "line 1, 50-5000", "r0", "r1"]
    assert "did you mean 'ASSAULT'?" in rows.problems[0].what
    assert "did you mean 'split_from'?" in rows.problems[3].what


def test_a_tool_may_say_that_two_spans_are_one() -> None:
    rows = taken([span("1", "Karen League", "political_body", entity="KL"), span("2", "The Karen", "political_body", entity="KL")], [])
    assert {entry.row["id"] for entry in rows.entities} == {"KL"}
