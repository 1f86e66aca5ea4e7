"""A notebook from anybody is opened on the site: its cells run only where they say what the kit's exercises say."""

import json
from pathlib import Path

import pytest
from biggerpie.website.kits_cell import ForeignCodeError, require_kits
from biggerpie.website.open_exercise import MAGIC, OpenExercise

EXERCISES = sorted((Path(__file__).parents[2] / "exercises").glob("**/*.ipynb"))
PIECES = "statements interests minutes log signed first_talk short_talk claims_made final_offers remarks_heard table"
NAMES = {"case", "party", "check", "grade", "marks", "offer_log"}
NAMES |= {*PIECES.split(), *(f"show_{name}" for name in PIECES.split())}


def code_cells() -> list[str]:
    cells = [cell for file in EXERCISES for cell in json.loads(file.read_text(encoding="utf-8"))["cells"]]
    sources = ["".join(cell["source"]) for cell in cells if cell["cell_type"] == "code"]
    return [MAGIC.sub("", source) for source in sources if not source.startswith("%%answer")]


def test_all_cells_of_the_kits_exercises_are_run():
    names = {*NAMES, *OpenExercise(Path())._names, "Asking", "Brief"}
    imported = {name for source in code_cells() for name in source.partition("import ")[2].split("\n")[0].split(", ")}
    assert len(code_cells()) > 100
    for source in code_cells():
        require_kits(source, names | imported)
    require_kits('offer_log(("author", {"fee": "4,500"}))', NAMES)


@pytest.mark.parametrize(
    "source",
    [
        "import js",
        "import js\njs.fetch('https://example.org')",
        "open('/tmp/ran', 'w')",
        "__import__('js')",
        "eval('1')",
        "x = 1",
        "x: check() = 1",
        "del case",
        "def f(a=check()): pass",
        "@check\nclass A: pass",
        "lambda: 1",
        "(case := 1)",
        "case.__class__",
        "case.__class__.__base__",
        "check.__globals__",
        "case.title.format",
        "'{0.__class__}'.format(case)",
        "f'{1:999999999999}'",
        "f'{case:{case}}'",
        "[f() for f in (case.parties,)]",
        "[check for check in (1,)]",
        "[x async for x in case]",
        "[1 for case.title in (1,)]",
        "{**case}",
        "check(**case)",
        "check(_esm='x')",
        "check()()",
        "check().x",
        "case.party()",
        "case['x']",
        "9 ** 9 ** 9",
        "from os import system",
        "from biggerpie.widgets import sys",
        "from biggerpie.widgets import *",
        "from biggerpie.widgets import Brief as check",
        "from biggerpie.widgets.briefing import escape",
        "from . import Brief",
        "import biggerpie.widgets",
        "(" * 4000,
        "1" * 6000,
        "1" * 4900,
        "-" * 4900 + "1",
        "\0",
        "\ud800",
        "ｅｖａｌ('1')",  # Python reads these letters as eval
        "check(__ｉｍｐｏｒｔ__)",
    ],
)
def test_whatever_else_a_cell_does_is_refused_in_one_sentence(source):
    with pytest.raises(ForeignCodeError, match="isn't run here") as refused:
        require_kits(source, NAMES | {"__builtins__"})
    assert str(refused.value).count(". ") == 0


def test_a_page_runs_nothing_of_such_a_cell(tmp_path):
    ran = tmp_path / "ran"
    page = OpenExercise(tmp_path)
    for source in (f"open({str(ran)!r}, 'w')", f"%load_ext biggerpie.grading\nopen({str(ran)!r}, 'w')"):
        with pytest.raises(ForeignCodeError):
            page.run(source)
    assert not ran.exists()
