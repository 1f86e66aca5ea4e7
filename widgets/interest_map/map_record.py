"""The map that a learner makes, as plain data, and the reading of it that believes nothing."""

from collections.abc import Mapping
from math import isfinite
from typing import Any

from ...negotiation import LinkKind

OWN, OTHER = "own", "other"
LONGEST_NAME = 80
Record = dict[str, Any]
"""`found`: the ids of interests, in the order found; `names`, `places` and `links`: what the learner made of them.

The place given last stands last: it is kept, and the others make room.
"""


def empty_map() -> Record:
    """Return the map before anything was asked."""
    return {"found": [], "names": {}, "places": {}, "links": []}


def read_map(data: Any, totals: Mapping[str, int]) -> Record:
    """Return a new map with just what a map holds; `totals` is the number of interests of each side.

    Ids are "own-0", "other-2" and so on; each side's interests are found in their order. A place is two
    shares (0 to 1) of the free width and height. Raises ValueError for everything else: other keys, unknown
    or repeated ids, names that are empty, long or not printable, places that are no places, links that are
    not between an interest of one's own and one of the other side.
    """
    if not isinstance(data, dict) or set(data) != set(empty_map()):
        raise ValueError("a map has found, names, places and links, and nothing else.")
    found = _found(data["found"], totals)
    return {
        "found": found,
        "names": {key: _name(value) for key, value in _about(data["names"], found)},
        "places": {key: _place(value) for key, value in _about(data["places"], found)},
        "links": _links(data["links"], found),
    }


def _found(ids: Any, totals: Mapping[str, int]) -> list[str]:
    if not isinstance(ids, list) or len(ids) > sum(totals.values()):
        raise ValueError("more was found than there is.")
    for side in totals:
        asked = [one for one in ids if isinstance(one, str) and one.startswith(f"{side}-")]
        if len(asked) > totals[side] or asked != [f"{side}-{number}" for number in range(len(asked))]:
            raise ValueError("each side's interests are found one after the other.")
    if not all(isinstance(one, str) and one.partition("-")[0] in totals for one in ids):
        raise ValueError("this is not an interest of the case.")
    return list(ids)


def _about(values: Any, found: list[str]) -> list[tuple[str, Any]]:
    if not isinstance(values, dict) or not set(values) <= set(found):
        raise ValueError("only what was found has a name and a place.")
    return list(values.items())


def _name(name: Any) -> str:
    if not isinstance(name, str) or not 0 < len(name) <= LONGEST_NAME or not name.isprintable() or not name.strip():
        raise ValueError(f"a name has 1 to {LONGEST_NAME} characters that can be seen.")
    return name


def _place(place: Any) -> list[float]:
    if not isinstance(place, list) or len(place) != len(("x", "y")) or not all(map(_is_share, place)):
        raise ValueError("a place is two numbers from 0 to 1.")
    return [round(float(share), 4) for share in place]


def _is_share(value: Any) -> bool:
    return type(value) in (int, float) and 0 <= value <= 1 and isfinite(value)


def _links(links: Any, found: list[str]) -> list[dict[str, str]]:
    most = len(found) ** 2
    if not isinstance(links, list) or len(links) > most:
        raise ValueError("there are more links than pairs.")
    read = [_link(link, found) for link in links]
    if len({(link[OWN], link[OTHER]) for link in read}) < len(read):
        raise ValueError("a pair has one link.")
    return read


def _link(link: Any, found: list[str]) -> dict[str, str]:
    if not isinstance(link, dict) or set(link) != {OWN, OTHER, "kind"}:
        raise ValueError("a link has own, other and kind.")
    for side in (OWN, OTHER):
        if link[side] not in found or not link[side].startswith(f"{side}-"):
            raise ValueError("a link joins an interest of one's own that was found with one of the other side.")
    if not isinstance(link["kind"], str) or link["kind"] not in set(LinkKind):
        raise ValueError("a link is shared, different or opposed.")
    return {OWN: link[OWN], OTHER: link[OTHER], "kind": link["kind"]}
