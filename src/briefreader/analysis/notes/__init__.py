"""Quotes of notes found in a text, and two versions of a text aligned."""
