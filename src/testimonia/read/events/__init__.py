"""Events: the rules that propose event reports, and what they share: agents, places, figures, status, accounts of what was told before."""
