"""Memory: what a counterpart has heard and said, worked out message by message from its view alone."""

from collections import Counter
from dataclasses import dataclass, field

from ...case import Package, Profile, profile_payoff
from ..moves import Ask, Message, Move, Offer, SayBack, Tell
from ..truth import is_true
from .temper import Mood, Temper

NOTHING = Message(())


@dataclass(slots=True)
class Memory:
    """What one side remembers; `remember` adds a message."""

    points: Profile
    own: int
    """The side's place (from 0)."""
    temper: Temper
    mood: Mood
    heard: int = 0
    """How many messages are in it."""
    mine: list[Package] = field(default_factory=list)
    theirs: list[Package] = field(default_factory=list)
    before: list[Package | None] = field(default_factory=list)
    """This side's last package before each of the other's."""
    bests: list[Package] = field(default_factory=list)
    """The other's offers; of several packages at once the one that is best for this side."""
    worths: list[int] = field(default_factory=list)
    """What these were worth to this side, in points."""
    told: dict[int, Tell] = field(default_factory=dict)
    """What the other said of each issue; where it said another thing later, that counts."""
    said: dict[int, Tell] = field(default_factory=dict)
    """The last thing that this side said of each issue."""
    asked: Counter[Ask] = field(default_factory=Counter)
    """How often the other asked each question."""
    asks: Counter[Ask] = field(default_factory=Counter)
    """How often this side did."""
    latest: Message = NOTHING
    """The other's last message."""
    latest_own: Message = NOTHING
    """This side's."""
    gift: int = 0
    """What the other's last message gave against its offer before, in points; 0 if it was no step."""
    most: int = field(init=False)
    """What the best package is worth to this side, in points."""

    def __post_init__(self) -> None:
        """Work out once what every turn asks for."""
        self.most = sum(map(max, self.points))

    def remember(self, message: Message, speaker: int) -> None:
        """Add the next message, said by the side in this place (from 0)."""
        self.heard += 1
        if speaker == self.own:
            self._recall(message)
        else:
            self._hear(message)

    def _recall(self, message: Message) -> None:
        self.latest_own = message
        for move in message.moves:
            match move:
                case Offer(packages):
                    self.mine.extend(packages)
                case Tell(issue):
                    self.said[issue] = move
                case Ask():
                    self.asks[move] += 1

    def _hear(self, message: Message) -> None:
        self.latest, self.gift = message, 0
        for move in message.moves:
            match move:
                case Offer(packages):
                    self.theirs.extend(packages)
                    self.before.extend([self.mine[-1] if self.mine else None] * len(packages))
                    self._weigh(packages)
                case Tell(issue):
                    self.told[issue] = _joined(self.told.get(issue, move), move)
                case Ask():
                    self.asked[move] += 1
        self.mood = self.temper.after(self.mood, message, self.gift, sum(map(self.understood, message.moves)))

    def _weigh(self, packages: tuple[Package, ...]) -> None:
        worth, best = max((profile_payoff(self.points, package), package) for package in packages)
        self.bests.append(best)
        self.gift = worth - self.worths[-1] if self.worths else 0
        self.worths.append(worth)

    @property
    def stood_still(self) -> bool:
        """Whether the other's last message was an offer, not its first, that gave nothing."""
        return self.latest.offer is not None and len(self.worths) > 1 and self.gift <= 0

    def understood(self, move: Move) -> bool:
        """Return whether a move says back to this side what is true of it."""
        return type(move) is SayBack and is_true(move, self.points)


def _joined(before: Tell, now: Tell) -> Tell:
    wanted = before.wanted if now.wanted is None else now.wanted
    return Tell(now.issue, now.importance or before.importance, wanted, now.why or before.why)
