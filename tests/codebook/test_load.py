"""The codebook is whole, names what `model/kinds.py` names, and refuses a file that is not."""

from typing import get_args

import pytest
import yaml

from testimonia.codebook.load import FILE, load_codebook, read_codebook
from testimonia.codebook.words import load_words
from testimonia.errors import CodebookError
from testimonia.model import kinds

CODEBOOK = load_codebook()


@pytest.mark.parametrize(
    ("part", "closed_set"),
    [
        ("entity_kinds", kinds.ENTITY_KINDS),
        ("predicates", kinds.PREDICATES),
        ("event_types", kinds.EVENT_TYPES),
        ("stances", kinds.STANCES),
        ("statuses", kinds.STATUSES),
        ("name_kinds", get_args(kinds.NameKind)),
    ],
)
def test_the_file_and_the_types_hold_the_same_codes_in_the_same_order(part, closed_set):
    assert tuple(getattr(CODEBOOK, part)) == closed_set


def test_there_are_69_modes_of_which_two_are_ours():
    modes = [(event.code, mode.code, mode.ours) for event in CODEBOOK.event_types.values() for mode in event.modes.values()]
    assert len(modes) == 69
    assert {(event, mode) for event, mode, ours in modes if ours} == {("COERCE", "raid"), ("COOPERATE", "exercise")}


def test_request_and_reject_share_their_modes():
    assert list(CODEBOOK.event_types["REQUEST"].modes) == list(CODEBOOK.event_types["REJECT"].modes)


def test_every_predicate_that_can_have_an_object_or_a_value_needs_one_or_a_date():
    for rule in CODEBOOK.predicates.values():
        assert rule.needs or rule.code == "dissolved", rule.code


@pytest.mark.parametrize("list_name", ["verbs", "nouns"])
def test_every_trigger_word_names_a_type_and_a_mode_of_the_codebook(list_name):
    for word, (event, mode, *_) in load_words("triggers")[list_name].items():
        assert event in CODEBOOK.event_types, word
        assert mode is None or mode in CODEBOOK.event_types[event].modes, word


def test_every_counted_word_gives_a_figure_of_the_codebook():
    triggers = load_words("triggers")
    assert set(triggers["harm"].values()) | set(triggers["counted"].values()) <= set(CODEBOOK.figure_kinds)


def test_every_kind_that_a_head_word_suggests_is_of_the_codebook():
    kinds_suggested = {held["kind"] for held in load_words("organisations").values() if hasattr(held, "keys") and "kind" in held}
    assert kinds_suggested
    assert kinds_suggested <= set(CODEBOOK.entity_kinds)


def test_every_cue_of_a_voice_gives_a_stance_of_the_codebook():
    for part in ("verbs", "nouns", "adverbs"):
        assert set(load_words("voices")[part]) <= set(CODEBOOK.stances), part


def _broken(change) -> str:
    """The codebook's text after a change to its content."""
    from importlib.resources import files

    content = yaml.safe_load(files("testimonia.codebook").joinpath(FILE).read_text("utf-8"))
    change(content)
    return yaml.safe_dump(content, sort_keys=False)


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (lambda c: c.pop("stances"), "the codebook lacks stances"),
        (lambda c: c.update(colours=["red"]), "the codebook has colours, which nothing reads"),
        (lambda c: c.update(version=1), "version 1; this software reads version 2"),
        (lambda c: c["predicates"]["founded"].pop("when"), "predicates.founded lacks when"),
        (lambda c: c["predicates"]["founded"].update(whem="seldom"), "predicates.founded has whem"),
        (lambda c: c["predicates"]["founded"].update(when="always"), "predicates.founded.when holds 'always'"),
        (lambda c: c["predicates"]["founded"].update(subject=["orgs"]), "predicates.founded.subject holds 'orgs'"),
        (lambda c: c["predicates"]["founded"].update(needs=["text"]), "needs asks for 'text', which this predicate cannot have"),
        (lambda c: c["predicates"]["founded"].update(structural="very"), "predicates.founded.structural is true or false"),
        (lambda c: c["predicates"]["strength"].update(value=["size"]), "predicates.strength.value holds 'size'"),
        (lambda c: c["event_types"]["ASSAULT"].update(meaning="no stop"), "event_types.ASSAULT needs a meaning"),
        (lambda c: c["event_types"]["COERCE"]["modes"].update(raid={"meaning": "Enters."}), "event_types.COERCE.modes.raid lacks ours"),
        (lambda c: c["stances"].update(claimed=3), "stances.claimed needs a meaning"),
        (lambda c: c.update(loaded_words={"a": "b"}), "loaded_words is a list of words"),
        (lambda c: c.update(predicates=["founded"]), "predicates is a mapping"),
    ],
)
def test_a_codebook_that_is_not_whole_is_refused_with_the_key(change, says):
    with pytest.raises(CodebookError, match=says):
        read_codebook(_broken(change), file="c.yml")
