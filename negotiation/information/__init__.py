"""What one knows of the other side: profiles, beliefs, questions and what answers tell."""
