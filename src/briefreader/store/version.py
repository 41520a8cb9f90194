"""The version of the schema."""

SCHEMA_VERSION = 9
"""Raised with every migration."""
