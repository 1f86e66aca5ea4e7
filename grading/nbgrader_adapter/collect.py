"""Collecting from the exchange: of each student what the student owns, put in order before anybody opens it."""

import os
import shutil
from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime, timedelta
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any

from nbgrader.api import Gradebook, MissingEntry
from nbgrader.exchange.default import ExchangeCollect

from ...negotiation import NegotiationError
from ..class_run.staging import workplace
from ..class_run.stamps import digest_of_folder
from ..collecting.copy_in import CopyIn
from ..collecting.inbound import Inbound, read_inbound
from ..collecting.not_owners import about_not_owners
from ..dossiers.hub_names import names_as_written, read_hub_names
from ..notices import Notices, keep_notices
from ..submission.allowed_files import rules_for
from ..submission.feedback_secret import without_secret
from ..submission.one_spelling import listed_as
from ..submission.printable_names import quoted, quoted_all
from ..submission.tidying import tidied
from .due_dates import DueDates, due_dates
from .standing import roster

Record = dict[str, Any]
TIME_TO_COPY = timedelta(minutes=10)  # by which a submission may be changed after the time it names


class CollectFromOwners(ExchangeCollect):
    """nbgrader's collecting, which takes from a student's name only what that student's account owns.

    nbgrader itself warns of a submission that somebody made in another's name, and takes it. `check_owner` off, or a
    system without accounts, leaves the owner out. One submission that cannot be collected does not stop the others.
    """

    check_owner: bool  # nbgrader's own setting

    def init_src(self) -> None:
        """Choose the submissions to collect: of each student the newest, or the newest before the due date."""
        if not self.coursedir.course_id:
            self.fail("No course id specified. Re-run with --course flag.")
        self.inbound_path = os.path.join(self.root, self.coursedir.course_id, "inbound")  # noqa: PTH118  # nbgrader's
        inbound = Path(self.inbound_path)
        if not inbound.is_dir() or not os.access(inbound, os.R_OK | os.X_OK):
            self.fail(f"{inbound} cannot be read; is the assignment released, and c.Exchange.root right?")
        self.due = self._due()
        found = read_inbound(inbound, self.coursedir.assignment_id)
        self._say("no submission to collect, for its name tells no student and time", found.unreadable)
        self.src_records = []
        roster, hub_names = self._roster(), read_hub_names(Path(self.coursedir.root))
        own_of: dict[str, dict[str, list[Inbound]]] = defaultdict(dict)  # by student and account
        not_owners: list[Inbound] = []
        for account, records in found.by_student.items():
            student = listed_as(account, roster, hub_names)
            if not self._is_asked_for(account, student):
                continue
            own = [r for r in records if not self.check_owner or r.owner in (None, account)]
            not_owners += [record for record in records if record not in own]
            if own:
                own_of[student][account] = own
        for student, by_account in own_of.items():
            chosen = self._chosen(self._of_one(student, by_account), self.due.of(student))
            self.src_records.append(chosen.as_nbgraders() | {"account": chosen.student, "username": student})
        for sentence in about_not_owners(not_owners, {record["account"] for record in self.src_records}, roster):
            self.log.warning("%s", sentence)

    def _of_one(self, student: str, by_account: Mapping[str, list[Inbound]]) -> list[Inbound]:
        """Return all that somebody with several accounts handed in; one that only looks like theirs may be anybody's.

        Theirs are the account that is called like them, and those of hub-names.csv.
        """
        if len(by_account) == 1:
            return next(iter(by_account.values()))
        named = names_as_written(Path(self.coursedir.root))
        theirs = [account for account in by_account if student in (account, named.get(account))] or list(by_account)
        others = [account for account in by_account if account not in theirs]
        self._say(f"not collected, for {quoted(student)} handed in by another account; write hub-names.csv", others)
        return [record for account in theirs for record in by_account[account]]

    def _is_asked_for(self, account: str, student: str) -> bool:
        """Return whether `--student` means this one, by the account's name or as the class list does."""
        wanted = self.coursedir.student_id or "*"
        return any(name == wanted or fnmatchcase(name, wanted) for name in (account, student))

    def copy_files(self) -> None:
        """Copy each submission to a place of the course's own, put it in order there, and hand it to nbgrader."""
        records = self.src_records
        if not records:
            super().copy_files()
        for record in records:
            self.src_records = [record]
            self._brought: Path | None = None
            checked = self.check_owner
            try:
                with workplace(Path(self.coursedir.root)) as work:
                    if self._is_wanted(record):
                        self._brought = work / record["username"] / self.coursedir.assignment_id
                        self._bring_in(record, self._brought)
                    self.check_owner = checked and record["account"] == record["username"]  # by nbgrader once more
                    super().copy_files()
            except Exception as error:  # noqa: BLE001  # whatever it was, the others are collected
                why = error.strerror if isinstance(error, OSError) and error.strerror else error
                self.log.error("%s could not be collected: %s", quoted(record["username"]), why)  # noqa: TRY400
            finally:
                self.check_owner = checked
        self.src_records = records

    def do_copy(self, src: str, dest: str, log: object = None) -> None:
        """Copy what was put in order, in place of what lies in the exchange; leave nothing half copied."""
        if self._brought is None:
            raise NegotiationError(f"{quoted(Path(src).name)} was not put in order; collect again.")
        try:
            super().do_copy(str(self._brought), dest, log)
        except BaseException:
            shutil.rmtree(dest, ignore_errors=True)
            raise

    def _bring_in(self, record: Record, to: Path) -> None:
        copied = CopyIn(to, record["uid"] if self.check_owner else None, 1000 * self.coursedir.max_dir_size)
        copied.copy(Path(self.inbound_path, record["filename"]))
        places = (self.coursedir.source_directory, self.coursedir.release_directory)
        folders = [Path(self.coursedir.format_path(place, ".", self.coursedir.assignment_id)) for place in places]
        late = self._set_back(record, copied.changed)
        time = _in_utc(copied.changed) if late else record["timestamp"]
        told = copied.told + tidied(to, Path(self.coursedir.root), rules_for(*folders), time)
        said = tuple(filter(None, [*told, late, _unreleasable(to)]))
        for sentence in said:
            self.log.warning("%s: %s", quoted(record["username"]), sentence)
        notices = Notices(record["username"], digest_of_folder(to), files=said)
        keep_notices(Path(self.coursedir.root), self.coursedir.assignment_id, notices)

    def _set_back(self, record: Record, seconds: float) -> str:
        """Return a sentence where a submission names a time before the due date and was changed after it, or ""."""
        changed = _in_utc(seconds)
        due = self.due.of(record["username"])
        if due is None or not record["timestamp"] <= due < changed - TIME_TO_COPY:
            return ""
        return (
            f"the submission says that it is of {record['timestamp']:%Y-%m-%d %H:%M} UTC, in time, but it was changed "
            f"in the exchange at {changed:%Y-%m-%d %H:%M} UTC; that counts, so ask how it came about."
        )

    def _chosen(self, records: list[Inbound], due: datetime | None) -> Inbound:
        """Return the newest, or with `before_duedate` the newest in time, if there is one."""
        newest = sorted(records, key=lambda record: record.time, reverse=True)
        if due is None or not self.before_duedate:
            return newest[0]
        return next((record for record in newest if record.time <= due), newest[0])

    def _is_wanted(self, record: Record) -> bool:
        """Return whether nbgrader will copy it: it is not collected yet, or it takes the place of an older one."""
        coursedir, time = self.coursedir, record["timestamp"]
        place = coursedir.format_path(coursedir.submitted_directory, record["username"], coursedir.assignment_id)
        if not Path(place).is_dir():
            return True
        collected = coursedir.get_existing_timestamp(place)
        is_newer = collected is None or time > collected
        return bool((self.update and is_newer) or (self.before_duedate and time != collected))

    def _due(self) -> DueDates:
        with Gradebook(self.coursedir.db_url, self.coursedir.course_id) as gradebook:
            try:
                return due_dates(gradebook, Path(self.coursedir.root), self.coursedir.assignment_id)
            except MissingEntry:
                return DueDates()

    def _roster(self) -> set[str]:
        with Gradebook(self.coursedir.db_url, self.coursedir.course_id) as gradebook:
            return roster(gradebook)

    def _say(self, what: str, names: Iterable[str]) -> None:
        if names := list(names):
            self.log.warning("%s: %s.", quoted_all(names), what)


def _unreleasable(folder: Path) -> str:
    why = without_secret(folder)
    return why and f"{why}, so its feedback cannot be released; let the student submit again by nbgrader."


def _in_utc(seconds: float) -> datetime:
    return datetime.fromtimestamp(seconds, UTC).replace(tzinfo=None)
