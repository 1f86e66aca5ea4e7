"""Student ids that nbgrader takes as they are: others it would change, and mark another student's submission."""


def is_plain_id(student: str) -> bool:
    """Return whether an id has no blank at its ends and nothing in it that steers a terminal or begins a line.

    What is no text at all counts as plain here; it is refused where it cannot be written.
    """
    return student == student.strip() and all(c.isprintable() or "\ud800" <= c <= "\udfff" for c in student)
