"""The version of the schema."""

SCHEMA_VERSION = 12
"""Raised with every migration."""

SCHEMA_DIGEST = "5c1b173000b5bdb23f40c81cbabfc3809864ab1948e0af834eac422fd69d4df5"
"""Of the schema that the migrations make, as ``schema.digest`` computes it: raised with every migration, too."""
