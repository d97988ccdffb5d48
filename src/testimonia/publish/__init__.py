"""Publish: knowledge and findings in, a release folder or a page for people out.

Takes a `Knowledge` and its `Findings`, gives a release folder with its `Manifest`, or views for people; it never changes a record, and
never lets a person without a public role, a loaded code or an ungrounded quotation leave.

`release` writes the folder of the release format with its `manifest`; `rows` says what each record becomes; `safeguards` keeps out
what must never leave; `catalogue` and `views` build what a person is shown, `statements` puts claims into words.
"""

from testimonia.publish.catalogue import Catalogue, catalogue_of
from testimonia.publish.manifest import Manifest
from testimonia.publish.release import write_release

__all__ = ["Catalogue", "Manifest", "catalogue_of", "write_release"]
