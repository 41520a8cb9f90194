"""Companies, people, outlets and other names."""
