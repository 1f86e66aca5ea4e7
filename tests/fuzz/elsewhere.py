"""Targets: cases as other programs write them."""

import io
import zipfile
from pathlib import Path
from random import Random

from biggerpie.course.case_formats.files import case_in, files_of
from biggerpie.negotiation import load_case

from .mutate import mutated_bytes
from .target import Target, reading_a_file


def genius_domain(folder: Path) -> Target:
    """Read a GENIUS domain with one damaged utility file."""
    stall = Path(__file__).parents[1] / "course" / "case_formats" / "stall"
    file, seed = folder / "side.xml", (stall / "stall_grower.xml").read_bytes()
    sides = [file, stall / "stall_town.xml"]
    return Target(
        lambda draw: mutated_bytes(seed, draw), reading_a_file(file, lambda: case_in([stall / "stall.xml", *sides]))
    )


def case_as_csv(folder: Path) -> Target:
    """Read a case from CSV files, one of them damaged."""
    written = files_of(load_case("picture-book"), folder / "case.csv")
    for file, content in written.items():
        file.write_bytes(content)
    file, seed = next(iter(written.items()))
    return Target(lambda draw: mutated_bytes(seed, draw), reading_a_file(file, lambda: case_in(list(written))))


def case_as_xlsx(folder: Path) -> Target:
    """Read a case from a damaged workbook: its bytes, or a part of it packed again."""
    file = folder / "case.xlsx"
    whole = files_of(load_case("apple-juice"), file)[file]
    with zipfile.ZipFile(io.BytesIO(whole)) as packed:
        parts = {name: packed.read(name) for name in packed.namelist()}

    def make(draw: Random) -> bytes:
        if draw.randrange(4) == 0:
            return mutated_bytes(whole, draw)
        chosen, out = draw.choice(sorted(parts)), io.BytesIO()
        with zipfile.ZipFile(out, "w") as packed:
            for name, content in parts.items():
                packed.writestr(name, mutated_bytes(content, draw) if name == chosen else content)
        return out.getvalue()

    return Target(make, reading_a_file(file, lambda: case_in([file])))
