"""The few questions of a short talk."""

from biggerpie.negotiation import ShortTalk, load_case
from biggerpie.widgets import FewQuestions


def unasked_questions() -> FewQuestions:
    """Before the first question."""
    case = load_case("job-offer")
    told = case.party("employer").statements
    return FewQuestions(case, ShortTalk(told, ("We'll see about that when the time comes.",) * len(told), vague_at=1))


def few_questions_asked() -> FewQuestions:
    """Three questions asked, and the second, which found a vague answer, once more."""
    widget = unasked_questions()
    widget.asked = [4, 0, 2]
    widget.again = 0
    return widget
