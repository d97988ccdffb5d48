"""Turns documents about armed groups into claims with evidence, voices and time."""
