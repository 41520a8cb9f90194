"""Words, sentences and patterns of a text, whatever it says."""
