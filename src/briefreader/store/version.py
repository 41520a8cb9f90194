"""The version of the schema."""

SCHEMA_VERSION = 14
"""Raised with every migration."""
