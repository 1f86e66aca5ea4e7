"""What a case and its packages are worth: frontier, landmarks, measures and marks."""
