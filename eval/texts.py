"""The texts of a folder of documents, as offsets count them."""

from pathlib import Path

from eval.key import plain_texts

from testimonia.capture import capture_paths
from testimonia.model.document import Document


def document_texts(folder: Path) -> dict[str, str]:
    """Return the text of every document in a folder.

    Plain text is read from disk, so that a mistake of capture's cannot hide itself; what has to be extracted (web pages, PDF, ...) is what
    capture gives.

    Args:
        folder: The folder of documents, with or without a sidecar.

    Returns:
        Text by file name; a document that capture cannot read is not in it.
    """
    extracted = {Path(item.origin).name: item.text for item in capture_paths([folder]) if isinstance(item, Document)}
    return {**extracted, **plain_texts(folder)}
