"""The terminal and the desktop behind it."""
