"""What a student or a problem says, on one line that isn't too long."""

from ...negotiation import NegotiationError
from ...negotiation.sentence import Sentence

LONGEST_SENTENCE = 300


def one_line(said: object) -> str:
    """Return it as one line of at most 300 characters, the rest left out with a sign.

    A sentence that is such a line already stays one that can be said in other languages.
    """
    if isinstance(said, NegotiationError):
        said = next(iter(said.told()), "")
    line = " ".join(str(said).encode(errors="replace").decode().split())
    if isinstance(said, Sentence) and line == said and len(line) <= LONGEST_SENTENCE:
        return said
    return line if len(line) <= LONGEST_SENTENCE else line[: LONGEST_SENTENCE - 1] + "…"
