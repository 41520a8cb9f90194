"""Widgets: values in, state out, no store."""
