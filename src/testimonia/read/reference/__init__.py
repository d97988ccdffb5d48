"""Reference: who is spoken of at a point of a document, so that "the group", "they" and "its" find whom they stand for."""
