"""Copying: a report on answers and texts that are alike, for the instructor to look at together with the students."""
