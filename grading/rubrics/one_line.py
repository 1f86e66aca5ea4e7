"""What a student or a problem says, on one line that isn't too long."""

LONGEST_SENTENCE = 300


def one_line(said: object) -> str:
    """Return it as one line of at most 300 characters, the rest left out with a sign."""
    line = " ".join(str(said).encode(errors="replace").decode().split())
    return line if len(line) <= LONGEST_SENTENCE else line[: LONGEST_SENTENCE - 1] + "…"
