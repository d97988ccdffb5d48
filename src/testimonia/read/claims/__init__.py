"""Claims: the rules that propose what a text says of bodies and people, one file for each family of predicates."""
