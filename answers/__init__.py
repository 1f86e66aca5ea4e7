"""Answers as text: the format in which they are written and read. It knows no mark, no widget and no nbgrader."""
