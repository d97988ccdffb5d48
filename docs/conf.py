"""Sphinx settings: Markdown by MyST, the Furo theme, and nothing fetched from anywhere."""

import sys
from importlib.metadata import version as version_of
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))  # for notebook_pages, which is ours

project = "Testimonia"
author = "The Testimonia authors"
project_copyright = "The Testimonia authors; Apache License 2.0"
release = version = version_of("testimonia")

extensions = ["myst_parser", "notebook_pages"]
myst_enable_extensions = ["colon_fence", "deflist"]
myst_heading_anchors = 3
source_suffix = {".md": "markdown", ".ipynb": "notebook"}
exclude_patterns = ["_build"]
nitpicky = True
language = "en-GB"

html_theme = "furo"
html_title = "Testimonia"
html_static_path = ["_static"]
html_show_sphinx = False
html_copy_source = False
