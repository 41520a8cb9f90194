"""Settings: the menu, their checks, and themes."""
