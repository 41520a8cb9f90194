"""The version of the schema."""

SCHEMA_VERSION = 12
"""Raised with every migration."""

SCHEMA_DIGEST = "fc69aeb7220043db841449865ccb7fb348c87225124a95640a3f29cc04bcb52e"
"""Of the schema that the migrations make, as ``schema.digest`` computes it: raised with every migration, too."""
