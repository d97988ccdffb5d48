"""The workbench: a knowledge base in the browser, on this machine only.

`app` puts it together; `security` keeps other pages and machines out; `visit` is one request: the store, the lens in force, and the way to
render; `routes/` has one module for each page; `serving` runs it. What the pages show is made in `publish/pages` from records, and the
REST API under /api gives the same records as JSON.
"""
