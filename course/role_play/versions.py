"""Each table's own version of the case: two at one table share it, and what was learnt at another table tells nothing.

A round draws one variant, and each table plays it under other names, so that one picture can show all deals.
"""

import re
from collections.abc import Sequence
from secrets import token_hex

from ...negotiation import Case, NegotiationError
from ...negotiation.variants.relabelled import Relabelled, in_points, relabelled, versions_of
from ...negotiation.variants.variant import variant
from .pairing import Group

KEY = re.compile(r"v([0-9a-f]{12})-([0-9a-f]{12})")
SAME_CASE = ""
"""The key of a table at which the case itself is played."""


def version(case: Case, key: str) -> Relabelled:
    """Return what is played at a table; raise NegotiationError for a key that nobody drew."""
    if key == SAME_CASE:
        return Relabelled(case, tuple(range(len(case.issues))), (False,) * len(case.issues))
    return relabelled(variant(case, _halves(key)[0]), key)


def common_case(case: Case, keys: Sequence[str]) -> Case:
    """Return the case as which all deals of a round can be shown; raise NegotiationError where keys do not go together.

    The issues of a round with versions are called by what they are worth, since every table knew them by other names.
    """
    rounds = {_halves(key)[0] if key else SAME_CASE for key in keys}
    if len(rounds) > 1:
        raise NegotiationError("the keys in the column 'version' of tables.csv are not of one round; seat it again.")
    drawn = rounds.pop() if rounds else SAME_CASE
    return in_points(variant(case, drawn)) if drawn else case


def first_keys(case: Case, count: int) -> list[str]:
    """Return a key for each table of a new round, all for different versions; none for a case without variants."""
    return _more_keys(case, [], count, token_hex(6)) if case.has_variants else [SAME_CASE] * count


def kept_keys(case: Case, before: Sequence[Group], keys: Sequence[str], after: Sequence[Group]) -> list[str]:
    """Return each table's key after some sat down elsewhere.

    A table keeps its version if its two sat there before, on the same sides; other two get a new one, because one of
    them may have read the other side's sheet.
    """
    if not any(keys):
        return [SAME_CASE] * len(after)
    drawn, found = _halves(next(filter(None, keys)))[0], []
    for at, group in enumerate(after):
        same = bool(group) and at < len(before) and group[:2] == before[at][: len(group[:2])]
        found.append(keys[at] if same or (not group and at < len(keys)) else SAME_CASE)
    new = iter(_more_keys(case, keys, found.count(SAME_CASE), drawn))
    return [key or next(new) for key in found]


def _more_keys(case: Case, keys: Sequence[str], count: int, drawn: str) -> list[str]:
    """Return keys for versions that no other table of the round has, nor had.

    Raises NegotiationError where the case has too few.
    """
    taken = {_points(case, key) for key in keys if key}
    found: list[str] = []
    if count and len(taken) + count > (most := versions_of(variant(case, drawn))):
        raise NegotiationError(
            f"{case.title!r} has {most} versions, and {len(taken) + count} are needed, one for each table and each "
            "that was read before; write leanings toward both ends of more issues, or take another case."
        )
    while len(found) < count:
        key = f"v{drawn}-{token_hex(6)}"
        if (points := _points(case, key)) not in taken:
            taken.add(points)
            found.append(key)
    return found


def _points(case: Case, key: str) -> tuple[object, ...]:
    return tuple(party.points for party in version(case, key).case.parties)


def _halves(key: str) -> tuple[str, str]:
    """Return the key of the round and that of the table."""
    if not (found := KEY.fullmatch(key)):
        raise NegotiationError(f"{key!r} in the column 'version' of tables.csv is no key; seat the round again.")
    return found[1], found[2]
