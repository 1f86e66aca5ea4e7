"""What an interest map says: both positions, the interests found, the links, for the eye and for a screen reader."""

from dataclasses import dataclass
from typing import Any

from ...negotiation import Case, Interest, Party, bundle_steps
from .._words import Words
from .map_record import OTHER, OWN, Record


@dataclass(frozen=True, slots=True)
class MapWords:
    """One party's view of a case, the map it made, and the words to tell of it."""

    case: Case
    own: Party
    other: Party
    record: Record
    words: Words

    @property
    def found(self) -> list[str]:
        """The ids of the interests found, in the order of the answers."""
        return list(self.record["found"])

    def interest(self, key: str) -> Interest:
        """Return the interest of this id."""
        side, _, number = key.partition("-")
        return self._party(side).interests[int(number)]

    def name(self, key: str) -> str:
        """Return what the learner calls this interest, or what the case does."""
        return str(self.record["names"].get(key, self.interest(key).statement))

    def all(self) -> dict[str, Any]:
        """Return what the browser shows beside the plane."""
        return {
            "title": self.case.title,
            "sides": {side: self._position(side) for side in (OWN, OTHER)},
            "nodes": [self._node(key) for key in self.found],
            "labels": self.labels(),
            "text": self.text(),
        }

    def labels(self) -> dict[str, str]:
        """Return what a screen reader says of each interest and of each link, by their ids."""
        said = {key: self._interest_label(key) for key in self.found}
        for link in self.record["links"]:
            said[f"{link[OWN]} {link[OTHER]}"] = self.words.say("link_label", **self._linked(link))
        return said

    def text(self) -> str:
        """Return the map as lines of text."""
        words = self.words
        lines = [words.say("text_title", title=self.case.title)]
        for side in (OWN, OTHER):
            names = [f"- {self.name(key)}" for key in self.found if _side(key) == side]
            lines += ["", words.say(f"{side}_interests"), *names]
        links = ["- " + words.say("link_line", **self._linked(link)) for link in self.record["links"]]
        return "\n".join([*lines, "", words.say("links"), *links])

    def _party(self, side: str) -> Party:
        return self.own if side == OWN else self.other

    def _position(self, side: str) -> dict[str, str]:
        """Return a side's position in the case's words: of every issue, what is best for it."""
        party = self._party(side)
        best = tuple(points.index(max(points)) for points in party.points)
        if steps := bundle_steps(self.case):
            best = steps[0 if party is self.case.parties[0] else -1]
        settled = self.case.in_words(best).items()
        wanted = [self.words.say("option_of", issue=issue, option=option) for issue, option in settled]
        demand = self.words.say("demand", wanted="; ".join(wanted))
        return {"title": self.words.say(f"{side}_position"), "demand": demand}

    def _node(self, key: str) -> dict[str, str]:
        interest = self.interest(key)
        because = self.words.say("because", because=interest.because)
        return {"id": key, "side": _side(key), "statement": interest.statement, "because": because}

    def _interest_label(self, key: str) -> str:
        words = self.words
        links = [link for link in self.record["links"] if key in (link[OWN], link[OTHER])]
        pairs = [(words.say("kinds", link["kind"]), link[OTHER if _side(key) == OWN else OWN]) for link in links]
        told = [words.say("linked_with", kind=kind, name=self.name(other)) for kind, other in pairs]
        side = words.say(f"{_side(key)}_interest")
        return str(
            words.say("node_label", side=side, name=self.name(key), links=" ".join(told) or words.say("not_linked"))
        )

    def _linked(self, link: dict[str, str]) -> dict[str, str]:
        kind = self.words.say("kinds", link["kind"])
        return {"own": self.name(link[OWN]), "other": self.name(link[OTHER]), "kind": kind}


def _side(key: str) -> str:
    return key.partition("-")[0]
