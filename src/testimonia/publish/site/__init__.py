"""Site: a release as a folder of pages that needs no server.

Takes a release; gives a folder with the pages of the workbench as files, a search that runs in the browser, and the release's tables to
take away. Never asks anybody for anything: every page opens from a disk, names its files by relative paths, and is whole without scripts.
"""

from testimonia.publish.site.book import SiteOptions
from testimonia.publish.site.writing import SiteWritten, write_site

__all__ = ["SiteOptions", "SiteWritten", "write_site"]
