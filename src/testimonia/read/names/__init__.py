"""Names: which words are names, how far they reach, what votes for what they name, and who in the document they stand for."""
