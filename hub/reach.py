"""What a student could reach: everything that is none of their business, tried as each of them."""

import pwd
import shlex
from collections.abc import Iterator
from pathlib import Path

from .accounts import named, students
from .looked_at import about, below, chmod, in_exchange, listed
from .the_hub import Hub
from .trial import READ, RUN, WRITE, may_try, tried_as
from .writing import CONFIG

MOST_TRIED = 300
"""Files of one kind; nearly always the first can be read or none."""
NEEDED = ("jupyterhub-singleuser", "biggerpie", "nbgrader", "python")


def what_students_reach(hub: Hub) -> Iterator[str]:
    """Try as each student to read others' files, to change the hub's, and to run what is needed."""
    if not may_try():
        yield "Only modes were looked at: run this as root, and it tries as each student what a student could read."
        return
    class_ = students(hub)
    for what, folder, paths in _private(hub, class_):
        who = {one.pw_name: opened for one in class_ if (opened := tried_as(one, _not_own(paths, one), READ))}
        if who:
            such = shlex.quote(str(next(iter(who.values()))[0]))
            yield f"{named(list(who))} can read {what}, such as {such}; close it: {chmod('o-rx', folder)}"
    changeable = [hub.programs, *below(hub.folder)]
    if who := {one.pw_name: found for one in class_ if (found := tried_as(one, changeable, WRITE))}:
        first = next(iter(who.values()))[0]
        where, command = shlex.quote(str(first)), chmod("o-w", first)
        yield f"{named(list(who))} can change {where}, which others run; take that right away: {command}"
    needed = [hub.programs / name for name in NEEDED]
    if unable := [one.pw_name for one in class_ if len(tried_as(one, needed, RUN)) < len(needed)]:
        yield (
            f"{named(unable)} cannot run {' or '.join(NEEDED)} in {hub.programs}; install the kit and JupyterHub in "
            "an environment outside of anybody's home, and write its bin folder into hub.toml."
        )


def _private(hub: Hub, class_: list[pwd.struct_passwd]) -> Iterator[tuple[str, Path, list[Path]]]:
    """Return what there is to protect, the folder that is to be closed, and paths to try."""
    for one in class_:
        home = Path(one.pw_dir)
        yield f"the home folder of {one.pw_name}", home, [home, *listed(home, MOST_TRIED)]
    yield "the course", hub.course, list(below(hub.course, MOST_TRIED))
    for inbound in in_exchange(hub, "inbound"):
        yield "what others handed in", inbound, [inbound]
    for feedback in in_exchange(hub, "feedback"):
        yield "the list of everybody's feedback", feedback, [feedback]
    hubs = [hub.folder / CONFIG, hub.private, *below(hub.private, MOST_TRIED)]
    yield "the hub's own secrets", hub.private, hubs


def _not_own(paths: list[Path], account: pwd.struct_passwd) -> list[Path]:
    """Return what is there and somebody else's."""
    found = [(path, about(path)) for path in paths]
    return [path for path, seen in found if seen is not None and seen.st_uid != account.pw_uid]
