"""The coding rules as data, and what may be written down after them.

`codebook.yml` holds the closed sets of the codebook, version 2, with one line of meaning each; `words/` the lists of words that the
readers look up. `load` reads the codebook, `check` says what breaks it, `words` loads the lists.
"""
