"""Text as it is laid out and worded, for any screen."""
