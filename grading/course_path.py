"""Where a course stands: a folder with nbgrader's settings, whose path nbgrader can work with."""

from pathlib import Path

from ..negotiation import NegotiationError, listing
from .course_modes import closed_to_group

CONFIG = "nbgrader_config.py"
UNUSABLE = "?%#[]*"  # nbgrader reads paths as patterns and as parts of a database's address


def require_usable_path(folder: Path) -> None:
    """Raise NegotiationError for a path with characters that nbgrader takes for something else."""
    if odd := sorted(set(str(folder)) & set(UNUSABLE)):
        raise NegotiationError(
            f"nbgrader cannot work in {folder}, for its path holds {listing(odd)}; give the folder another name, or "
            "put it elsewhere."
        )


def require_course(folder: Path) -> None:
    """Raise NegotiationError for what is no course's folder, cannot be one, or is closed to this user."""
    require_usable_path(folder)
    try:
        found = (folder / CONFIG).is_file()
    except PermissionError:
        raise NegotiationError(closed_to_group(folder)) from None
    if not found:
        raise NegotiationError(
            f"{folder} is no course folder (it holds no {CONFIG}); go to the course's folder, or name it by --course."
        )
