"""A step in words: what each issue gives and costs, and what the step as a whole is."""

from collections.abc import Sequence

from ...negotiation import Change, NextOffer, step_kind
from .._words import Words, decimal

ALIKE = 2 / 3  # a gift is about as large as another if the smaller has at least this share (of 1) of the larger


def step_findings(
    step: NextOffer, moved: Sequence[Change], cheap: Change | None, gains: tuple[int, int], words: Words
) -> list[str]:
    """Return what a step gives, costs and is called, how it answers, and which issue lost or would gain value.

    `gains` is what the offer is worth to its maker and to the other side above their alternatives, in points.
    """
    found = [_gives(step, words), words.say("kinds", step_kind(-step.cost, step.gift).value)]
    found += [words.say(key) for key, gain in zip(("you_walk", "they_walk"), gains, strict=True) if gain < 0]
    if step.gift > 0:
        found.append(_answer(step, words))
    dear = [one for one in moved if one.cost > 0 and one.gift <= one.cost]
    well_given = 0 < step.gift == step.greatest_gift
    if dear and not well_given:
        worst = max(dear, key=lambda one: one.cost - one.gift)
        found.append(words.say("dear", issue=worst.issue, cost=worst.cost, gift=decimal(worst.gift, 0, words)))
    if step.gift > 0:
        key = "well_given" if well_given else "same_price"
        found.append(words.say(key, greatest=step.greatest_gift))
    if cheap and not (well_given and step.gift >= ALIKE * step.answered):
        said = {"issue": cheap.issue, "before": cheap.before, "after": cheap.after}
        key = "cheap" if cheap.cost > 0 else "free"
        found.append(words.say(key, **said, cost=cheap.cost, gain=-cheap.cost, gift=cheap.gift))
    return found


def _gives(step: NextOffer, words: Words) -> str:
    key = ("gives" if step.gift >= 0 else "takes") + ("_costs" if step.cost >= 0 else "_brings")
    return words.say(key, gift=abs(step.gift), cost=abs(step.cost))


def _answer(step: NextOffer, words: Words) -> str:
    if not step.answered:
        return words.say("opening")
    alike = min(step.gift, step.answered) >= ALIKE * max(step.gift, step.answered)
    size = "alike" if alike else "smaller" if step.gift < step.answered else "larger"
    return words.say("answers", size, answered=step.answered, gift=step.gift)
