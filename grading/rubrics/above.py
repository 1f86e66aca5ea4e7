"""Where marks begin: above what can be reached by guessing, so that asking pays and guessing doesn't."""

from dataclasses import replace

from ...negotiation import NegotiationError
from ..report.mark import Mark, tally
from ..sentence import Sentence

WHOLE = 100


def beginning_above(mark: Mark, above: float) -> Mark:
    """Return the mark with the points that begin above a share of its maximum, in hundredths.

    max(0, earned - above) / (100 - above): that share and less earn nothing, everything earns all points. Raises
    NegotiationError unless `above` is at least 0 and below 100.
    """
    if not 0 <= above < WHOLE:
        raise NegotiationError(f"marks cannot begin above {above:g} of {WHOLE}; write a number from 0 to 99.")
    if not above or not mark.points:
        return mark
    earned = WHOLE * mark.points / mark.maximum
    share = max(0.0, earned - above) / (WHOLE - above)
    sentence = Sentence("mark.above", earned=earned, whole=WHOLE, above=above, share=share)
    return replace(mark, points=mark.maximum * share, findings=(tally(sentence), *mark.findings))
