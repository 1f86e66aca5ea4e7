"""Writing a file whole or not at all, and through no link that somebody else may have planted."""

import os
import stat
from contextlib import suppress
from pathlib import Path
from secrets import token_hex

from ..negotiation import NegotiationError
from .course_modes import made_for_group

HAS_FOLDER_NUMBERS = os.open in os.supports_dir_fd and hasattr(os, "O_NOFOLLOW")  # not on Windows
JUNCTION = 0xA0000003
NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)


def write_whole(file: Path, content: bytes, *, within: Path | None = None) -> None:
    """Write a file beside its place and move it there; make the folder it stands in.

    In a folder that a group shares the file is the group's, too.
    With `within`, no folder below that one and not the file itself may be a link: others may write there, too.
    Raises NegotiationError with one sentence where there is one, and writes nothing.
    """
    with made_for_group(next(place for place in file.absolute().parents if place.exists())):
        _write_whole(file, content, within)


def _write_whole(file: Path, content: bytes, within: Path | None) -> None:
    draft = f".{file.name}-{token_hex(8)}"  # a name that nobody can have put a link at
    if within is None:
        file.parent.mkdir(parents=True, exist_ok=True)
        _write_and_move(file.with_name(draft), file, content, None)
        return
    within.mkdir(parents=True, exist_ok=True)
    require_no_link(file, within)
    if HAS_FOLDER_NUMBERS:
        number = _opened_folder(file.parent, within)
        try:
            _write_and_move(Path(draft), Path(file.name), content, number)
        finally:
            os.close(number)
    else:
        _write_whole(file, content, None)


def require_no_link(file: Path, within: Path) -> None:
    """Refuse a file that is a link, or no file, or that a link leads to from below `within`.

    Raises NegotiationError with one sentence.
    """
    place = within
    for part in file.relative_to(within).parts:
        place /= part
        try:
            mode = os.lstat(place).st_mode
        except FileNotFoundError:
            return
        if stat.S_ISLNK(mode) or _is_junction(place):
            raise NegotiationError(_link_sentence(place))
        if place == file and not stat.S_ISREG(mode):
            raise NegotiationError(f"{place} is no ordinary file, so nothing was written there; move it away.")


def _opened_folder(folder: Path, within: Path) -> int:
    """Open a folder below `within`, made where it is missing, step by step and through no link."""
    number, place = os.open(within, os.O_RDONLY | os.O_DIRECTORY), within
    for part in folder.relative_to(within).parts:
        place /= part
        try:
            with suppress(FileExistsError):
                os.mkdir(part, dir_fd=number)
            inner = os.open(part, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW, dir_fd=number)
        except OSError as error:
            if place.is_symlink():
                raise NegotiationError(_link_sentence(place)) from None
            error.filename = str(place)
            raise
        finally:
            os.close(number)
        number = inner
    return number


def _write_and_move(draft: Path, file: Path, content: bytes, folder: int | None) -> None:
    """Write the draft and rename it; paths are read from the opened folder where one is given."""
    number = os.open(draft, NEW, 0o666, dir_fd=folder)
    try:
        with os.fdopen(number, "wb") as out:
            out.write(content)
        os.replace(draft, file, src_dir_fd=folder, dst_dir_fd=folder)  # Path knows no opened folder
    except BaseException:
        with suppress(OSError):
            os.unlink(draft, dir_fd=folder)  # the same
        raise


def _is_junction(path: Path) -> bool:
    """Return whether a folder is what Windows has in place of a link."""
    return getattr(os.lstat(path), "st_reparse_tag", 0) == JUNCTION


def _link_sentence(path: Path) -> str:
    return f"{path} is a link to another place, so nothing was written through it; delete the link, and try again."
