"""The version of the schema."""

SCHEMA_VERSION = 15
"""Raised with every migration."""
