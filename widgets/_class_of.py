"""The class of the places in which a widget's style holds, and nowhere else."""

from pathlib import PurePosixPath

OF = "bp-of-"


def class_of(*files: str) -> str:
    """Return the class that is named after the style sheets, "" where there are none."""
    return f"{OF}{'-'.join(PurePosixPath(file).stem for file in files)}" if files else ""
