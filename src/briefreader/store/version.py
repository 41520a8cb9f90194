"""The version of the schema."""

SCHEMA_VERSION = 7
"""Raised with every migration."""
