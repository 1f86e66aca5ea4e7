"""The negotiation table: prepare, negotiate with somebody who answers, and see what it came to."""

from typing import Any

import traitlets

from ...negotiation import Case, NegotiationError
from ...negotiation.table import Accept, Message, Session, Transcript, WalkAway
from .._bundle import module, style
from .._words import words
from ..choosing import issues_of
from ..simulation import Simulation
from .composing import EMPTY, checked_draft, composed, preview
from .ended import earlier
from .preparation import blank, checked_plan, first_package, notes, planned
from .sayings import Sayings
from .table_picture import picture
from .talk import Talk, read_said, said_as, seat, told_apart

MOST_LETTERS = 500
SAID_BY_PYTHON = ("cues", "looks", "tell", "back", "remark", "sounds", "steps", "you_went", "them_went", "worth_axis")


class NegotiationTable(Simulation):
    """A talk about a case: the learner speaks for one party, a counterpart for the other.

    Traits: `plan`, the preparation sheet; `seated`, whether the talk has begun; `said`, the learner's messages as
    JSON, which the counterpart answers in the same way each time; `before`, those of the talk that was played before
    this one; `draft` and `typed`, of at most `longest` letters, what the learner is about to say, and `preview`, what
    that comes to; `doing`, what the browser asks for: to send the draft, to accept, to leave, or after the end to play
    again from one of the learner's turns. The other side's points are sent only once the talk is over.
    """

    _esm = module("negotiation_table/negotiation_table.js")
    _css = style("parts/names.css", "parts/plane.css", "parts/chart.css", "negotiation_table/negotiation_table.css")
    redraws_on = ("plan", "seated", "before", "said")
    remembers = ("plan", "seated", "before", "said", "draft", "typed")

    issues = traitlets.List(traitlets.Dict()).tag(sync=True)
    worth = traitlets.List(traitlets.List(traitlets.Int())).tag(sync=True)
    person = traitlets.Dict().tag(sync=True)
    plan = traitlets.Dict().tag(sync=True)
    seated = traitlets.Bool().tag(sync=True)
    said = traitlets.List(traitlets.Dict()).tag(sync=True)
    before = traitlets.List(traitlets.Dict()).tag(sync=True)
    draft = traitlets.Dict(EMPTY).tag(sync=True)
    typed = traitlets.Unicode("").tag(sync=True)
    longest = traitlets.Int(MOST_LETTERS, read_only=True).tag(sync=True)
    preview = traitlets.Dict().tag(sync=True)
    doing = traitlets.Dict().tag(sync=True)

    def __init__(  # noqa: PLR0913  # a lesson sets up what it needs in one call
        self,
        case: Case,
        party: str,
        *,
        counterpart: str = "plain-dealer",
        rounds: int = 12,
        seed: int = 0,
        prepare: bool = True,
        begin: bool = True,
    ) -> None:
        """Sit down as `party` opposite the counterpart of that name, for so many rounds; `begin` lets you speak first.

        Without `prepare` there is no sheet, and the talk begins at once. Raises NegotiationError for an unknown party
        or counterpart, for a number of rounds outside 1 to 100, and unless there are two parties.
        """
        self._talk = talk = Talk(case, party, seat(counterpart, seed), rounds, begin=begin)
        self._sayings = Sayings(case, talk.own, words("negotiation_table"))
        own = case.parties[talk.own]
        super().__init__(
            "negotiation_table",
            about=told_apart(case, party, counterpart, seed),
            issues=issues_of(case),
            worth=[list(row) for row in own.points],
            person={"name": self._sayings.name, "role": talk.other.role, "sheet": prepare, "advice": talk.advice}
            | {"batna": own.batna, "floor": own.reservation_value},
            plan=blank(case),
            seated=not prepare,
        )
        self.words = self.words.without(*SAID_BY_PYTHON)

    @property
    def session(self) -> Session:
        """The talk as it stands."""
        return self._talk.play(read_said(self.said))

    @property
    def transcript(self) -> Transcript:
        """The talk as data, to be kept, read and played again."""
        return self._talk.transcript(self.session)

    @traitlets.validate("plan")
    def _a_sheet_of_this_case(self, proposal: Any) -> dict[str, Any]:
        return checked_plan(proposal["value"], self._talk.case)

    @traitlets.validate("draft")
    def _a_draft_of_this_case(self, proposal: Any) -> dict[str, Any]:
        return checked_draft(proposal["value"], self._talk.case)

    @traitlets.validate("typed")
    def _a_short_text(self, proposal: Any) -> str:
        # Half a character, which a browser may cut at the limit, could not be sent back.
        text = str(proposal["value"]).encode("utf-8", "ignore").decode("utf-8")
        if len(text) > MOST_LETTERS:
            raise traitlets.TraitError(f"write at most {MOST_LETTERS} characters.")
        return text

    @traitlets.validate("said")
    def _goes_on_or_is_played_again(self, proposal: Any) -> list[dict[str, Any]]:
        over = self.session.ending
        said, _ = self._held(proposal["value"])
        goes_on = said[: len(self.said)] == self.said
        if not (self._settling or goes_on or (over and said == self.said[: len(said)])):
            raise traitlets.TraitError(
                "what was said was said; once the talk is over, play again from a turn of yours."
            )
        return said

    @traitlets.validate("before")
    def _is_over(self, proposal: Any) -> list[dict[str, Any]]:
        said, session = self._held(proposal["value"])
        if said and not session.ending:
            raise traitlets.TraitError("the talk before this one must be over.")
        return said

    def _held(self, said: Any) -> tuple[list[dict[str, Any]], Session]:
        """Return messages as JSON, as this kit writes it, and the session in which they were said."""
        try:
            messages = read_said(said)
            return said_as(messages), self._talk.play(messages)
        except NegotiationError as problem:
            raise traitlets.TraitError(str(problem)) from None

    @traitlets.observe("draft", "typed")
    def _compose(self, _: Any = None) -> None:
        if not self._settling and self.plan:
            self.preview = self._previewed()

    def redraw(self, change: Any = None) -> None:
        """Draw the talk and what is being composed."""
        super().redraw(change)
        self.preview = self._previewed()

    def _previewed(self) -> dict[str, Any]:
        return preview(self.draft, self.typed, self.session, self._sayings)

    def draw_again(self) -> None:
        """Draw what was taken up."""
        self.redraw()

    def drawn(self) -> dict[str, Any]:
        """Return all that the browser draws and says."""
        talk, sayings, session = self._talk, self._sayings, self.session
        return {
            **picture(session, sayings, talk),
            "notes": notes(self.plan, sayings),
            "start": first_package(self.plan, session, sayings),
            "planned": planned(self.plan, session, sayings),
            "earlier": earlier(talk.play(read_said(self.before)), sayings) if self.before else "",
        }

    @traitlets.observe("doing")
    def _do(self, change: Any) -> None:
        """Do what the browser asks for; what makes no sense now changes nothing."""
        if doing := change["new"]:
            try:
                self._act(doing.get("do"), doing.get("which", 0))
            except (traitlets.TraitError, LookupError, TypeError):
                self._compose()
            self.doing = {}

    def _act(self, do: str, which: int) -> None:
        if do == "send" and not self._previewed()["reason"]:
            self._say(composed(self.draft, self.typed, self._sayings.words))
        elif do == "accept":
            self._say(Message((Accept(self.session.open_packages[which]),), self.typed.strip()))
        elif do == "leave":
            self._say(Message((WalkAway(),), self.typed.strip()))
        elif do == "again":
            self.before = self.said
            self.said = self.said[:which]

    def _say(self, message: Message) -> None:
        self.said = [*self.said, *said_as([message])]
        self.draft, self.typed = EMPTY, ""
