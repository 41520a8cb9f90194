"""The version of the schema."""

SCHEMA_VERSION = 8
"""Raised with every migration."""
