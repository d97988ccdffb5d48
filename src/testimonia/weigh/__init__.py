"""Weigh: claims and event reports in, events, corroborations and disputes out.

Takes a `Knowledge`, gives `Findings`; pure on records. It never changes a claim, never says which position is true, and never compares
all claims with all others: only those about one thing meet.

`assertions`, `accounts` prepare claims and reports · `copies`, `sides`, `independence`, `stemma` say who has it from whom · `likeness`,
`tellings`, `events`, `tolls` tie reports · `corroborations`, `clashes`, `facts`, `disputes`, `event_corroborations`, `event_disputes`
find what agrees and what cannot all hold.
"""

from testimonia.weigh.comparing import Contrast, compare_claims, compare_events
from testimonia.weigh.findings import weigh_knowledge
from testimonia.weigh.lens import enough_witnesses, seen_through
from testimonia.weigh.lens_files import lens_as_data, lens_as_yaml, read_lens
from testimonia.weigh.stemma import stemma_of

__all__ = [
    "Contrast",
    "compare_claims",
    "compare_events",
    "enough_witnesses",
    "lens_as_data",
    "lens_as_yaml",
    "read_lens",
    "seen_through",
    "stemma_of",
    "weigh_knowledge",
]
