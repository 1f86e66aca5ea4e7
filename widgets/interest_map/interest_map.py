"""The interest map: ask why behind two positions, place and link what you hear → what can be agreed widens."""

from pathlib import Path
from typing import Any

import traitlets

from ...negotiation import Case, LinkKind, counterpart, interest_links
from .._bundle import module, style
from ..record import Entry, State, Trouble
from ..simulation import Simulation
from .link_check import check_links, findings
from .map_plane import plane
from .map_record import LONGEST_NAME, OTHER, OWN, Record, empty_map, read_map
from .map_words import MapWords
from .older_map import read_older_map

MOST_CHECKS = 99


class InterestMap(Simulation):
    """Both sides of a case with a "Why?" behind each position, a map of the answers, and the payoff plane.

    Traits: `map`, the learner's map as plain data (see `read_map`); `checks`, how often the links were checked;
    `attempts`, what each check said. `keep` is the name of the file beside the notebook in which an earlier version
    of the kit kept this map; it is read where the learner's record holds no map yet, and never written.
    """

    _esm = module("interest_map/interest_map.js")
    _css = style("parts/names.css", "parts/plane.css", "interest_map/interest_map.css")
    redraws_on = ("map",)
    remembers = ("map", "checks")

    map = traitlets.Dict().tag(sync=True)
    checks = traitlets.Int(0, min=0, max=MOST_CHECKS).tag(sync=True)
    attempts = traitlets.List(traitlets.Dict()).tag(sync=True)
    longest = traitlets.Int(LONGEST_NAME).tag(sync=True)

    def __init__(self, case: Case, party: str, *, keep: str | None = None) -> None:
        """Open the case on the side of `party`; raise NegotiationError unless two parties sit at the table."""
        self._case, self._party = case, case.party(party)
        self._other = counterpart(case, party)
        self._older = None if keep is None else Path(keep)
        self._checked: list[Record] = []
        super().__init__("interest_map", about=(case.title, party), map=empty_map())

    @property
    def totals(self) -> dict[str, int]:
        """The number of interests of each side."""
        return {OWN: len(self._party.interests), OTHER: len(self._other.interests)}

    @property
    def _view(self) -> MapWords:
        return MapWords(self._case, self._party, self._other, self.map, self.words)

    @traitlets.validate("map")
    def _only_a_map(self, proposal: Any) -> Any:
        try:
            return read_map(proposal["value"], self.totals)
        except ValueError as error:
            raise traitlets.TraitError(str(error)) from None

    @traitlets.validate("checks")
    def _one_check_more(self, proposal: Any) -> int:
        heard = len(self.map["found"]) == sum(self.totals.values())
        if proposal["value"] and (proposal["value"] != len(self.attempts) + 1 or not heard):
            raise traitlets.TraitError("links are checked one time after the other, once every answer was heard.")
        return int(proposal["value"])

    @traitlets.observe("checks")
    def _check(self, change: Any) -> None:
        if not change["new"]:
            self.attempts, self._checked = [], []
            return
        self._checked.append(self.map)
        drawn = {(_number(link[OWN]), _number(link[OTHER])): LinkKind(link["kind"]) for link in self.map["links"]}
        check = check_links(self._case, self._party.name, drawn)
        figures = {"right": len(check.right), "wrong": check.wrong, "missing": len(check.missing)}
        said = self.words.say("attempt", number=self.checks, marks=check.marks, total=check.total, **figures)
        names = [[self._view.name(f"{side}-{n}") for n in range(most)] for side, most in self.totals.items()]
        linked = interest_links(self._case, self._party.name)
        told = findings(check, linked, names, self.words, full=self.checks > 1)
        self.attempts = [*self.attempts, {"sentence": said, "findings": told}]

    def state(self) -> State:
        """Return what the learner did, as plain data: the map as it is, and as it was at each check."""
        return {"map": self.map, "checked": list(self._checked)}

    def take_up(self, state: State) -> None:
        """Go from the beginning to this state, check by check."""
        for self.map in state["checked"]:
            self.checks = len(self.attempts) + 1
        self.map = state["map"]

    def drop(self) -> None:
        """Go back to the beginning."""
        self.checks = 0
        self.map = self._start["map"]

    def older_entry(self) -> Entry | None:
        """Return the map that an earlier version of the kit kept in a file of its own."""
        if self._older is None:
            return None
        try:
            kept = read_older_map(self._older, self._case.title, self._party.name)
        except (OSError, ValueError):
            self._unfit = Trouble("older_map", {"file": self._older.name})
            return None
        return None if kept is None else Entry("", {"map": kept, "checked": []})

    def drawn(self) -> dict[str, Any]:
        """Return all that the browser draws and says."""
        view, words = self._view, self.words
        issues = [view.interest(key).issues for key in view.found]
        known = [frozenset(name for some in issues[:number] for name in some) for number in range(len(issues) + 1)]
        data = plane(self._case, self._case.parties.index(view.own), known, words)
        count = words.say("count", found=len(issues), total=sum(self.totals.values()))
        return {**data, **view.all(), "summary": f"{count} {data['summary']}", "totals": self.totals}


def _number(key: str) -> int:
    return int(key.partition("-")[2])
