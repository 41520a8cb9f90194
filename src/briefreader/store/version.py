"""The version of the schema."""

SCHEMA_VERSION = 14
"""Raised with every migration."""

SCHEMA_DIGEST = "6da0f4f33716bfffec4ebea297a3c8cb0465f8205ff0b52197b1107ea2b106bb"
"""Of the schema that the migrations make, as ``schema.digest`` computes it: raised with every migration, too."""
