"""Voices: who says it, in quotation marks or in reported speech, and the frame of publisher, outlet and issuer around the text."""
