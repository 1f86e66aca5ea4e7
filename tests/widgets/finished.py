"""What a record holds of a lesson that is done."""

from datetime import UTC, datetime, timedelta

from biggerpie.widgets.course_map.progress import all_lessons
from biggerpie.widgets.record import Entry
from biggerpie.widgets.record.entries import FORM, Entries


def done(name: str, days_ago: int) -> Entries:
    """What a record holds of a lesson that was done so many days ago."""
    at = (datetime.now(UTC) - timedelta(days_ago)).strftime(FORM)
    [lesson] = [one for one in all_lessons() if one.name == name]
    cells = [(place, number) for place, there in lesson.steps.items() for number in range(there)]
    return {(name, place, f"question {number}"): Entry(at, {"ran": True}) for place, number in cells}
