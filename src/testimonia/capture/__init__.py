"""Capture, stage 1 of 6: bring documents in, unchanged.

Takes: paths of files and folders, and options (size limits, columns of tables, the bytes of standard input).
Gives: `Document` records one
after the other, in a stable order, with their text exactly as offsets will count it, where they come from, when and by whom they were
published and on what basis that is known, and which spans are boilerplate; a `Problem` for whatever could not be read, with the way out; a
`Source` for each publisher and a `KnownGroup` for each group that a `sources.yaml` registers.
Never does: change a text, cut anything out of it (but for CRLF and CR, which
become LF, and a leading byte order mark), follow a link, unpack to disk, fetch anything, guess an unknown publisher or date, or end the run
because one file is broken.

The way of a file: `walk` finds it, `formats` knows its reader (`plain`, `web_page`, `pdf`, `word`, `mail`, `telegram`, `table`,
`web_archive`, `archive`), `publication` reads from the text what neither sidecar nor format states, `boilerplate` marks what is no
testimony, `language` names the language, and `capturing` puts it together.
"""

from testimonia.capture.capturing import capture_paths
from testimonia.capture.options import ArchiveLimits, CaptureOptions

__all__ = ["ArchiveLimits", "CaptureOptions", "capture_paths"]
