"""The panes of the reading screen."""
