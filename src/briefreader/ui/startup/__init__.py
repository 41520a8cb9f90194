"""What runs before Textual is loaded."""
