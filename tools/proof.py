"""`python -m tools.proof --write` makes the README's figures and picture, and the site's page, from what is recorded.

`python -m tools.proof --record FILE` takes what a benchmark printed into the record, website/measured.json, with the
commit that was measured and the day. Without either, the README's figures are printed.
"""

import argparse
import json
import re
from datetime import date
from pathlib import Path

from biggerpie.grading.atomic_files import write_whole
from biggerpie.negotiation import NegotiationError
from biggerpie.website.proof import PROOF, benchmarks, proof_page, read_record
from biggerpie.website.styles import site_style

from tools import pictures
from tools.measured import FILE, ROOT, commit_at_hand, commit_of, taken_in

README = ROOT / "README.md"
PREVIEW = ROOT / "build" / "proof"
BEGIN, END = "<!-- made by python -m tools.proof --write -->\n", "<!-- until here -->\n"
MARKED = re.compile(f"{BEGIN}.*{END}", re.DOTALL)


def readme_figures() -> str:
    """Return the README's table of figures."""
    lines = ["| figure | what it means | measured |", "| --- | --- | --- |"]
    for each in benchmarks(read_record()):
        where = f"`{each.command}`, {each.commit}, {each.day}"
        lines += [f"| {figure.shown} | {figure.means} | {where} |" for figure in each.recorded if figure.in_readme]
    return "\n".join(lines) + "\n"


def readme_with(figures: str, readme: str) -> str:
    """Return the README with these figures."""
    return MARKED.sub(lambda _: f"{BEGIN}{figures}{END}", readme)


def write() -> None:
    """Write the README's figures and picture, and the page with its style, to look at without building the site."""
    write_whole(README, readme_with(readme_figures(), README.read_text(encoding="utf-8")).encode())
    write_whole(PREVIEW / PROOF, proof_page().replace(b"{files}", b"."))
    write_whole(PREVIEW / "site.css", site_style().encode())
    pictures.draw()
    print(f"Written: README.md, its picture, and {(PREVIEW / PROOF).relative_to(ROOT)}")


def record(options: argparse.Namespace) -> None:
    """Take what was printed into the record."""
    commit = commit_of(options.commit) if options.commit else commit_at_hand()
    run = {"commit": commit, "day": options.day.isoformat(), "machine": options.machine}
    made = taken_in(read_record(), options.record.read_text(encoding="utf-8"), run)
    benchmarks(made)
    write_whole(FILE, f"{json.dumps(made, indent=1, sort_keys=True)}\n".encode())
    print(f"Recorded at commit {commit}; python -m tools.proof --write brings it into the README.")


def main() -> None:
    """Do what the options say."""
    parser = argparse.ArgumentParser(prog="python -m tools.proof", description=__doc__)
    parser.add_argument("--write", action="store_true", help="write the README's figures and picture, and the page")
    parser.add_argument("--record", type=Path, metavar="FILE", help="what a benchmark printed, run without options")
    parser.add_argument("--commit", help="the commit that was measured; default: the one at hand")
    parser.add_argument("--day", type=date.fromisoformat, default=date.today(), help="when; default: today")
    parser.add_argument("--machine", default="2 cores", help="on what; default: 2 cores")
    options = parser.parse_args()
    try:
        if options.record:
            record(options)
        if options.write:
            write()
        if not (options.record or options.write):
            print(readme_figures(), end="")
    except NegotiationError as error:
        parser.exit(1, f"{error}\n")


if __name__ == "__main__":
    main()
