"""Extracting what was downloaded from a learning platform: each upload by itself, so that none stops the others."""

from pathlib import Path

from nbgrader.plugins import ExtractorPlugin
from traitlets import Bool

from ...negotiation import NegotiationError
from ..class_run.staging import workplace
from ..collecting.copy_counted import copy_counted
from ..collecting.unpack import OF_A_CLASS, Limits, Unpacking
from ..submission.allowed_files import Rules
from ..submission.printable_names import quoted, quoted_all
from ..submission.tidying import tidied

NOBODYS = (
    "its name tells no student; rename it, or, where it is the only download and your learning platform made it of "
    "the uploads of a class, write c.ExtractInOrder.archive_of_a_class = True into nbgrader_config.py"
)


class ExtractInOrder(ExtractorPlugin):
    """nbgrader's extractor, done afresh: nothing is extracted that would act when the folder is opened.

    Archives are unpacked one level deep and within the budget of a submission; `unpacked` are the folders of those
    that one student sent.
    """

    archive_of_a_class = Bool(
        default_value=False,
        help="The only download is an archive with the uploads of a class, which the learning platform named.",
    ).tag(config=True)

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
        files = sorted(path for path in downloaded.rglob("*") if path.is_file() and not path.is_symlink())
        for file in files:
            try:
                self._extract_one(file, downloaded, Path(extracted_path), len(files))
            except NegotiationError as error:
                self.log.warning("%s was not extracted: %s.", quoted(file.name), error)
            except Exception as error:  # noqa: BLE001  # whatever it was, the others are extracted
                why = error.strerror if isinstance(error, OSError) and error.strerror else type(error).__name__
                self.log.warning("%s could not be extracted (%s); look at it yourself.", quoted(file.name), why)

    def _extract_one(self, file: Path, downloaded: Path, extracted: Path, count: int) -> None:
        """Extract one of so many files beside its place, and move it there when it is in order."""
        to = extracted / file.relative_to(downloaded).parent
        is_archive = file.suffix.lower() in self.zip_ext
        name = (Path(file.stem).stem if file.stem.lower().endswith(".tar") else file.stem) if is_archive else file.name
        if (to / name).exists():
            raise NegotiationError(f"there is another upload called {quoted(name)}; rename one of them")
        limits = self._limits(file.with_name(name), downloaded, count) if is_archive else None
        with workplace(self._course) as work:
            upload = work / self.parent.coursedir.assignment_id / file.name
            upload.mkdir(parents=True)
            if limits:
                self._unpack(file, upload / name, limits)
            else:
                with file.open("rb") as content:
                    copy_counted(content, upload / name, lambda _: None)
            self._put_in_order(upload)
            if (upload / name).exists():
                to.mkdir(parents=True, exist_ok=True)
                (upload / name).rename(to / name)
                self.unpacked |= {to / name} if limits and limits != OF_A_CLASS else set()

    def _unpack(self, archive: Path, to: Path, limits: Limits) -> None:
        unpacking = Unpacking(to, limits)
        unpacking.unpack(archive)
        if unpacking.left_out:
            self.log.warning("%s: %s could not be unpacked.", quoted(archive.name), quoted_all(unpacking.left_out))
        inner = [path for path in to.rglob("*") if path.suffix.lower() in self.zip_ext and path.is_file()]
        if inner:
            names = quoted_all([path.name for path in inner])
            self.log.warning("%s: an archive in an archive is not unpacked: %s.", quoted(archive.name), names)

    def _limits(self, upload: Path, downloaded: Path, count: int) -> Limits:
        """Return what an archive may hold; raise NegotiationError where nobody could tell whose its content is."""
        sender_of = getattr(self.parent.collector_plugin_inst, "sender_of", None)
        if sender_of is None or sender_of(upload, downloaded):
            return Limits()
        if self.archive_of_a_class and count == 1:
            return OF_A_CLASS
        raise NegotiationError(NOBODYS)

    def _put_in_order(self, folder: Path) -> None:
        """Set aside what would act; any kind of file may stay, as the collector takes what it is told to."""
        if folder.is_dir() and not folder.is_symlink():
            for sentence in tidied(folder, self._course, Rules(kit=False)):
                self.log.warning("%s: %s", quoted(folder.name), sentence)

    @property
    def _course(self) -> Path:
        return Path(self.parent.coursedir.root)
