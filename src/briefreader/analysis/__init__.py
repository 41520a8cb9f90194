"""Facts found in text, by pure functions of the text alone."""
