"""The `biggerpie` command: `start` for learners, `site` for whoever publishes, the others for instructors."""

import argparse
import os
import sys

from ..course.backup import add_backup_commands
from ..course.campus_commands import add_campus_commands
from ..course.case_command import add_case_command
from ..course.copying import add_copying_command
from ..course.dates import add_dates_commands
from ..course.debrief import add_debrief_command
from ..course.desk.desk_command import add_desk_command
from ..course.formgrader import add_formgrader_command
from ..course.grade import add_grade_command
from ..course.new_course import add_course_command
from ..course.notices import add_notices_command
from ..course.pairs import add_pairs_command
from ..course.questions import add_questions_command
from ..course.shares import add_shares_commands
from ..course.show import add_show_command
from ..course.status import add_status_command
from ..course.tournament_command import add_tournament_command
from ..grading.kit_version import kit_version
from ..hub.hub_command import add_hub_command
from ..negotiation import NegotiationError
from ..tables.tables_command import add_tables_command
from ..website.site_command import add_site_command
from .jupyter_options import require_jupyter_options
from .lessons_command import add_lessons_command
from .start import add_start_command
from .terminal import write_any_letter


def main(arguments: list[str] | None = None) -> int:
    """Run the command; a mistake of the user's gives one sentence and exit code 2."""
    write_any_letter()
    parser = argparse.ArgumentParser(prog="biggerpie", description="Win-win negotiation, learned by doing, in Jupyter.")
    parser.add_argument("--version", action="version", version=f"biggerpie {kit_version()}")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    add_start_command(commands)
    add_lessons_command(commands)
    add_site_command(commands)
    add_course_command(commands)
    add_dates_commands(commands)
    add_campus_commands(commands)
    add_grade_command(commands)
    add_notices_command(commands)
    add_formgrader_command(commands)
    add_shares_commands(commands)
    add_show_command(commands)
    add_status_command(commands)
    add_desk_command(commands)
    add_questions_command(commands)
    add_pairs_command(commands)
    add_tables_command(commands)
    add_debrief_command(commands)
    add_hub_command(commands)
    add_backup_commands(commands)
    add_copying_command(commands)
    add_case_command(commands)
    add_tournament_command(commands)
    own, passed_on = _apart(sys.argv[1:] if arguments is None else arguments)
    options, rest = parser.parse_known_args(own)
    if rest and not options.passes_on:
        parser.error(f"unknown argument {rest[0]!r}")
    try:
        require_jupyter_options(rest)
        code = options.run(options, [*rest, *passed_on])
        sys.stdout.flush()
    except KeyboardInterrupt:
        print("biggerpie: stopped; nothing was left half-written.", file=sys.stderr)
        return 130
    except NegotiationError as problem:
        print(f"biggerpie: {problem}", file=sys.stderr)
        return 2
    except BrokenPipeError:  # `| head`: whoever reads has read enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # or Python complains when it ends
        return 0
    except OSError as error:
        print(f"biggerpie: {error.filename or 'a file'} could not be used: {error.strerror}.", file=sys.stderr)
        return 2
    return code or 0


def _apart(arguments: list[str]) -> tuple[list[str], list[str]]:
    """Return a command's own arguments, and those after `--` that it passes on to Jupyter as they are."""
    if arguments[:1] in (["start"], ["formgrader"]) and "--" in arguments:
        at = arguments.index("--")
        return arguments[:at], arguments[at + 1 :]
    return arguments, []
