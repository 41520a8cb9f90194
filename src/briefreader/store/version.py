"""The version of the schema."""

SCHEMA_VERSION = 16
"""Raised with every migration."""
