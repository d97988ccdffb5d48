"""Copies: shared wording is found, common phrases are not."""

import random

from testimonia.model.document import Document, Marked
from testimonia.weigh import copies
from testimonia.weigh.copies import SHARED, Copy, copies_of, share, shared_passage
from testimonia.weigh.sampled import NEAREST

WORDS = [f"word{number}" for number in range(400)]


def text_of(seed: int, length: int = 200) -> str:
    chosen = random.Random(seed)
    return " ".join(chosen.choice(WORDS) for _ in range(length))


def document(name: str, text: str, marked: tuple[Marked, ...] = ()) -> Document:
    return Document(name, f"{name}.txt", "0", "text/plain", text, marked=marked)


def groups_of(documents: dict[str, Document]) -> dict[str, str]:
    return {name: copy.group for name, copy in copies_of(documents).items()}


def test_a_cut_and_retitled_story_is_a_copy():
    story = text_of(1)
    made = groups_of(
        {"a": document("a", story), "b": document("b", "Another headline. " + story[: len(story) // 2]), "c": document("c", text_of(2))}
    )
    assert made == {"a": "a", "b": "a"}


def test_case_and_punctuation_do_not_hide_a_copy():
    story = text_of(3)
    assert share(document("a", story), document("b", story.upper().replace(" ", ", "))) == 1.0


def test_a_common_quotation_is_no_copy():
    quotation = text_of(4, 40)
    documents = {name: document(name, f"{text_of(seed)} {quotation} {text_of(seed + 50)}") for name, seed in (("a", 10), ("b", 20))}
    assert copies_of(documents) == {}


def test_shared_boilerplate_is_no_copy():
    legal = text_of(5, 300)
    made = {}
    for name, seed in (("a", 30), ("b", 40)):
        body = text_of(seed, 60)
        made[name] = document(name, body + " " + legal, (Marked(len(body), len(body) + 1 + len(legal), "legal", "notice"),))
    assert copies_of(made) == {}


def test_short_texts_are_never_copies():
    assert copies_of({name: document(name, "They said that it was so and no more") for name in "ab"}) == {}
    assert share(document("a", ""), document("b", "")) == 0.0


def test_edited_wire_stories_are_found_among_many():
    documents, planted = {}, 0
    for seed in range(60):
        story = text_of(seed + 1000).split()
        documents[f"o{seed}"] = document(f"o{seed}", " ".join(story))
        if seed % 2:
            for _ in range(4):
                story[random.Random(seed).randrange(len(story))] = "edited"
            documents[f"c{seed}"] = document(f"c{seed}", " ".join(story[20:]))
            planted += 1
    found = groups_of(documents)
    assert sum(found.get(f"c{seed}") == f"o{seed}" for seed in range(1, 60, 2)) == planted
    assert len(found) == 2 * planted


def test_common_phrases_that_pair_everybody_cost_few_comparisons_and_hide_no_copy(monkeypatch):
    asked = []
    monkeypatch.setattr(copies, "covered", lambda one, two, exact=copies.covered: asked.append(1) or exact(one, two))
    phrases = [text_of(seed + 5000, 20) for seed in range(60)]
    chance = random.Random(7)
    documents = {f"o{n}": document(f"o{n}", " . ".join(chance.choice(phrases) for _ in range(8)) + text_of(n, 120)) for n in range(150)}
    story = documents["o40"].text
    documents["copy"] = document("copy", story[: len(story) * 3 // 4])
    assert groups_of(documents) == {"o40": "o40", "copy": "o40"}
    assert len(asked) <= NEAREST * len(documents)


def test_no_documents_have_no_copies():
    assert copies_of({}) == {}


def test_a_copy_names_the_text_that_it_shares_most_with_and_how_much():
    story = text_of(8).split()
    documents = {name: document(name, " ".join(words)) for name, words in (("a", story[:150]), ("b", story), ("c", story[40:]))}
    made = copies_of(documents)
    assert made["c"] == Copy("a", "b", 1.0)
    assert SHARED < made["a"].share <= 1.0


def test_names_spelt_otherwise_do_not_hide_a_copy():
    story = text_of(9, 300).split()
    for place in range(5, 300, 11):
        story[place] = f"Name{place % 5}"
    other = [word.replace("Name", "Naame") for word in story]
    assert copies_of({"a": document("a", " ".join(story)), "b": document("b", " ".join(other[60:]))})["b"].share > 0.9


def test_background_that_many_stories_repeat_makes_no_copies_and_a_copy_of_one_of_them_is_found():
    background = [text_of(seed + 300, 40) for seed in range(6)]
    documents = {f"s{n}": document(f"s{n}", f"{text_of(n + 400, 300)} {background[n % 6]}") for n in range(48)}
    for name, seed in (("one", 501), ("two", 502)):
        documents[name] = document(name, " ".join([text_of(seed, 60), *background[:5], text_of(seed + 50, 40)]))
    documents["copy"] = document("copy", documents["one"].text.split(maxsplit=20)[-1])
    assert share(documents["one"], documents["two"]) > SHARED
    assert groups_of(documents) == {"one": "one", "copy": "one"}


def test_the_longest_common_passage_is_placed_in_the_text_as_captured():
    passage = text_of(11, 30)
    one = document("a", f"One, two. {passage.upper()}! {text_of(12, 40)}")
    start, end = shared_passage(one, document("b", f"{text_of(13, 40)} {passage}")) or (0, 0)
    assert one.text[start:end] == passage.upper()
    assert shared_passage(one, document("c", text_of(14, 50))) is None
