"""The version of the schema."""

SCHEMA_VERSION = 11
"""Raised with every migration."""
