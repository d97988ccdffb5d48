"""Kept texts: copies are found as among the texts themselves, and no pair is compared twice."""

from pathlib import Path

import pytest
from tests.weigh.test_copies import document, text_of

from testimonia.model.document import Document
from testimonia.store.snapshot import Snapshot
from testimonia.weigh import copies
from testimonia.weigh.copies import copies_of
from testimonia.weigh.kept_texts import kept_copies, text_columns


def stories() -> dict[str, Document]:
    """Stories, half of them with a cut copy, and all with phrases in common."""
    made = {}
    for seed in range(24):
        story = f"{text_of(seed + 100, 120)} {text_of(seed % 3, 25)}"
        made[f"o{seed}"] = document(f"o{seed}", story)
        if seed % 2:
            made[f"c{seed}"] = document(f"c{seed}", story.split(maxsplit=15)[-1])
    return made


def test_copies_are_those_that_the_texts_give_however_they_came_in(tmp_path: Path) -> None:
    documents, told = stories(), dict[str, Document]()
    with Snapshot(tmp_path) as snapshot:
        for names in (list(documents)[:20], list(documents)[20:21], list(documents)[21:]):
            new = {name: documents[name] for name in names}
            told |= new
            snapshot.add(text_columns(new.values()) | {"documents": text_columns(new.values())["texts"]})
            found = kept_copies(snapshot, list(told))
            assert found == copies_of(told)
        assert sum(name.startswith("c") for name in found) == 12


def test_what_was_compared_is_not_compared_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []
    monkeypatch.setattr(copies, "covered", lambda one, two, exact=copies.covered: asked.append(1) or exact(one, two))
    phrases = [text_of(seed + 5000, 20) for seed in range(30)]
    documents = {
        f"d{n}": document(f"d{n}", " . ".join(phrases[(n * k) % 30] for k in range(1, 8)) + " " + text_of(n, 100)) for n in range(40)
    }
    with Snapshot(tmp_path) as snapshot:
        for names in (list(documents)[:39], list(documents)[39:]):
            made = text_columns(documents[name] for name in names)
            snapshot.add(made | {"documents": made["texts"]})
        first = kept_copies(snapshot, list(documents)[:39])
        many = len(asked)
        assert many > 20 and kept_copies(snapshot, list(documents)[:39]) == first and len(asked) == many
        assert kept_copies(snapshot, list(documents)) == copies_of(documents)


def test_without_documents_there_are_no_copies(tmp_path: Path) -> None:
    with Snapshot(tmp_path) as snapshot:
        made = text_columns(())
        snapshot.add(made | {"documents": made["texts"]})
        assert kept_copies(snapshot, []) == {} == kept_copies(snapshot, [])
