"""The command line: one file a command; the only folder that prints.

`app` puts the commands together and turns errors into messages and exit codes. `output` and `escaping` keep a terminal safe from what
documents hold, `testimony` puts a claim or an event report into words with its quotation and chain of voices, `lookup` finds what
somebody means by a name.
"""
