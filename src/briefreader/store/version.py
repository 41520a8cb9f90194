"""The version of the schema."""

SCHEMA_VERSION = 10
"""Raised with every migration."""
