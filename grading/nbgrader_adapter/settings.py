"""The settings that make nbgrader mark the kit's exercises; a course's nbgrader_config.py calls `configure`."""

import os
import sys
from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import Any

from nbconvert.preprocessors import CSSHTMLHeaderPreprocessor
from nbgrader.converters import Autograde, GenerateAssignment, GenerateFeedback
from nbgrader.preprocessors import AssignLatePenalties, ClearSolutions, Execute, OverwriteCells, SaveAutoGrades

from ...negotiation.own_cases import look_for_cases_in
from ..dossiers.own_case import FOLDER as CASES
from .before_marking import before_marking
from .collect_settings import configure_collecting
from .export import ExportWithStatus
from .feedback import FeedbackPage, HideTests, OrdinaryStyles, ShowFindings
from .kept_release import keep_releases
from .lateness import SettleLateness
from .name_exercise import NameExercise
from .noted_source import NoteSource
from .pages.formgrader import harden_formgrader
from .plain_log import write_plainly
from .preprocessors import KeepForms, MarkAnswers, OverwriteOthers, SubmissionExporter, TryTests
from .roster import read_spreadsheets
from .save_marks import SaveMarks
from .strict_dates import read_dates_strictly
from .time_stamps import read_strictly
from .untold_scores import HideScores
from .write_dossiers import WriteDossiers

SECONDS_TO_WAIT_FOR_THE_DATABASE = 120


def configure(config: Any, folder: Path, *, sandbox: bool = False) -> None:
    """Set nbgrader up for a course in `folder`; settings made afterwards in nbgrader_config.py win.

    With `sandbox`, students' code in ordinary assignments runs in a sandbox; this needs the package bubblewrap.
    """
    folder = folder.resolve()
    config.CourseDirectory.root = str(folder)
    config.CourseDirectory.db_url = f"sqlite:///{folder}/gradebook.db?timeout={SECONDS_TO_WAIT_FOR_THE_DATABASE}"
    look_for_cases_in(folder / CASES)
    configure_preprocessors(config)
    config.Autograde.pre_convert_hook = partial(before_marking, folder, config.CourseDirectory)
    configure_collecting(config)
    config.ExportApp.plugin_class = ExportWithStatus
    config.MarkAnswers.sandbox = sandbox
    harden_formgrader()
    keep_releases()
    read_strictly()
    read_dates_strictly()
    read_spreadsheets()
    write_plainly()
    _find_alembic()


def configure_preprocessors(config: Any) -> None:
    """Set the kit's readers and markers in nbgrader's place of its own."""
    config.Autograde.exporter_class = SubmissionExporter
    marking = {Execute: MarkAnswers, AssignLatePenalties: SettleLateness, SaveAutoGrades: SaveMarks}
    config.Autograde.autograde_preprocessors = _replaced(Autograde.autograde_preprocessors, marking)
    reading = {OverwriteCells: OverwriteOthers}
    config.Autograde.sanitize_preprocessors = _replaced(Autograde.sanitize_preprocessors, reading)
    generate = _replaced(GenerateAssignment.preprocessors, {ClearSolutions: KeepForms})
    config.GenerateAssignment.preprocessors = [TryTests, NameExercise, *generate, WriteDossiers, NoteSource]
    stock = _replaced(GenerateFeedback.preprocessors, {CSSHTMLHeaderPreprocessor: OrdinaryStyles})
    config.GenerateFeedback.preprocessors = [HideTests, ShowFindings, *stock, HideScores]
    config.GenerateFeedback.exporter_class = FeedbackPage
    # Validate a notebook after the last of its preprocessors, not after each.
    config.SubmissionExporter.optimistic_validation = True
    config.FeedbackPage.optimistic_validation = True
    # A mark scheme stands in the locked question above a written answer, not in one of nbgrader's task cells.
    config.ClearMarkScheme.enforce_metadata = False
    # In ordinary assignments: bring deleted test cells back, and run tests whatever tag a student gives them.
    config.OverwriteCells.add_missing_cells = True
    config.Execute.skip_cells_with_tag = ""


def _replaced(preprocessors: Any, ours: Mapping[type, type]) -> list[type]:
    """Return nbgrader's own list with some members exchanged, so that its next version's list is used too."""
    return [ours.get(preprocessor, preprocessor) for preprocessor in preprocessors.default()]


def _find_alembic() -> None:
    """Let nbgrader find the `alembic` command, which it calls by name, also where the environment is not active."""
    scripts = str(Path(sys.executable).parent)
    if scripts not in os.environ.get("PATH", "").split(os.pathsep):
        os.environ["PATH"] = os.pathsep.join([scripts, os.environ.get("PATH", "")])
