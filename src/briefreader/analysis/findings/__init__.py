"""What a careful reader would question."""
