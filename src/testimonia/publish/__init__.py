"""Publish: knowledge and findings in, a release folder or a page for people out.

`release` writes the folder of the release format with its `manifest`; `rows` says what each record becomes; `safeguards` keeps out
what must never leave; `catalogue` and `views` build what a person is shown, `statements` puts claims into words. Never changes a record.
"""

from testimonia.publish.catalogue import Catalogue, catalogue_of
from testimonia.publish.manifest import Manifest
from testimonia.publish.release import write_release

__all__ = ["Catalogue", "Manifest", "catalogue_of", "write_release"]
