"""Who is cited, where, and for which claims."""
