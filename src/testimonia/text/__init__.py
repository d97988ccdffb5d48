"""Pure functions on strings: names and scripts, consonant skeletons, numbers, dates, geography.

Nothing here knows a document, a claim or a store; word lists are YAML under `data/`, each entry with its source.
"""
