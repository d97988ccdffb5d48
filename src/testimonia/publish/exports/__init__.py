"""Exports: a release in the formats that others work with, each with a report of what it cannot hold.

Takes a `Released`, gives one file for each format and, beside it, a report of its losses; it never adds anything that the release does
not say, and never makes a thing of its own of somebody who is only described.

`formats` is the table of formats; there is one module for each. `losses` counts what a format cannot hold; `writing` puts files in place;
`lookup`, `happenings`, `relations`, `dates` and `tables` are what the formats share.

What holds in every format:

1. Only entities of the release become nodes, items or agents: bodies, places, named events and persons with a public role.
2. Somebody described in words stays in words; words that are nothing but a name, or that take a side, are left out of every label.
3. What is denied is never written as if it were affirmed.
4. The same release gives the same bytes.
"""

from testimonia.publish.exports.formats import FORMATS, Exported, export_formats, export_release, formats_named

__all__ = ["FORMATS", "Exported", "export_formats", "export_release", "formats_named"]
