"""The exercises: nbgrader sources, from which a student's version is generated."""
