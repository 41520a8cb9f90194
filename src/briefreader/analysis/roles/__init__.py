"""What each block of a text is for."""
