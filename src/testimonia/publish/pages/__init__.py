"""Pages: what the workbench and a written site show alike.

One module for each page gives a frozen record that says all that the page shows (its context, which the API gives as JSON too); one
template in `templates/` lays it out. `environment` renders, `frame` is what stands around every page, `shown` holds the parts that many
pages share (a claim, its voices, its quotations), `characters` keeps tricks with characters out of sight of nobody, `windows` cuts long
texts.
"""
