"""The version of the schema."""

SCHEMA_VERSION = 12
"""Raised with every migration."""
