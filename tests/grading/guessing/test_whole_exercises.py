"""Nobody who asks nothing gets far in any exercise, whoever does everything else right."""

import pytest
from biggerpie.course.new_course import exercise_names
from biggerpie.grading.dossiers.dossier import drawn_case
from biggerpie.negotiation.table import Ask, Message, Session

from ..dossiers.test_what_can_be_computed import earned, most
from ..dossiers.views import recorded, sorts_of
from ..simulated import own_talk
from ..simulated.lines import student
from ..simulated.perfect import perfect
from ..talking import hearing
from .table import PARTS, guessed
from .test_guessing import VARIANTS

MOST = 60
"""The most, of 100 with the texts that a person marks, that may be had without a question."""


def asking_nothing(session: Session) -> Message:
    """Who hears, tells, and gives, and asks nothing."""
    return Message(tuple(move for move in hearing(session).moves if type(move) is not Ask))


silent = student({**dict.fromkeys(("scene", "transcript"), own_talk.talk(asking_nothing)), "asked": lambda *_: ""})


@pytest.mark.parametrize("name", exercise_names())
def test_all_that_can_be_had_without_a_question_is_at_most_sixty_of_a_hundred(name):
    record = recorded(name)
    opened, of = drawn_case(record.named, "asking nothing"), most(record.cells)
    apart = [sort for sort in sorts_of(record) if (name, sort) not in PARTS]
    writers = {sort: silent if sort in {"scene", "transcript", "asked"} else perfect for sort in apart}
    alone = earned(record, opened, {sort: write(opened, sort, "silent") for sort, write in writers.items()})
    guesses = sum(of[sort] * guessed((name, sort), VARIANTS, thorough=False) for sort in of if (name, sort) in PARTS)
    assert 0 < sum(alone[sort] for sort in apart) + guesses <= MOST
