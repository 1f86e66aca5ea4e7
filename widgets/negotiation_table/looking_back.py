"""Looking back: each step with its gift and its cost, where more was to be had, and when the mood turned."""

from collections.abc import Iterator

from ...negotiation import Offer, Package, profile_payoff, steps
from ...negotiation.table import Session
from ...negotiation.table.parts.best_reply import best_reply
from ..contract import Table
from ..plane import with_sign
from .faces import ANGRY, ANNOYED
from .sayings import Sayings

CROSS = (ANNOYED, ANGRY)


def step_table(session: Session, sayings: Sayings) -> Table:
    """Return every step: its round, whose it was, its kind, and what it changed for both, in points.

    Of several packages side by side the last one counts.
    """
    case, said = session.case, sayings.words
    offers = [(at, message.offer.packages[-1]) for at, message in enumerate(session.said) if message.offer]
    places = [(session.first + at) % 2 for at, _ in offers]
    log = tuple(Offer(case.parties[place].name, package) for place, (_, package) in zip(places, offers, strict=True))
    rows = []
    for step in steps(case, log):
        mine = places[step.number - 1] == sayings.own
        you, them = (step.own, step.other) if mine else (step.other, step.own)
        who = said.say("you_say") if mine else sayings.name
        kind = said.say("steps", step.kind)
        rows.append([str(offers[step.number - 1][0] // 2 + 1), who, kind, with_sign(you), with_sign(them)])
    heads = [
        said.say("round"),
        said.say("who"),
        said.say("step"),
        said.say("to_you"),
        said.say("to_name", name=sayings.name),
    ]
    return {"title": said.say("step_by_step"), "head": heads, "rows": rows}


def what_if(session: Session, sayings: Sayings) -> Iterator[str]:
    """Name the own offer that could have been worth the most more to the other side at no cost to oneself."""
    own, other = (session.case.parties[side].points for side in (sayings.own, 1 - sayings.own))
    best: tuple[int, int, Package, Package] | None = None
    for at, message in enumerate(session.view(sayings.own).messages(sayings.own)):
        for package in message.offer.packages if message.offer else ():
            better = best_reply(own, other, profile_payoff(own, package))
            gain = profile_payoff(other, better) - profile_payoff(other, package)
            if gain > 0 and (best is None or gain > best[0]):
                best = gain, at + 1, package, better
    if best:
        gain, turn, package, better = best
        changed = sayings.words.say("between").join(_changes(session, package, better))
        yield sayings.words.say("what_if", turn=turn, gain=gain, changed=changed, name=sayings.name)


def _changes(session: Session, package: Package, better: Package) -> Iterator[str]:
    for issue, old, new in zip(session.case.issues, package, better, strict=True):
        if old != new:
            yield f"{issue.name} {issue.options[new]}"


def mood_turned(seen: list[str], sayings: Sayings) -> Iterator[str]:
    """Say in which round the other side's face first clouded, and in which it had cleared; `seen` are its faces."""
    cross = next((at for at, face in enumerate(seen[1:]) if face in CROSS), None)
    if cross is None:
        return
    yield sayings.words.say("clouded", round=cross // 2 + 1, name=sayings.name)
    cleared = next((at for at, face in enumerate(seen[1:]) if at > cross and face not in CROSS), None)
    if cleared is not None:
        yield sayings.words.say("cleared", round=cleared // 2 + 1)
