"""What makes no sense at the table: one sentence for each, before anything is changed."""

from collections.abc import Sequence
from typing import Any

from ..case import Issue, Package
from ..errors import listing
from .moves import (
    LONGEST_WORDS,
    MOST_MOVES,
    MOST_PACKAGES,
    Accept,
    Ask,
    Aspect,
    Message,
    Move,
    Offer,
    Remark,
    SayBack,
    Tell,
    WalkAway,
)

ENDS = (Accept, WalkAway)


def reason_against(message: Message, issues: tuple[Issue, ...], acceptable: Sequence[Package]) -> str:
    """Return one sentence that says why a message makes no sense now, or "".

    `acceptable` are the packages that its side may accept now.
    """
    return _of_the_whole(message) or next(
        filter(None, (_of_move(move, issues, acceptable) for move in message.moves)), ""
    )


def _of_the_whole(message: Message) -> str:
    moves = message.moves
    if not moves and not message.words.strip():
        return "the message is empty; say, ask or offer something, or walk away."
    if len(moves) > MOST_MOVES:
        return f"the message has {len(moves)} moves; say at most {MOST_MOVES} things in one turn."
    if len(message.words) > LONGEST_WORDS:
        return f"the message is longer than {LONGEST_WORDS:,} characters; say it more briefly."
    if len(moves) > 1 and len(set(moves)) < len(moves):
        return "the message says one thing twice; once is enough."
    if sum(isinstance(move, (Offer, *ENDS)) for move in moves) > 1:
        return "the message holds two of an offer, an acceptance and walking away; choose one of them."
    return ""


def _of_move(move: Move, issues: tuple[Issue, ...], acceptable: Sequence[Package]) -> str:
    reason = ""
    match move:
        case Offer(packages):
            reason = _of_offer(packages, issues)
        case Accept(package) if package not in acceptable:
            reason = "this package is not on the table; accept one that the other side's last offer holds."
        case Ask(aspect, issue):
            reason = _of_question(aspect, issue, issues)
        case Tell(issue, importance, wanted, why):
            reason = _of_issue(issue, wanted, issues) or _of_content(why, importance, wanted)
        case SayBack(issue, importance, wanted):
            reason = _of_issue(issue, wanted, issues) or _of_content("", importance, wanted)
        case Remark(_, words) if len(words) > LONGEST_WORDS:
            reason = f"the remark is longer than {LONGEST_WORDS:,} characters; say it more briefly."
    return reason


def _of_offer(packages: tuple[Package, ...], issues: tuple[Issue, ...]) -> str:
    if not 1 <= len(packages) <= MOST_PACKAGES:
        return f"an offer holds one to {MOST_PACKAGES} packages, and this one holds {len(packages)}."
    if len(packages) > 1 and len(set(packages)) < len(packages):
        return "the offer holds one package twice; change one of them, or leave it out."
    for package in packages:
        if len(package) != len(issues):
            return f"a package of this case settles {len(issues)} issues, and this one settles {len(package)}."
        for option, issue in zip(package, issues, strict=True):
            if not _is_place(option, issue.options):
                return f"the package has no option of this case for {issue.name!r}; choose one of its options."
    return ""


def _of_question(aspect: Aspect, issue: int | None, issues: tuple[Issue, ...]) -> str:
    if (issue is None) != (aspect is Aspect.MOST):
        return "a question names one issue, and only “what matters most” names none; ask it that way."
    return "" if issue is None else _of_issue(issue, None, issues)


def _of_issue(issue: int, wanted: int | None, issues: tuple[Issue, ...]) -> str:
    if not _is_place(issue, issues):
        return f"the message is about an issue that is not one of this case; use {_names(issues)}."
    if wanted is not None and not _is_place(wanted, issues[issue].options):
        return f"the message names no option of {issues[issue].name!r}; choose one of its options."
    return ""


def _of_content(why: str, importance: object, wanted: int | None) -> str:
    if not (why or importance or wanted is not None):
        return "the message says nothing about its issue; say how much it matters, which way, or why."
    if len(why) > LONGEST_WORDS:
        return f"the reason is longer than {LONGEST_WORDS:,} characters; say it more briefly."
    return ""


def _is_place(place: Any, things: Sequence[object]) -> bool:
    return type(place) is int and 0 <= place < len(things)


def _names(issues: tuple[Issue, ...]) -> str:
    return listing([issue.name for issue in issues], "or")
