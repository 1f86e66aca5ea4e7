"""What a student wrote, as it is shown."""
