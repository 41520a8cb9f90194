"""Figures, their units, and what they count."""
