"""Extracting what was downloaded from a learning platform: each upload by itself, so that none stops the others."""

from pathlib import Path

from nbgrader.plugins import ExtractorPlugin

from ...negotiation import NegotiationError
from ..class_run.staging import workplace
from ..collecting.copy_counted import copy_counted
from ..collecting.unpack import OF_A_CLASS, Limits, Unpacking
from ..submission.allowed_files import Rules
from ..submission.printable_names import shown, shown_all
from ..submission.tidying import tidied


class ExtractInOrder(ExtractorPlugin):
    """nbgrader's extractor, done anew: nothing is extracted that would act when the folder is opened.

    Archives are unpacked one level deep and within the budget of a submission; `unpacked` are the folders made so.
    """

    def __init__(self, **settings: object) -> None:
        """Begin with nothing extracted."""
        super().__init__(**settings)
        self.unpacked: set[Path] = set()

    def extract(self, archive_path: str, extracted_path: str) -> None:
        """Put in order what was downloaded, and extract each file of it that can be."""
        downloaded = Path(archive_path)
        try:
            self._put_in_order(downloaded)
        except Exception as error:  # noqa: BLE001  # what cannot be moved there is looked at again below
            self.log.warning("%s could not be put in order (%s).", downloaded.name, type(error).__name__)
        for file in sorted(path for path in downloaded.rglob("*") if path.is_file() and not path.is_symlink()):
            try:
                self._extract_one(file, Path(extracted_path) / file.relative_to(downloaded).parent)
            except NegotiationError as error:
                self.log.warning("%s was not extracted: %s.", shown(file.name), error)
            except Exception as error:  # noqa: BLE001  # whatever it was, the others are extracted
                why = error.strerror if isinstance(error, OSError) and error.strerror else type(error).__name__
                self.log.warning("%s could not be extracted (%s); look at it yourself.", shown(file.name), why)

    def _extract_one(self, file: Path, to: Path) -> None:
        """Extract a file beside its place, and move it there when it is in order."""
        is_archive = file.suffix.lower() in self.zip_ext
        name = (Path(file.stem).stem if file.stem.lower().endswith(".tar") else file.stem) if is_archive else file.name
        if (to / name).exists():
            raise NegotiationError(f"there is another upload called {shown(name)}; rename one of them")
        with workplace(self._course) as work:
            upload = work / self.parent.coursedir.assignment_id / file.name
            upload.mkdir(parents=True)
            if is_archive:
                self._unpack(file, upload / name)
            else:
                with file.open("rb") as content:
                    copy_counted(content, upload / name, lambda _: None)
            self._put_in_order(upload)
            if (upload / name).exists():
                to.mkdir(parents=True, exist_ok=True)
                (upload / name).rename(to / name)
                self.unpacked |= {to / name} if is_archive else set()

    def _unpack(self, archive: Path, to: Path) -> None:
        names_a_student = getattr(self.parent.collector_plugin_inst, "names_a_student", lambda _: True)
        is_ones = names_a_student(archive.with_name(to.name))
        unpacking = Unpacking(to, Limits() if is_ones else OF_A_CLASS)
        unpacking.unpack(archive)
        if unpacking.left_out:
            self.log.warning("%s: %s could not be unpacked.", shown(archive.name), shown_all(unpacking.left_out))
        inner = [path for path in to.rglob("*") if path.suffix.lower() in self.zip_ext and path.is_file()]
        if inner:
            names = shown_all([path.name for path in inner])
            self.log.warning("%s: an archive in an archive is not unpacked: %s.", shown(archive.name), names)
        if not is_ones:
            self.log.warning(
                "%s names no student, so what is in it is taken by the names inside: "
                "this is right only for an archive that your learning platform made.",
                shown(archive.name),
            )

    def _put_in_order(self, folder: Path) -> None:
        """Set aside what would act; any kind of file may stay, as the collector takes what it is told to."""
        if folder.is_dir() and not folder.is_symlink():
            for sentence in tidied(folder, self._course, Rules(kit=False)):
                self.log.warning("%s: %s", shown(folder.name), sentence)

    @property
    def _course(self) -> Path:
        return Path(self.parent.coursedir.root)
