"""The hostile corpus against stock nbgrader, which executes what students send, and against the kit, in one run.

Every submission is graded in a course of its own, with one honest neighbour after it, both ways, under limits of
time and memory. Then its pages, formgrader's in real JupyterLab and the feedback from the disk, are opened in real
Chromium, and what they ask for and run is recorded. Counted are submissions

    ran        whose code was executed, by the grader or in the browser
    forged     with marks above what is honestly there, or elements that pass for formgrader's own
    leaked     that got a secret handed back
    requested  whose pages ask for, or lead to, anything but plain addresses elsewhere
    stopped    whose run did not end, or left the neighbour without right marks or the course without report or shares
    unseen     that nobody gets to see: no page and no word, or a page without the student's text

`--ours` leaves stock nbgrader out; names choose submissions: `python benchmarks/hostile.py --ours "settings loaded"`.
"""

import argparse
import sys
import tempfile
from itertools import chain
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from biggerpie.course.new_course import make_course
from biggerpie.grading.nbgrader_adapter.generating import generate

from benchmarks.hostile_limits import adopt_orphans
from benchmarks.hostile_pages import MOST, Pages
from benchmarks.hostile_run import Run, graded
from tests.grading.class_of_thirty import put_one_case_for_all
from tests.grading.hostile import CORPUS, Hostile
from tests.grading.hostile.course import EXERCISE, plant_secrets
from tests.grading.hostile.harmless import HARMLESS

OURS = ("ran", "forged", "leaked", "requested", "stopped", "unseen")
STOCK = ("ran", "forged", "leaked", "stopped")
AIMS = ("forge", "read", "stop", "break")


def make_template(folder: Path) -> Path:
    """Make a course whose exercise is generated, with an honest neighbour and secrets."""
    template = folder / "template"
    make_course(template)
    put_one_case_for_all(template)
    generate(template, EXERCISE)
    plant_secrets(template)
    return template


def all_runs(corpus: list[Hostile], template: Path, folder: Path, *, ours: bool) -> list[Run]:
    """Grade the corpus one way, open its pages, and return what every run came to."""
    way = "ours" if ours else "stock"
    pages = [Pages(template, folder / f"{way}-pages-{n}", stock=not ours) for n in range((len(corpus) - 1) // MOST + 1)]
    harmless = [Run(h, ours, f"s99{n}-honest", folder / f"{way}-honest-{n}") for n, h in enumerate(HARMLESS)]
    for run in graded(harmless, template):
        for some in pages:
            some.learn(run)
    runs = [Run(h, ours, f"s{n:03}-hostile", folder / f"{way}-{n}") for n, h in enumerate(corpus)]
    for number, run in enumerate(graded(runs, template), 1):
        if ours or "ran" not in run.found:  # what has run in the grader needs no browser
            pages[(number - 1) // MOST].keep(run)
        _say_where(f"{way}: graded {number} of {len(runs)}")
    for number, _ in enumerate(chain.from_iterable(some.open() for some in pages), 1):
        _say_where(f"{way}: looked at {number} of {len(runs)}")
    return runs


def _say_where(words: str) -> None:
    print(f"\r{words}   ", end="\r", file=sys.stderr, flush=True)


def counts(runs: list[Run], words: tuple[str, ...]) -> dict[str, int]:
    """Return how many runs came to each of some words."""
    return {word: sum(word in run.found for run in runs) for word in words}


def table(runs: list[Run], words: tuple[str, ...]) -> str:
    """Return the counts by aim."""
    lines = [f"{'aim':8}{'number':>8}" + "".join(f"{word:>11}" for word in words)]
    for aim in AIMS:
        of_aim = [run for run in runs if run.hostile.aim == aim]
        lines.append(f"{aim:8}{len(of_aim):8}" + "".join(f"{n:>11}" for n in counts(of_aim, words).values()))
    return "\n".join(lines)


def chosen(names: list[str]) -> list[Hostile]:
    """Return the submissions whose name holds one of some words, or all where none are given."""
    corpus = [hostile for hostile in CORPUS if not names or any(name in hostile.name for name in names)]
    if not corpus:
        sys.exit(f"no submission of the corpus is named {' or '.join(map(repr, names))}; leave the names out for all.")
    return corpus


def main() -> None:
    """Print what succeeded, a table each way, and the result line."""
    options = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    options.add_argument("names", nargs="*", help="words of submissions' names; all submissions without")
    options.add_argument("--ours", action="store_true", help="leave stock nbgrader out")
    given = options.parse_args()
    adopt_orphans()
    result = []
    with tempfile.TemporaryDirectory() as scratch:
        template, corpus = make_template(Path(scratch)), chosen(given.names)
        for ours in (True,) if given.ours else (True, False):
            words, prefix = (OURS, "") if ours else (STOCK, "stock_")
            runs = all_runs(corpus, template, Path(scratch), ours=ours)
            for run in runs:
                if found := [word for word in words if word in run.found]:
                    told = f" ({'; '.join(run.said[:2])[:300]})" if ours and run.said else ""
                    print(f"{'ours' if ours else 'stock':6} {run.hostile.name}: {', '.join(found)}{told}")
            print(f"\n{'the kit' if ours else 'stock nbgrader'}\n{table(runs, words)}\n")
            result += [f"{prefix}{word}={count}" for word, count in counts(runs, words).items()]
    print(f"RESULT corpus={len(corpus)} {' '.join(result)}")


if __name__ == "__main__":
    main()
