"""Codings: coders' files as decisions of a named coder: read into one form, held against documents and the codebook, then put on record."""
