"""The version of the schema."""

SCHEMA_VERSION = 6
"""Raised with every migration."""
