"""One file a step, in order; a step that was ever released is never edited."""
