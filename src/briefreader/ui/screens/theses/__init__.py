"""The screen of theses."""
