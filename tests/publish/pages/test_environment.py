"""How templates are rendered."""

import json
from dataclasses import dataclass

import pytest
from jinja2 import UndefinedError

from testimonia.publish.pages.environment import (
    TEMPLATES,
    as_json,
    direction_of,
    environment,
    moment_in_words,
    number_in_words,
    plain_code,
    plain_data,
    plural,
    render,
)
from testimonia.publish.pages.frame import Frame, LensShown
from testimonia.workbench.links import WorkbenchLinks


@dataclass(frozen=True, slots=True)
class Sample:
    words: str
    inner: tuple[int, ...] = (1, 2)


def test_everything_is_escaped_and_a_wrong_name_is_an_error():
    made = environment()
    assert made.from_string("{{ x }}").render(x="<b>") == "&lt;b&gt;"
    with pytest.raises(UndefinedError):
        made.from_string("{{ y }}").render(x=1)


def test_no_template_switches_escaping_off():
    for file in TEMPLATES.glob("*.html"):
        text = file.read_text("utf-8")
        assert "|safe" not in text.replace(" ", "")
        assert "autoescape false" not in text


def test_a_page_renders_within_its_frame(tmp_path):
    (tmp_path / "x.html").write_text('{% extends "base.html" %}{% block content %}<h1>{{ page.words }}</h1>{% endblock %}')
    frame = Frame("kb <1>", "", "/x", (), LensShown("everything", ()), "0", is_site=True)
    page = render(environment(tmp_path), "x.html", Sample("<w>"), frame=frame, links=WorkbenchLinks("", frozenset()))
    assert "<h1>&lt;w&gt;</h1>" in page
    assert "kb &lt;1&gt;" in page
    assert 'role="search"' in page and "hx-" not in page, "a site searches by itself: nobody can be asked while one types"


def test_data_cannot_end_its_element_and_reads_back():
    made = as_json({"a": Sample("</script><!--\u2028"), "n": None})
    assert "<" not in made
    assert json.loads(made) == {"a": {"words": "</script><!--\u2028", "inner": [1, 2]}, "n": None}


def test_records_become_plain_data():
    assert plain_data([Sample("w"), {1: frozenset((2,))}]) == [{"words": "w", "inner": [1, 2]}, {"1": [2]}]


def test_numbers_counts_codes_and_moments_read_as_words():
    assert number_in_words(1204000) == "1,204,000"
    assert (plural(1, "claim"), plural(0, "claim"), plural(2, "witness", "witnesses")) == ("1 claim", "0 claims", "2 witnesses")
    assert (plain_code("armed_wing_of"), plain_code("ASSAULT")) == ("armed wing of", "assault")
    assert moment_in_words("2026-11-21T19:43:00Z") == "21 November 2026, 19:43 UTC"
    assert moment_in_words("no moment") == "no moment"


@pytest.mark.parametrize(
    ("language", "direction"), [("ar", "rtl"), ("he-IL", "rtl"), ("en", "ltr"), (None, "auto"), ("az-Arab", "auto"), ("ku", "ltr")]
)
def test_the_direction_of_a_language_is_known(language, direction):
    assert direction_of(language) == direction
