"""What several articles say of one matter."""
