"""Sampled runs: who may be a copy of whom, and what is background."""

import random

import numpy as np

from testimonia.weigh.sampled import FEWEST, NEAREST, Sampled, signature_of

CHANCE = random.Random(3)


def sampled_of(texts: list[np.ndarray]) -> Sampled:
    return Sampled([signature_of(words) for words in texts])


def text(number: int) -> np.ndarray:
    return np.array([CHANCE.randrange(2**32) for _ in range(number)], np.uint32)


def test_a_thousandth_copy_is_asked_against_few_and_its_original_comes_first():
    story, others = text(300), [text(200) for _ in range(20)]
    texts = [*others, story, *(story[n % 40 :] for n in range(1, 60))]
    asked = dict(sampled_of(texts).likely())
    assert set(asked) == set(range(21, 80))
    assert all(len(found) <= NEAREST for found in asked.values())
    assert asked[21] == [20]


def test_paragraphs_between_unlike_texts_are_background_and_a_copied_story_is_not():
    background, story = text(60), text(120)
    texts = [np.concatenate((text(100), background, text(200))) for _ in range(16)]
    texts += [np.concatenate((story, background))[: 180 - n] for n in range(3)]
    sampled = sampled_of(texts)
    found = sampled.background(texts[0])
    assert found[110:150].mean() > 0.9
    assert not found[:95].any()
    assert not found[165:].any()
    assert not sampled.background(texts[16])[:115].any()


def test_few_texts_have_no_background():
    background = text(60)
    texts = [np.concatenate((text(100), background)) for _ in range(3)]
    assert not sampled_of(texts).background(texts[0]).any()


def test_no_texts_and_short_texts_are_like_nothing():
    assert list(sampled_of([]).likely()) == []
    assert list(sampled_of([np.arange(FEWEST - 1, dtype=np.uint32)] * 5).likely()) == []
