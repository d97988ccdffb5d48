"""How well a release agrees with a key coded by hand.

`key` holds a gold key and its texts, `released` reads a release, `pairing` decides what agrees with what, `scorer` counts, `report` prints.
`python -m eval.gate` guards the demonstration's floors, `python -m eval.seeds` measures the seeds, `python -m eval.compare` sets our
figures beside those of the reference scorer, `python -m eval.check` checks a key against its texts and the codebook.
"""
