"""What is said of a dance: who offered what, what it is worth to both, and how it ended."""

from ...negotiation import Case, Dance, OfferLog, Package, changes, greatest_sum, slack
from .._words import Words
from ..contract import Table
from .dance_setting import Setting

SIDES = ("you", "them")


def offer_sentence(case: Case, done: Dance, shown: int, words: Words) -> str:
    """Return what the last of the offers shown changes and is worth, and how the dance ended if it did."""
    you, them = case.payoffs(done.log[shown - 1].package)
    change = offered(case, done.log, shown - 1, words)
    said = [
        words.say("offer_by", (shown - 1) % 2, n=shown, all=len(done.log), what=change),
        words.say("worth", you=you, them=them),
    ]
    if shown == len(done.log):
        said.append(_end(case, done, words))
    return " ".join(said)


def _end(case: Case, done: Dance, words: Words) -> str:
    if done.agreement is None:
        return words.say("no_deal")
    together, most = sum(case.payoffs(done.agreement)), sum(greatest_sum(case).payoffs)
    more = slack(case, done.agreement)
    accepted = words.say("accepted_by", len(done.log) % 2, together=together, most=most)
    return f"{accepted} {words.say('more' if more else 'no_more', more=more)}"


def offered(case: Case, log: OfferLog, at: int, words: Words) -> str:
    """Return an offer in words: what is new in it against the side's offer before, or all of a first offer."""
    package = log[at].package
    if at < len(SIDES):
        settled = case.in_words(package).items()
        return "; ".join(words.say("settles", issue=issue, option=option) for issue, option in settled)
    moved = changes(case, log[at].party, log[at - len(SIDES)].package, package)
    found = [words.say("change", issue=one.issue, before=one.before, after=one.after) for one in moved]
    return "; ".join(found) or words.say("unchanged")


def dance_table(case: Case, log: OfferLog, words: Words) -> Table:
    """Return the offers as a table."""
    rows = [
        [str(at + 1), words.say(SIDES[at % 2]), offered(case, log, at, words), *map(str, case.payoffs(offer.package))]
        for at, offer in enumerate(log)
    ]
    return {
        "head": words.heads("offer", "who", "offered", "to_you", "to_them"),
        "rows": rows,
    }


def deal_row(  # noqa: PLR0913, PLR0917  # a row is made of all these
    number: int, knobs: Setting, agreement: Package | None, case: Case, shown: list[str], words: Words
) -> list[str]:
    """Return one deal as a row: where the shown knobs stood, and what both got."""
    row = [str(number)]
    if "picking" in shown:
        row += [words.say("pickings_short", int(trade)) for trade in knobs.trades]
    if "speed" in shown:
        row += [words.say("speeds", place) for place in knobs.speeds]
    payoffs = None if agreement is None else case.payoffs(agreement)
    return [*row, *map(str, (*payoffs, sum(payoffs)) if payoffs else (words.say("nothing"),) * 3)]
