"""The version of the schema."""

SCHEMA_VERSION = 11
"""Raised with every migration."""

SCHEMA_DIGEST = "cf7ef223c8b75254c00715466270f83f11b50367d00c4fd541bfdf065849d458"
"""Of the schema that the migrations make, as ``schema.digest`` computes it: raised with every migration, too."""
