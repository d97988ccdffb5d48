"""Sidecars: read as text, checked with the schema, and one bad field does not cost the others."""

import pytest

from testimonia.capture.piece import Facts
from testimonia.capture.sidecar import described_by, is_sidecar, read_document_sidecar, read_sidecar, unmatched
from testimonia.model.document import Source
from testimonia.model.known_group import KnownGroup

GOOD = """
documents:
  article.txt: {title: "Calm returns", publisher: The Daily Example, published: 2024-02, author: null, language: no, url: null}
  sub/other.html: {published: 2024-02-03}
publishers:
  "The Daily Example": {kind: independent_media, side: null, country: CD, note: "its own imprint"}
"""


def _read(text: str) -> tuple[dict[str, Facts], tuple[Source, ...], list[str]]:
    register, problems = read_sidecar(text.encode(), origin="docs/sources.yaml", prefix="docs/")
    return register.facts, register.sources, [f"{problem.place}: {problem.what} {problem.remedy}" for problem in problems]


def test_reads_documents_and_publishers() -> None:
    facts, sources, problems = _read(GOOD)
    assert problems == []
    assert facts["docs/article.txt"] == Facts(title="Calm returns", publisher="The Daily Example", published="2024-02", language="no")
    assert facts["docs/sub/other.html"].published == "2024-02-03"
    assert sources == (Source("The Daily Example", kind="independent_media", country="CD", note="its own imprint"),)


@pytest.mark.parametrize(
    ("line", "place", "says"),
    [
        ("  a.txt: {published: last spring, title: T}", "documents.a.txt.published", "EDTF"),
        ("  a.txt: {published: 2024-02-30, title: T}", "documents.a.txt.published", "EDTF"),
        ("  a.txt: {publishr: X, title: T}", "documents.a.txt.publishr", "publisher"),
        ("  a.txt: {language: english please, title: T}", "documents.a.txt.language", "english please"),
        ("  a.txt: {url: [a, b], title: T}", "documents.a.txt.url", "is not of type"),
    ],
)
def test_one_wrong_field_is_named_and_the_others_count(line: str, place: str, says: str) -> None:
    facts, _, problems = _read(f"documents:\n{line}\n  b.txt: {{title: U}}\n")
    assert len(problems) == 1 and problems[0].startswith(f"{place}:") and says in problems[0]
    assert facts["docs/a.txt"] == Facts(title="T") and facts["docs/b.txt"] == Facts(title="U")


def test_an_unknown_kind_of_publisher_is_named() -> None:
    _, sources, problems = _read("publishers:\n  X: {kind: newspaper, country: Congo, note: n}\n")
    assert sources == (Source("X", note="n"),) and len(problems) == 2


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("documents: [", "line"),
        ("documents: {a.txt: {title: A}, a.txt: {title: B}}", "twice"),
        ("documents: {a.txt: &x {title: A}, b.txt: *x}", "aliases"),
        ("documents: !!python/object/apply:os.getcwd []", "constructor"),
        ("documents: {a.txt: " + "{a: " * 2000 + "}" * 2001, "sidecar"),
    ],
)
def test_what_is_no_safe_yaml_is_one_problem(text: str, says: str) -> None:
    facts, _, problems = _read(text)
    assert facts == {} and len(problems) == 1 and says in problems[0]


def test_a_list_instead_of_entries_is_a_problem() -> None:
    facts, sources, problems = _read("- a\n- b\n")
    assert (facts, sources) == ({}, ()) and len(problems) == 1


def test_an_empty_sidecar_is_none() -> None:
    assert _read("") == ({}, (), [])


def test_an_empty_text_states_that_there_is_none() -> None:
    facts, _, problems = _read('documents:\n  a.txt: {original_publisher: "", published: "", url: "", language: ""}\n')
    assert problems == [] and facts["docs/a.txt"].original_publisher == "" and facts["docs/a.txt"].title is None


def test_a_sidecar_of_one_document() -> None:
    register, problems = read_document_sidecar(b"title: Calm returns\npublished: 2021\n", origin="a.meta.yaml", document="a.txt")
    assert problems == [] and register.facts == {"a.txt": Facts(title="Calm returns", published="2021")}


def test_entries_without_a_file_are_named() -> None:
    register, _ = read_sidecar(GOOD.encode(), origin="docs/sources.yaml", prefix="docs/")
    problems = list(unmatched(register, origin="docs/sources.yaml", prefix="docs/", present={"docs/article.txt"}))
    assert [problem.place for problem in problems] == ["documents.sub/other.html"]


@pytest.mark.parametrize(
    ("name", "answer"),
    [("sources.yaml", True), ("a.meta.yaml", True), ("a.txt.META.YML", True), ("a.yaml", False), ("mysources.yaml", False)],
)
def test_sidecars_are_known_by_their_names(name: str, answer: bool) -> None:
    assert is_sidecar(name) is answer


def test_the_described_document_is_the_name_before() -> None:
    assert (described_by("a.txt.meta.yaml"), described_by("a.meta.yml")) == ("a.txt", "a")


GROUPS = """
groups:
  gam: {name: Free Aceh Movement, names: [Gerakan Aceh Merdeka, "GAM", GAM], same_as: [wikidata:Q1], country: ID, source: a handbook}
  nameless: {names: [X]}
  odd: {name: Y, names: [Z, [1], ""], same_as: [no scheme], colour: red}
"""


def test_a_register_of_groups_is_read_and_one_bad_entry_costs_itself() -> None:
    register, problems = read_sidecar(GROUPS.encode(), origin="docs/sources.yaml", prefix="docs/")
    assert register.groups == (
        KnownGroup("gam", "Free Aceh Movement", ("Gerakan Aceh Merdeka", "GAM"), ("wikidata:Q1",), "ID", "a handbook"),
        KnownGroup("odd", "Y", ("Z",)),
    )
    places = {problem.place for problem in problems}
    assert places == {"groups.nameless", "groups.odd.names.1", "groups.odd.names.2", "groups.odd.same_as.0", "groups.odd.colour"}
