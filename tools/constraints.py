"""`python -m tools.constraints --write`: pin what the tests ran with, so that a deployment does not change by itself.

Names and versions only: no host, no path, no digest that would tie the file to one kind of machine. An instructor
installs with `pip install biggerpie -c constraints.txt`. What only another system or Python needs is not pinned.
"""

import argparse
import platform
import sys
from pathlib import Path

from .needed import DEPLOYED, OURS, needed

FILE = Path(__file__).parents[1] / "constraints.txt"
HEAD = """# What the tests ran with: {python} on {system}.
# Use: pip install biggerpie -c constraints.txt
# Made by: python -m tools.constraints --write
"""


def constraints() -> str:
    """Return the file: one line for each distribution that a kit with its extras needs here."""
    system = f"Python {platform.python_version()}", platform.system()
    lines = [f"{one.name}=={one.version}\n" for one in needed(extras=DEPLOYED).values() if one.name != OURS]
    return HEAD.format(python=system[0], system=system[1]) + "".join(lines)


def main() -> None:
    """Print the file, or write it."""
    parser = argparse.ArgumentParser(prog="python -m tools.constraints", description=__doc__)
    parser.add_argument("--write", action="store_true", help="write constraints.txt instead of printing it")
    text = constraints()
    if parser.parse_args().write:
        FILE.write_text(text, encoding="utf-8")
        print(f"{text.count('==')} versions in {FILE.name}")
    else:
        sys.stdout.write(text)


if __name__ == "__main__":
    main()
