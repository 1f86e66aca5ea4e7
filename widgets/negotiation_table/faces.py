"""Faces: what somebody at the table lets others see of their mood."""

from ...negotiation.table import Counterpart, Ending, Session
from ...negotiation.table.debrief.moods import moods
from ...negotiation.table.parts.temper import Mood

GLAD, CALM, WARY, ANNOYED, ANGRY = "glad", "calm", "wary", "annoyed", "angry"
FACES = (GLAD, CALM, WARY, ANNOYED, ANGRY)
ANGRY_FROM, ANNOYED_FROM, WARY_FROM = 600, 300, 100  # thousandths of anger
GLAD_FROM, WARY_BELOW = 450, 200  # thousandths of trust


def face(mood: Mood) -> str:
    """Return the face of somebody in this mood."""
    if mood.anger >= ANNOYED_FROM:
        return ANGRY if mood.anger >= ANGRY_FROM else ANNOYED
    if mood.anger >= WARY_FROM or mood.trust < WARY_BELOW:
        return WARY
    return GLAD if mood.trust >= GLAD_FROM else CALM


def faces(session: Session, person: Counterpart, own: int) -> list[str]:
    """Return the face of the person in place `own` (from 0): as it comes, then once each message was said.

    Whoever agrees is glad.
    """
    seen = [face(mood) for mood in moods(session, own, person.habit.temper)]
    if session.ending is Ending.AGREED:
        seen[-1] = GLAD
    return seen
