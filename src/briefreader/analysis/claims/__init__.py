"""Which sentences claim something, and of what type."""
