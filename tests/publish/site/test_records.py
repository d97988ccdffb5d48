"""Records of a site's own pages are plain data."""

import json

from testimonia.publish.pages.environment import plain_data
from testimonia.publish.site.pages import Sheet, made


def test_every_record_of_the_sites_own_pages_is_plain_data(book):
    kinds = ("lifelines", "years", "sources", "data", "search")
    sheets = [Sheet(f"{kind}.html", kind) for kind in kinds] + [Sheet("documents/d-1.html", "document", "d-1")]
    for sheet in sheets:
        again = json.loads(json.dumps(plain_data(made(book, sheet).page)))
        assert again, sheet.kind
