"""Whom a generic word may stand for."""

from collections import Counter

import pytest

from testimonia.model.kinds import EntityKind
from testimonia.read.names.cast import Member
from testimonia.read.reference.topic import Topic, fits


def member(name: str, kind: EntityKind) -> Member:
    """Make a body of one name."""
    return Member(name.lower(), "org", Counter([name]), kind)


@pytest.mark.parametrize(
    ("name", "kind", "word", "stands"),
    [
        ("Azawad Front", "political_body", "front", True),
        ("Azawad Front", "political_body", "group", True),
        ("Azawad Front", "political_body", "ministry", False),
        ("Sultan Murad Brigades", "armed_group", "brigades", True),
        ("Malian Army", "state_force", "group", False),
        ("Malian Army", "state_force", "army", True),
        ("Ministry of Defence", "government", "rebels", False),
        ("Northern Alliance", "coalition", "coalition", True),
        ("Karen National Union", "political_body", "coalition", False),
    ],
)
def test_a_generic_word_stands_for_what_its_name_or_kind_allows(name: str, kind: EntityKind, word: str, stands: bool) -> None:
    assert fits(member(name, kind), word) is stands


def test_a_fresh_topic_speaks_of_nobody() -> None:
    topic = Topic()
    assert {topic.title, topic.section, topic.subject, topic.person, topic.place, topic.issuer} == {None}
    assert topic.recent == [] and topic.recent is not Topic().recent
