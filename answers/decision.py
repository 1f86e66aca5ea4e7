"""The lines of a decision on final offers: what no deal is worth, which offer another one beats, what is signed."""

from ..negotiation import NegotiationError, plain
from .in_english import in_english
from .line_reader import LineReader
from .matching import LONGEST_WORD, quoted
from .number_readers import read_points
from .numbered import read_number
from .sentence import Sentence

ALTERNATIVE, BEATEN, SIGN = LINES = ("without a deal", "beaten", "sign")
NONE = "none"


def decision_lines(offers: int) -> LineReader[str, int]:
    """Read points, the number of an offer (from 1), and the one that is signed, 0 for none."""

    def line(words: str) -> str:
        if (known := in_english(plain(words[:LONGEST_WORD]))) in LINES:
            return known
        raise NegotiationError(Sentence("decision.begins", words=quoted(words), lines=LINES))

    def said(line: str, words: str) -> int:
        if line == ALTERNATIVE:
            return read_points(words)
        if line == SIGN and in_english(plain(words[:LONGEST_WORD])) == NONE:
            return 0
        return read_number(words, "offer", range(1, offers + 1))

    return LineReader(line, said)
