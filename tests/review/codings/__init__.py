"""Tests of coders' files."""
