"""Keys: the table of actions, the reader's own keys, and hints."""
