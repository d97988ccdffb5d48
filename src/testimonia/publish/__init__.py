"""Publish: knowledge and findings in, a release folder or a page for people out.

Takes a `Knowledge` and its `Findings`, gives a release folder with its `Manifest`, or views for people; it never changes a record, and
never lets a person without a public role, a loaded code or an ungrounded quotation leave.

`release` writes the folder of the release format with its `manifest` from a `stock`, and `tables` beside its lines; `rows` says what each
record becomes; `safeguards` keeps out what must never leave; `released` reads a release, `verify` checks one and `diff` compares two.
`catalogue` and `views` build what a person is shown, `statements` puts claims into words; `report` writes an attributed profile in prose;
`stemma_graph` and `stemma_picture` export who has it from whom; `pages` are what the workbench and a static `site` have in common, and
`exports` the formats of the field.
"""

from testimonia.publish.catalogue import Catalogue, catalogue_of
from testimonia.publish.manifest import Manifest, digest_of_rules
from testimonia.publish.release import ReleaseOptions, release_stock, write_release
from testimonia.publish.released import Released
from testimonia.publish.report import actor_report
from testimonia.publish.report_formats import report_as_html, report_as_markdown
from testimonia.publish.stemma_graph import stemma_as_graphml
from testimonia.publish.stemma_picture import stemma_as_svg
from testimonia.publish.stock import HeldStock, StoredStock

__all__ = [
    "Catalogue",
    "HeldStock",
    "Manifest",
    "ReleaseOptions",
    "Released",
    "StoredStock",
    "actor_report",
    "catalogue_of",
    "digest_of_rules",
    "release_stock",
    "report_as_html",
    "report_as_markdown",
    "stemma_as_graphml",
    "stemma_as_svg",
    "write_release",
]
