"""What `knob.py` presses: of each widget one control, its keys, and the drawing that they change."""

import re
from dataclasses import dataclass, replace
from typing import Any

from biggerpie import negotiation, widgets

PRESSES = 16
RIGHT_AND_LEFT = ("ArrowRight", "ArrowRight", "ArrowLeft", "ArrowLeft")
DOWN_AND_UP = ("ArrowDown", "ArrowDown", "ArrowUp", "ArrowUp")
TYPED = ("x", "Backspace")
PAUSE = 300  # milliseconds, as in widgets/parts/written.js


@dataclass(frozen=True)
class Knob:
    """A widget's source, its control, and its drawing, as CSS selectors; `drawn` is there once it has been drawn."""

    name: str
    source: str
    control: str
    drawing: str
    drawn: str
    keys: tuple[str, ...] = RIGHT_AND_LEFT
    presses: int = PRESSES
    pause: int = 0
    """Milliseconds without a key after which a text is sent: no work, so they are not counted."""

    def marks(self) -> int:
        """Return how many marks the widget's picture holds: every pair of numbers, or every cell of its table twin."""
        names: dict[str, Any] = {}
        exec(self.source.rsplit("\n", 1)[0], names)  # noqa: S102  # our own source
        widget = eval(self.source.rsplit("\n", 1)[1], names)  # noqa: S307  # the same
        table = getattr(widget, "picture", {}).get("table") or {"rows": []}
        pairs = (_pairs(getattr(widget, part, [])) for part in ("picture", "backdrop"))
        return max(1, sum(map(len, table["rows"])), *pairs)


def _pairs(value: Any) -> int:
    if isinstance(value, dict):
        return sum(_pairs(each) for each in value.values())
    if not isinstance(value, list) or not value:
        return 0
    if all(isinstance(each, int | float) for each in value):
        return len(value) // 2
    return sum(_pairs(each) for each in value)


RANGE = ".bp-knobs input[type=range]"
RADIO = "fieldset input[type=radio]"
PLANE = ".bp-plane"
CHART = ".bp-chart"
WHOLE = ".biggerpie"


def imports(source: str) -> str:
    """Return the imports of what a cell uses, as the lessons have them."""
    used = sorted(set(re.findall(r"\w+", source)))
    rooms = {"negotiation": negotiation.__all__, "widgets": widgets.__all__}
    found = {room: ", ".join(name for name in used if name in names) for room, names in rooms.items()}
    return "\n".join(f"from biggerpie.{room} import {names}" for room, names in found.items() if names)


def knob(name: str, source: str, control: str, drawing: str, keys: tuple[str, ...] = RIGHT_AND_LEFT) -> Knob:
    """Return a knob whose drawing is there as soon as its place is."""
    drawn = {PLANE: f"{PLANE} .bp-frontier[d]", CHART: f"{CHART} .bp-chart-line"}.get(drawing, drawing)
    return Knob(name, f"{imports(source)}\n{source}", control, drawing, drawn, keys)


EXPLORER = 'PayoffExplorer(["a", "b", "c", "d"], [5, 6, 2, 3], [5, 2, 6, 2])'
BUILDER = """builder = PackageBuilder(load_case("shared-garden"), "gardener", show_other=True)
builder.choices = [0, 0, 0, 0]
builder"""
TALK = """talk = [("gardener", (4, 0, 3, 4)), ("grandmother", (0, 4, 3, 0))]
NextOfferTable(load_case("shared-garden"), "gardener", talk)"""
MAP = """map = InterestMap(load_case("job-offer"), "candidate")
map.map = {**map.map, "found": ["own-0", "own-1", "other-0"]}
map"""
SORTED = """rewriting = Rewriting("drawings")
rewriting.sorted_as = [2, 0, 1]
rewriting"""
TALKATIVE = """interview = Interview(load_case("job-offer"), "candidate", misheard=20)
interview.turns = 8
interview"""
OFFERING = """table = NegotiationTable(load_case("job-offer"), "candidate", prepare=False)
table.draft = {"packages": [[0] * 6], "says": [], "manner": ""}
table"""
ASKED = """case = load_case("job-offer")
FewQuestions(case, ShortTalk(case.party("employer").statements, ("We'll see.",) * 6, vague_at=1), answer="")"""


def talked() -> str:
    """Return the transcript of a talk that somebody left after four offers."""
    table = widgets.NegotiationTable(negotiation.load_case("job-offer"), "candidate", prepare=False)
    for step in range(4):
        table.draft = {"packages": [[4, 4, 4 - step, 1, 4, step]], "says": [], "manner": ""}
        table.doing = {"do": "send"}
    table.doing = {"do": "leave"}
    return str(table.picture["ended"]["transcript"])


REPLAY = f"replay = TalkReplay()\nreplay.given = {talked()!r}\nreplay"
DANCE = 'ConcessionDance(load_case("job-offer"), "candidate", knobs=["speed"])'
KNOBS = (
    knob("payoff explorer", EXPLORER, ".bp-importance input", PLANE),
    knob("package builder", BUILDER, RADIO, PLANE),
    knob("concession dance", DANCE, RANGE, PLANE),
    knob("exchange game", "ExchangeGame()", RANGE, CHART),
    knob("play exchange", "PlayExchange()", "button.bp-go", ".bp-picture", ("Enter",)),
    knob("next offer", TALK, RADIO, WHOLE),
    knob("blame spiral", "BlameSpiral()", RANGE, CHART),
    knob("meeting again", "MeetingAgain()", RANGE, CHART),
    knob("rewriting", SORTED, f"{RADIO}:checked", WHOLE, ("ArrowLeft", "ArrowRight")),
    knob("one orange", "OneOrange()", RANGE, PLANE),
    knob("interest map", MAP, "[data-key]", WHOLE),
    knob("interview", TALKATIVE, ".bp-knobs button:enabled:not(.bp-go)", ".bp-talk", ("Enter",)),
    replace(knob("few questions", ASKED, ".bp-asks button:enabled", ".bp-talk", ("Enter",)), presses=5),
    knob("idea round", 'IdeaRound(load_case("job-offer"), "candidate")', RANGE, ".bp-two"),
    knob("equal offers", 'EqualOffers(load_case("job-offer"), "candidate")', "input[type=range]", ".bp-picture"),
    knob("idea pad", "IdeaPad()", f"{WHOLE} button", WHOLE, ("Enter",)),
    knob("group guess", "GroupGuess()", RANGE, CHART),
    knob("signed deal", 'SignedDeal(load_case("job-offer"), "candidate")', RADIO, PLANE),
    knob("answer sheet", 'PackagesSheet(load_case("job-offer"), "candidate")', ".bp-sheet select", WHOLE, DOWN_AND_UP),
    knob("self mark", "SelfMark([6, (12, 3)])", RADIO, WHOLE),
    knob("negotiation table", OFFERING, ".bp-card select", WHOLE, DOWN_AND_UP),
    knob("talk replay", REPLAY, "input[type=range]", PLANE),
    replace(knob("case editor", "CaseEditor()", ".bp-case-text", WHOLE, TYPED), pause=PAUSE),
    replace(knob("own negotiation", 'OwnNegotiation("issues")', "textarea", WHOLE, TYPED), pause=PAUSE),
    knob("how it feels", "HowItFeels()", RADIO, WHOLE),
)
