"""Weigh: claims and event reports in, events, corroborations and disputes out.

Takes a `Knowledge`, gives `Findings`; pure on records. It never changes a claim, never says which position is true, and never compares
all claims with all others: only those about one thing meet.

`assertions`, `accounts` prepare claims and reports · `copies`, `sides`, `independence`, `stemma` say who has it from whom · `told`,
`likeness`, `tellings`, `events`, `tolls` tie reports · `corroborations`, `clashes`, `facts`, `disputes`, `event_corroborations`,
`event_disputes` find what agrees and what cannot all hold.

For millions of claims: `columns` writes what was read as numbers, `corpus`, `grouping`, `hangings` and `suspects` ask questions of all at
once over `numbers`, `bonds` follows who belongs to whom, `reports`, `happenings` and `event_suspects` do the same with event reports,
`recalled` makes records of the few that matter, and `snapshots` puts it together. It finds the same, word for word. `reweighed` writes only
what has changed by `marks` and `event_marks`, and `kept_texts` looks for copies without reading texts again.
"""

from testimonia.weigh.columns import columns_of, identity_columns
from testimonia.weigh.comparing import Contrast, compare_claims, compare_events
from testimonia.weigh.dispute_reasons import dispute_reasons
from testimonia.weigh.findings import background_of, weigh_against, weigh_knowledge
from testimonia.weigh.lens import enough_witnesses, seen_through
from testimonia.weigh.lens_files import lens_as_data, lens_as_yaml, read_lens
from testimonia.weigh.snapshots import Weighing, listed_disputes
from testimonia.weigh.stemma import stemma_of

__all__ = [
    "Contrast",
    "Weighing",
    "background_of",
    "columns_of",
    "compare_claims",
    "compare_events",
    "dispute_reasons",
    "enough_witnesses",
    "identity_columns",
    "lens_as_data",
    "lens_as_yaml",
    "listed_disputes",
    "read_lens",
    "seen_through",
    "stemma_of",
    "weigh_against",
    "weigh_knowledge",
]
