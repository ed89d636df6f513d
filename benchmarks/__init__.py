"""What times the library, and what measures how often it is right."""
