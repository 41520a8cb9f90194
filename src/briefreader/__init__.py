"""Read, dissect and annotate briefings in the terminal."""
