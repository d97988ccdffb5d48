"""The register as a record."""

from testimonia.model.document import Source
from testimonia.publish.pages.sources import sources_page


def test_publishers_are_listed_with_their_documents_whether_registered_or_not():
    page = sources_page([Source("Wire", "independent_media"), Source("Silent", "ngo")], {"Wire": 2, "Sheet": 5})
    assert [(source.name, source.documents, source.is_registered) for source in page.sources] == [
        ("Sheet", 5, False),
        ("Wire", 2, True),
        ("Silent", 0, True),
    ]
    assert page.unregistered == 1
    assert page.sources[0].kind is None
