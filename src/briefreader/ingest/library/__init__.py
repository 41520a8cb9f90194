"""What other programs have kept for the reader, read from their files."""
