"""What is said of a dance: who offered what, what it is worth to both, and how it ended."""

from typing import Any

from ...negotiation import Case, Dance, OfferLog, Package, changes, greatest_sum, slack
from ..contract import Table
from .dance_setting import Setting

SIDES = ("you", "them")


def offer_sentence(case: Case, done: Dance, shown: int, words: dict[str, Any]) -> str:
    """Return what the last of the offers shown changes and is worth, and how the dance ended if it did."""
    you, them = case.payoffs(done.log[shown - 1].package)
    form = words["offer_by"][(shown - 1) % 2]
    change = offered(case, done.log, shown - 1, words)
    said = [form.format(n=shown, all=len(done.log), what=change), words["worth"].format(you=you, them=them)]
    if shown == len(done.log):
        said.append(_end(case, done, words))
    return " ".join(said)


def _end(case: Case, done: Dance, words: dict[str, Any]) -> str:
    if done.agreement is None:
        return str(words["no_deal"])
    together, most = sum(case.payoffs(done.agreement)), sum(greatest_sum(case).payoffs)
    more = slack(case, done.agreement)
    accepted = words["accepted_by"][len(done.log) % 2].format(together=together, most=most)
    return f"{accepted} {words['more' if more else 'no_more'].format(more=more)}"


def offered(case: Case, log: OfferLog, at: int, words: dict[str, Any]) -> str:
    """Return an offer in words: what is new in it against the side's offer before, or all of a first offer."""
    package = log[at].package
    if at < len(SIDES):
        settled = case.in_words(package).items()
        return "; ".join(words["settles"].format(issue=issue, option=option) for issue, option in settled)
    moved = changes(case, log[at].party, log[at - len(SIDES)].package, package)
    found = [words["change"].format(issue=one.issue, before=one.before, after=one.after) for one in moved]
    return "; ".join(found) or str(words["unchanged"])


def dance_table(case: Case, log: OfferLog, words: dict[str, Any]) -> Table:
    """Return the offers as a table."""
    rows = [
        [str(at + 1), words[SIDES[at % 2]], offered(case, log, at, words), *map(str, case.payoffs(offer.package))]
        for at, offer in enumerate(log)
    ]
    return {"head": [words["offer"], words["who"], words["offered"], words["to_you"], words["to_them"]], "rows": rows}


def deal_row(  # noqa: PLR0913, PLR0917  # a row is made of all these
    number: int, knobs: Setting, agreement: Package | None, case: Case, shown: list[str], words: dict[str, Any]
) -> list[str]:
    """Return one deal as a row: where the shown knobs stood, and what both got."""
    row = [str(number)]
    if "picking" in shown:
        row += [words["pickings_short"][int(trade)] for trade in knobs.trades]
    if "speed" in shown:
        row += [words["speeds"][place] for place in knobs.speeds]
    payoffs = None if agreement is None else case.payoffs(agreement)
    return [*row, *map(str, (*payoffs, sum(payoffs)) if payoffs else (words["nothing"],) * 3)]
