"""The best reply: of all packages that leave a side its level, the one worth most to the other, without enumeration."""

from collections.abc import Sequence

from ...case import Package, Profile

Rows = Sequence[Sequence[int]]
"""What somebody guesses that every option of every issue is worth to the other side, in whole numbers of any scale."""
Part = tuple[int, int, Package]
"""Of some issues: what their options are worth to the side itself, what it guesses they are to the other, and they."""


def best_reply(own: Profile, guess: Rows, level: int) -> Package:
    """Return the package with the greatest guessed value of all worth `level` points or more to the side itself.

    Of equal ones it is the one worth more to the side itself. Where none reaches the level, it is the best for the
    side itself. The issues are split into two halves. In each, only parts are kept that no other part beats in both
    sums, which is exact because sums add; then one walk through both halves finds the best pair (the split is that of
    Horowitz & Sahni 1974). A million packages take less than a millisecond.
    """
    middle = len(own) // 2
    first, second = _parts(own[:middle], guess[:middle]), _parts(own[middle:], guess[middle:])
    best, place = (-1, -1), len(second) - 1
    chosen = first[0], second[0]
    for part in first:  # from the most for the side itself to the least
        while place >= 0 and part[0] + second[place][0] < level:
            place -= 1
        if place < 0:
            break
        other = second[place]
        if (reached := (part[1] + other[1], part[0] + other[0])) > best:
            best, chosen = reached, (part, other)
    return chosen[0][2] + chosen[1][2]


def _parts(own: Profile, guess: Rows) -> list[Part]:
    """Return the undominated parts: falling in what they are worth to the side itself, rising in the guess."""
    parts: list[Part] = [(0, 0, ())]
    for row, guessed in zip(own, guess, strict=True):
        parts = _undominated(
            [
                (mine + points, theirs + value, (*package, option))
                for option, (points, value) in enumerate(zip(row, guessed, strict=True))
                for mine, theirs, package in parts
            ]
        )
    return parts


def _undominated(parts: list[Part]) -> list[Part]:
    parts.sort(reverse=True)
    kept = parts[:1]
    highest = kept[0][1]
    for part in parts:
        if part[1] > highest:
            highest = part[1]
            kept.append(part)
    return kept
