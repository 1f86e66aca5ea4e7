"""Hearing a page: what came over its connection is read as if somebody hostile had sent it, then done or refused."""

from typing import Any

import traitlets

from ..negotiation import Case, NegotiationError
from ..negotiation.table import Accept, Message, WalkAway
from ..negotiation.table.fields import HALF, Fields
from ..negotiation.table.strict_json import read_json
from ..widgets.negotiation_table.composing import checked_draft, composed
from ..widgets.negotiation_table.negotiation_table import MOST_LETTERS
from .guest import Guest
from .hall import Hall
from .records import LONGEST_MEMO

LONGEST = 20_000
"""Characters of one message; the longest memo and the fullest draft have half of them."""
UNREADABLE = "what your page sent could not be read, so nothing was done; reload the page, and try again."
TOO_LONG = "what your page sent is too long, so nothing was done; say it more briefly."
ON_THE_PAGE = ("ask", "tell", "say back")
NOT_ON_THE_PAGE = "the draft says something that the page doesn't offer, so nothing was done; choose from its lists."
TOO_EARLY = "you can let the computer step in once the other seat has been empty long enough; wait a little."


async def hear(hall: Hall, guest: Guest, text: str) -> None:
    """Do what a page asks for, and answer it; what makes no sense is answered by one sentence and changes nothing."""
    number = None
    try:
        number, wish = _read(text)
        await _grant(hall, guest, number, wish)
    except (NegotiationError, traitlets.TraitError) as problem:
        sentence = str(problem)
        await guest.tell(lambda: hall.state(guest) | {"problem": sentence}, number)


def _read(text: str) -> tuple[int, Fields]:
    """Return a request's number and what it wants."""
    if len(text) > LONGEST:
        raise NegotiationError(TOO_LONG)
    try:
        if not text.startswith("{"):
            raise NegotiationError(UNREADABLE)
        top = Fields(read_json(text), "the request")
        top.allow("id", "set")
        wish = Fields(top.fields.get("set"), "the request")
        wish.allow("draft", "typed", "doing")
        return top.number("id"), wish
    except NegotiationError:
        raise NegotiationError(UNREADABLE) from None


async def _grant(hall: Hall, guest: Guest, number: int, wish: Fields) -> None:
    if "draft" in wish.fields:
        guest.draft.draft = _draft(wish.fields["draft"], hall.seen(guest.chair).case)
    if "typed" in wish.fields:
        guest.draft.typed = HALF.sub("", wish.text("typed", MOST_LETTERS))
    if "doing" in wish.fields:
        doing = Fields(wish.fields["doing"], "the request")
        doing.allow("do", "which", "at", "treated", "guessed", "memo")
        await _do(hall, guest, number, doing)
    else:
        draft, seen = guest.draft, hall.seen(guest.chair)
        shown = {"draft": draft.draft, "typed": draft.typed, "problem": ""}
        await guest.tell(lambda: shown | {"preview": seen.preview(draft.draft, draft.typed)}, number)


def _draft(value: Any, case: Case) -> dict[str, Any]:
    """Return a draft that the page's lists can make: a student's own words are the typed ones, which all can see."""
    draft = checked_draft(Fields(value, "the draft").fields, case)
    if any(one["move"] not in ON_THE_PAGE or "why" in one for one in draft["says"]):
        raise NegotiationError(NOT_ON_THE_PAGE)
    return draft


async def _do(hall: Hall, guest: Guest, number: int, doing: Fields) -> None:
    what = doing.text("do", LONGEST)
    if what == "hand in":
        await _hand_in(hall, guest, number, doing)
    elif what == "step in":
        if hall.may_step_in(guest.chair) != 0:
            raise NegotiationError(TOO_EARLY)
        await hall.let_stand_in(guest, number)
    else:
        await hall.say(guest, number, _message(hall, guest, what, doing), doing.number("at"))


def _message(hall: Hall, guest: Guest, what: str, doing: Fields) -> Message:
    """Return what the guest says: their draft, that they accept, or that they leave."""
    draft, typed = guest.draft.draft, guest.draft.typed
    if what == "send":
        return composed(draft, typed, hall.seen(guest.chair).sayings.words)
    if what == "leave":
        return Message((WalkAway(),), typed.strip())
    packages, which = hall.talks[guest.chair.table].session.open_packages, doing.number("which")
    if what != "accept" or not 0 <= which < len(packages):
        raise NegotiationError("that offer is no longer on the table; look at what is there now.")
    return Message((Accept(packages[which]),), typed.strip())


async def _hand_in(hall: Hall, guest: Guest, number: int, doing: Fields) -> None:
    """Write down how it was, once the talk is over, and once for each side."""
    if not hall.talks[guest.chair.table].session.ending:
        raise NegotiationError("the talk isn't over yet; say how it was once it is.")
    if hall.records.has_form(guest.chair):
        raise NegotiationError("your side has said how it was already.")
    ratings = [_rating(doing.fields.get(name)) for name in ("treated", "guessed")]
    await hall.hand_in(guest.chair, *ratings, doing.text("memo", LONGEST_MEMO, ""))
    await guest.tell(lambda: hall.state(guest), number)


def _rating(value: Any) -> int | None:
    if value is not None and type(value) is not int:
        raise NegotiationError(UNREADABLE)
    return value
