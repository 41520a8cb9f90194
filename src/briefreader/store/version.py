"""The version of the schema."""

SCHEMA_VERSION = 15
"""Raised with every migration."""

SCHEMA_DIGEST = "e9986399eba44f24871bdebb2c31100ce92d17c68e7f11b998dd7628d62e5a68"
"""Of the schema that the migrations make, as ``schema.digest`` computes it: raised with every migration, too."""
