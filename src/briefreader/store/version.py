"""The version of the schema."""

SCHEMA_VERSION = 5
"""Raised with every migration."""
