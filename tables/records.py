"""What is left of a live talk in its round's folder: the transcript, and the agreement forms for the debrief."""

from contextlib import suppress

from ..course.role_play.filled_forms import FilledForm, fill_deal, fill_said, read_results
from ..course.role_play.round_files import transcript_file
from ..figures.felt_treatment import BEST, WORST
from ..grading.atomic_files import write_whole
from ..grading.submission.printable import visible
from ..negotiation import NegotiationError
from ..negotiation.table import transcript_json, written
from ..negotiation.table.parts.voice import or_english
from .live_talk import LiveTalk
from .seating import Chair, Table

LONGEST_MEMO = 2_000
SEATED_AGAIN = "others sit there now, so nothing of this talk was written; stop the tables and start them again."
NO_SEAT = "your form could not be kept, as others sit at your table now; ask where you sit."
NO_LINE = "results.csv has no line for that side; the instructor gets one by running 'biggerpie pairs' again."


class Records:
    """The files of all tables; only one thread writes them."""

    def __init__(self) -> None:
        """Know nothing yet of who handed in how it was."""
        self._handed_in: set[tuple[Table, int]] = set()

    def look_up(self, tables: list[Table]) -> None:
        """Find out at which tables which sides handed in how it was."""
        for folder in {table.folder for table in tables}:
            here = [table for table in tables if table.folder == folder]
            with suppress(NegotiationError, OSError):
                forms = read_results(folder, here[0].case)
                for table in here:
                    for side, form in enumerate(forms.get(table.number, ())):
                        if form and (form.treated or form.guessed or form.memo):
                            self._handed_in.add((table, side))

    def has_form(self, chair: Chair) -> bool:
        """Return whether somebody of this side handed in how it was."""
        return (chair.table, chair.side) in self._handed_in

    def write(self, talk: LiveTalk) -> None:
        """Write a talk's transcript, as data and to read, and once it is over both sides' agreement forms.

        Raises NegotiationError or OSError where a file cannot be written.
        """
        table, session = talk.table, talk.session
        if not table.is_seated:
            raise NegotiationError(SEATED_AGAIN)
        file = transcript_file(table.folder, table.number)
        write_whole(file, transcript_json(talk.transcript).encode())
        write_whole(
            file.with_suffix(".txt"), (written(session, or_english(table.case.language)) + _who_sat(talk)).encode()
        )
        if session.ending:
            sides = range(min(len(table.group), 2))  # opposite whoever sits alone nobody has a form
            there = [fill_deal(table.folder, table.case, table.number, at, session.agreement) for at in sides]
            if not all(there):
                raise NegotiationError(NO_LINE)

    def hand_in(self, chair: Chair, treated: int | None, guessed: int | None, memo: str) -> None:
        """Write how it was into the side's agreement form; raise NegotiationError for what cannot be handed in.

        Raises OSError where the file cannot be read or written.
        """
        if any(rating is not None and not WORST <= rating <= BEST for rating in (treated, guessed)):
            raise NegotiationError(f"a rating is a number from {WORST} to {BEST}; choose one, or none.")
        if len(memo) > LONGEST_MEMO:
            raise NegotiationError(f"the memo is longer than {LONGEST_MEMO:,} characters; shorten it.")
        if not chair.table.is_seated:
            raise NegotiationError(NO_SEAT)
        table, form = chair.table, FilledForm(None, treated, guessed, visible(memo.strip()))
        if not fill_said(table.folder, table.case, table.number, chair.side, form):
            raise NegotiationError(f"your form could not be kept: {NO_LINE}")
        self._handed_in.add((chair.table, chair.side))


def _who_sat(talk: LiveTalk) -> str:
    """Return a line for each counterpart at the table: for whom it spoke, and from which message on."""
    taken = [seat for seat in talk.seats if seat.counterpart]
    lines = [
        f"\nA counterpart ({one.counterpart}) spoke for {one.party} from message {one.since + 1} on.\n" for one in taken
    ]
    return "".join(lines)
