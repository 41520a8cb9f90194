"""The version of the schema."""

SCHEMA_VERSION = 15
"""Raised with every migration."""

SCHEMA_DIGEST = "e9c90cd22971b871b18d9c847aff7d8c17338d9fff0f8b3be70660e9869547d2"
"""Of the schema that the migrations make, as ``schema.digest`` computes it: raised with every migration, too."""
