"""`biggerpie lessons FOLDER`: the lessons in a folder, without a server; for home folders on a hub."""

import argparse
from pathlib import Path

from .pages import ENGLISH, languages
from .shelf import fill_shelf


def add_lessons_command(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add `lessons` to the command line."""
    command = commands.add_parser("lessons", help="copy the lessons to a folder, without opening them")
    command.add_argument("folder", type=Path, help="what was changed there is left as it is")
    command.add_argument("--language", choices=languages(), default=ENGLISH, help="default: English")
    command.set_defaults(run=lambda options, _: put_lessons(options.folder, options.language), passes_on=False)


def put_lessons(folder: Path, language: str = ENGLISH) -> None:
    """Fill the folder, and say what is out of date."""
    folder = folder.resolve()
    outdated = fill_shelf(folder, language)
    print(f"Your lessons are in {folder}")
    for name in outdated:
        print(f"  {name} is as you left it; to get the newest version, rename yours and start again.")
