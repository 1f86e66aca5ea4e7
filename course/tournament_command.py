"""`biggerpie tournament`: counterparts against one another, over cases and seeds, with a table of how well each did."""

import argparse
from collections.abc import Sequence
from pathlib import Path

from ..grading.atomic_files import write_whole
from ..negotiation import NegotiationError
from .new_file import require_new, require_new_picture

DEFAULT_SEEDS, MOST_SEEDS = 3, 1_000
EXPLANATION = f"""
Lets the people of the table negotiate with one another: each on each side, itself too, in every case and with either
one beginning; of a case with variants each seed plays another variant. What they won is given as shares of what they
could have won, with 95 % intervals over the cases. By default everybody plays, in all
cases of the kit and with {DEFAULT_SEEDS} seeds.
"""


def add_tournament_command(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add `tournament` to the command line."""
    command = commands.add_parser(
        "tournament", help="let counterparts negotiate with one another", description=EXPLANATION
    )
    command.add_argument(
        "--who", action="append", default=[], metavar="NAME", help="somebody to take part; may be given again"
    )
    command.add_argument("--case", action="append", default=[], metavar="CASE", help="a kit's case, or a case's file")
    command.add_argument("--seeds", type=int, default=DEFAULT_SEEDS, metavar="N", help=f"({DEFAULT_SEEDS})")
    command.add_argument("--rounds", type=int, default=12, metavar="N", help="of each talk (12)")
    command.add_argument("--processes", type=int, default=0, metavar="N", help="(one for each processor)")
    command.add_argument("--picture", type=Path, metavar="PAGE", help="also draw it: a new .html page, or an .svg file")
    command.add_argument(
        "--talks", type=Path, metavar="TABLE", help="also write every talk as a line of a new .csv file"
    )
    command.set_defaults(run=lambda options, _: _run(options), passes_on=False)


def _run(options: argparse.Namespace) -> int:
    """Play all talks, print the table, and write what else is asked for."""
    from ..figures import standings_picture
    from ..negotiation.table import standings
    from .tournament import cases_to_play, outcomes_of, people, talks_as_csv

    if not 1 <= options.seeds <= MOST_SEEDS:
        raise NegotiationError(f"there cannot be {options.seeds} seeds; give 1 to {MOST_SEEDS:,}.")
    if options.picture:
        require_new_picture(options.picture)
    if options.talks:
        require_new(options.talks)
    who, cases = people(options.who), cases_to_play(options.case, options.seeds)
    outcomes = outcomes_of(who, cases, options.seeds, options.rounds, options.processes)
    picture = standings_picture(standings(outcomes))
    print(picture.text())
    if options.picture:
        from .picture_file import write_pictures

        write_pictures([picture], options.picture)
    if options.talks:
        write_whole(options.talks, talks_as_csv(outcomes))
    for file in _written(options.picture, options.talks):
        print(f"Wrote {file}.")
    return 0


def _written(*files: Path | None) -> Sequence[Path]:
    return [file for file in files if file]
