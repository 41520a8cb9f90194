"""The version of the schema."""

SCHEMA_VERSION = 13
"""Raised with every migration."""

SCHEMA_DIGEST = "87c8fa7e427f119237a28336bb4b04a8fb5b4d27e1aeef838b73ce8d656c8007"
"""Of the schema that the migrations make, as ``schema.digest`` computes it: raised with every migration, too."""
