"""Modes of homes, exchange, course and the hub's own files, each with the command that sets them right."""

import shlex
import stat
from collections.abc import Iterator
from pathlib import Path

from ..grading.course_modes import OTHERS, is_shared
from ..grading.who_can_read import who_can_read
from .accounts import named, students
from .looked_at import about, below, chmod, in_exchange
from .the_hub import Hub
from .writing import CONFIG

NOT_THE_OWNER, WRITTEN_BY_OTHERS = 0o077, 0o022
EXCHANGE = 0o1777


def open_homes(hub: Hub) -> Iterator[str]:
    """Name the students whose home folders others can look into."""
    homes = {one.pw_name: Path(one.pw_dir) for one in students(hub)}
    if found := [name for name, home in homes.items() if (seen := about(home, follow=True)) and seen.st_mode & OTHERS]:
        folders = " ".join(shlex.quote(str(homes[name])) for name in found)
        yield f"Others can look into the home folders of {named(found)}; close them: chmod 700 {folders}"


def exchange(hub: Hub) -> Iterator[str]:
    """Say what is wrong with the folder through which exercises and submissions go."""
    where = shlex.quote(str(hub.exchange))
    if not hub.exchange.is_dir():
        yield f"There is no exchange, so nothing can be fetched: mkdir -p {where} && chmod 1777 {where}"
        return
    mode = stat.S_IMODE(hub.exchange.stat().st_mode)
    if mode != EXCHANGE:
        why = "a student can rename a course there" if mode & stat.S_IWOTH else "instructors cannot release there"
        yield f"The exchange has the mode {mode:o}, so {why}: chmod 1777 {where}"
    for inbound in in_exchange(hub, "inbound"):
        if (seen := about(inbound)) and seen.st_mode & stat.S_IROTH:
            yield f"Students can list what others handed in: {chmod('o-r', inbound)}"


def course(hub: Hub) -> Iterator[str]:
    """Say who else can read the course."""
    if not hub.course.is_dir():
        yield f"There is no course in {hub.course}; make it as {hub.instructors[0]}: biggerpie course {hub.course}"
    elif told := who_can_read(hub.course, shared=is_shared(hub.course)):
        yield told


def own_files(hub: Hub) -> Iterator[str]:
    """Say which of the hub's own files others can read, or change, and so run as root."""
    for path in (hub.private, hub.folder / CONFIG):
        if not path.exists():
            yield f"{path} is missing; write the hub's folder again, and take hub.toml and your lines along."
        elif path.stat().st_mode & NOT_THE_OWNER:
            yield f"Others can read {path}, which holds the hub's secrets: {chmod('go=', path)}"
    if changed := next(filter(_is_written_by_others, below(hub.folder)), None):
        where, command = shlex.quote(str(changed)), chmod("-R go-w", hub.folder)
        yield f"Others can change {where}, and so what root runs: {command}"


def _is_written_by_others(path: Path) -> bool:
    found = about(path)
    return found is not None and not stat.S_ISLNK(found.st_mode) and bool(found.st_mode & WRITTEN_BY_OTHERS)
