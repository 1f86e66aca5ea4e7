"""The instructor's term: the course folder and its commands."""
