"""What a reader of the minutes can say of a claim: whether the offers show it, or the opposite, or nothing."""

import re

from biggerpie.negotiation import Case, OfferLog

SAID = (
    (r"I've come toward you on (.+)\.", lambda mine, theirs, row: row[theirs[-1]] > row[theirs[0]]),
    (r"On (.+) I've asked for the same .*", lambda mine, theirs, row: theirs == [theirs[0]] * 4),
    (r"You've given way on (.+)\.", lambda mine, theirs, row: row[mine[-1]] < row[mine[0]]),
    (r"On (.+) you've asked for the same .*", lambda mine, theirs, row: mine == [mine[0]] * 4),
)
QUOTED = ((r"My first offer said (.+) for (.+)\.", 1, 0), (r"Your last offer says (.+) for (.+)\.", 0, -1))


def read_in_minutes(case: Case, log: OfferLog, claim: str) -> str:
    """What the offers, the student's first, show of it."""
    names = [issue.name for issue in case.issues]
    for words, shows in SAID:
        if found := re.fullmatch(words, claim):
            place = names.index(found[1])
            mine, theirs = ([offer.package[place] for offer in log[side::2]] for side in (0, 1))
            return "true" if shows(mine, theirs, case.parties[0].points[place]) else "false"
    for words, side, which in QUOTED:
        if found := re.fullmatch(words, claim):
            offered = case.in_words(log[side::2][which].package)
            return "true" if offered[found[2]] == found[1] else "false"
    return "not shown"
