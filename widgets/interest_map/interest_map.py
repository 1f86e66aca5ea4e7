"""The interest map: ask why behind two positions, place and link what you hear → what can be agreed widens."""

from pathlib import Path
from typing import Any

import traitlets

from ...negotiation import Case, LinkKind, counterpart, interest_links
from .._bundle import module, style
from ..simulation import Simulation
from .link_check import check_links, findings
from .map_file import MapFile
from .map_plane import plane
from .map_record import LONGEST_NAME, OTHER, OWN, empty_map, read_map
from .map_words import MapWords

MOST_CHECKS = 99


class InterestMap(Simulation):
    """Both sides of a case with a "Why?" behind each position, a map of the answers, and the payoff plane.

    Traits: `map`, the learner's map as plain data (see `read_map`); `checks`, how often the links were checked;
    `attempts`, what each check said; `note`, what became of the file. With `keep`, the name of a file beside
    the notebook, the map is written there after each change and read again when the cell is run again.
    """

    _esm = module("interest_map/interest_map.js")
    _css = style("parts/plane.css", "interest_map/interest_map.css")
    redraws_on = ("map",)

    map = traitlets.Dict().tag(sync=True)
    checks = traitlets.Int(0, min=0, max=MOST_CHECKS).tag(sync=True)
    attempts = traitlets.List(traitlets.Dict()).tag(sync=True)
    note = traitlets.Unicode("").tag(sync=True)
    longest = traitlets.Int(LONGEST_NAME).tag(sync=True)

    def __init__(self, case: Case, party: str, *, keep: str | None = None) -> None:
        """Open the case on the side of `party`; raise NegotiationError unless two parties sit at the table."""
        self._case, self._party = case, case.party(party)
        self._other = counterpart(case, party)
        self._file: MapFile | None = None
        super().__init__("interest_map", map=empty_map())
        if keep is not None:
            self._open(MapFile(Path(keep), case.title, party))
        self.observe(self._keep, "map")

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
        if proposal["value"] != len(self.attempts) + 1 or len(self.map["found"]) < sum(self.totals.values()):
            raise traitlets.TraitError("links are checked one time after the other, once every answer was heard.")
        return int(proposal["value"])

    @traitlets.observe("checks")
    def _check(self, _: Any) -> None:
        drawn = {(_number(link[OWN]), _number(link[OTHER])): LinkKind(link["kind"]) for link in self.map["links"]}
        check = check_links(self._case, self._party.name, drawn)
        figures = {"right": len(check.right), "wrong": check.wrong, "missing": len(check.missing)}
        said = self.words.say("attempt", number=self.checks, marks=check.marks, total=check.total, **figures)
        names = [[self._view.name(f"{side}-{n}") for n in range(most)] for side, most in self.totals.items()]
        linked = interest_links(self._case, self._party.name)
        told = findings(check, linked, names, self.words, full=self.checks > 1)
        self.attempts = [*self.attempts, {"sentence": said, "findings": told}]

    def _open(self, file: MapFile) -> None:
        """Read what was kept. What cannot be read is put aside, and said; where even that fails, nothing is kept."""
        self._file = file
        try:
            kept = file.read()
            if kept is not None:
                self.map = kept
            self.note = self.words.say("kept", file=file.path.name)
        except OSError:
            self._stop_keeping()
        except (ValueError, traitlets.TraitError):
            self._put_aside(file)

    def _put_aside(self, file: MapFile) -> None:
        try:
            self.note = self.words.say("put_aside", file=file.path.name, aside=file.put_aside())
        except OSError:
            self._stop_keeping()

    def _keep(self, _: Any) -> None:
        if self._file is not None:
            try:
                self._file.write(self.map)
            except OSError:
                self._stop_keeping()

    def _stop_keeping(self) -> None:
        if self._file is not None:
            self.note = self.words.say("not_kept", file=self._file.path.name)
            self._file = None

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
