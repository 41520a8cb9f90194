"""What keys do on the reading screen, in groups."""
