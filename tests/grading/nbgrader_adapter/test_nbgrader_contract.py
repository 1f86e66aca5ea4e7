"""What grading/nbgrader_adapter leans on in other libraries, by name: an upgrade that changes it fails here first.

Each test says which file of the adapter uses the names, so that its failure tells what to look at.
"""

import importlib
import inspect
from pathlib import Path

import pytest
from biggerpie.grading.nbgrader_adapter.file_budget_everywhere import _found_files
from biggerpie.grading.nbgrader_adapter.pages.formgrader import API, HANDLERS, harden_formgrader
from biggerpie.grading.nbgrader_adapter.pages.formgrader_template import (
    EDITS,
    FIRST_PANEL,
    MATHJAX,
    NO_MATHJAX,
    ON_CLICK,
    OWN,
)
from jupyter_client.manager import AsyncKernelManager
from jupyter_client.provisioning import LocalProvisioner
from nbclient import NotebookClient
from nbconvert.exporters import HTMLExporter
from nbconvert.exporters.exporter import Exporter
from nbconvert.filters.markdown_mistune import IPythonRenderer, MarkdownWithMath
from nbconvert.preprocessors import CSSHTMLHeaderPreprocessor
from nbgrader import converters, preprocessors, utils
from nbgrader.api import Gradebook, Student, SubmittedAssignment
from nbgrader.apps import AutogradeApp, ExportApp
from nbgrader.apps.dbapp import DbAssignmentAddApp, DbAssignmentImportApp
from nbgrader.apps.zipcollectapp import ZipCollectApp
from nbgrader.converters import base
from nbgrader.coursedir import CourseDirectory
from nbgrader.exchange.default import ExchangeCollect
from nbgrader.nbgraderformat import common
from nbgrader.plugins import ExportPlugin, ExtractorPlugin, FileNameCollectorPlugin
from sqlalchemy.exc import OperationalError


def parameters(function: object) -> list[str]:
    """The names of what a function takes, itself left out."""
    return [name for name in inspect.signature(function).parameters if name != "self"]


def reads(function: object, *words: str) -> bool:
    """Whether a function's source holds all the words: what it does by a name of its module, say."""
    source = inspect.getsource(function)
    return all(word in source for word in words)


def test_a_gradebook_is_opened_and_closed_as_shared_gradebook_does_it():
    assert parameters(Gradebook.__init__) == ["db_url", "course_id", "authenticator"]
    assert inspect.signature(Gradebook.__init__).parameters["course_id"].default == "default_course"
    with Gradebook("sqlite://") as book:
        assert set(vars(book)) == {"engine", "db", "course_id", "authenticator"}
        assert list(book.db.query(Student.id)) == []
    assert reads(Gradebook.close, "self.db.remove()", "self.engine.dispose()")
    assert reads(Gradebook.__exit__, "self.close()")


def test_a_gradebook_is_searched_for_what_prepared_gradebook_asks():
    assert parameters(Gradebook.find_student) == ["student_id"]
    assert parameters(Gradebook.find_assignment) == ["name"]
    assert parameters(Gradebook.find_notebook) == ["name", "assignment"]
    assert parameters(Gradebook.find_submission) == ["assignment", "student"]
    assert parameters(Gradebook.find_submission_notebook) == ["notebook", "assignment", "student"]
    assert parameters(Gradebook.find_grade) == ["grade_cell", "notebook", "assignment", "student"]
    assert parameters(Gradebook.find_comment) == ["solution_cell", "notebook", "assignment", "student"]


def test_a_converter_starts_as_kept_converter_does_it():
    start = inspect.getsource(base.BaseConverter.start)
    steps = [
        "init_notebooks()",
        "FilesWriter(",
        "exporter_class(",
        "self.preprocessors",
        "chdir(",
        "convert_notebooks()",
    ]
    places = [start.index(step) for step in steps]
    assert places == sorted(places)
    assert len(start.splitlines()) == 12


def test_an_exporter_copies_what_it_is_given_as_copied_once_relies_on():
    assert reads(Exporter.from_notebook_node, "nb_copy = copy.deepcopy(nb)")
    assert reads(Exporter._preprocess, "for preprocessor in self._preprocessors", "self._validate_preprocessor(nbc,")
    assert parameters(Exporter._preprocess) == ["nb", "resources"]


def test_a_gradebook_that_cannot_be_opened_has_its_engine_already(tmp_path):
    book = Gradebook.__new__(Gradebook)
    with pytest.raises(OperationalError):
        book.__init__(f"sqlite:///{tmp_path}/nowhere/gradebook.db")
    book.engine.dispose()


def test_converters_copy_files_and_call_hooks_as_before_marking_and_file_budget_everywhere_need_it():
    assert base.find_all_files in (utils.find_all_files, _found_files)  # the second where a course was opened before
    assert parameters(utils.find_all_files) == ["path", "exclude"]
    assert reads(base.BaseConverter.init_assignment, "find_all_files(source")
    hook = base.BaseConverter.run_pre_convert_hook
    assert reads(hook, "assignment=", "student=", "notebooks=self.notebooks", "except Exception")
    assert issubclass(base.NbGraderException, Exception)


def test_a_notebook_is_converted_in_the_two_passes_that_one_pass_leaves_one_of():
    convert = converters.Autograde.convert_single_notebook
    assert parameters(convert) == ["notebook_filename"]
    assert reads(convert, "NBGRADER_EXECUTION='autograde'")
    assert reads(converters.Autograde._init_preprocessors, "exporter._preprocessors = []", "register_preprocessor")
    assert Exporter()._preprocessors is not None
    assert callable(base.BaseConverter.init_single_notebook_resources)


def test_the_lists_in_which_settings_puts_the_kits_parts_hold_what_they_take_the_place_of():
    autograde, generate = converters.Autograde, converters.GenerateAssignment
    assert preprocessors.Execute in autograde.autograde_preprocessors.default()
    assert preprocessors.AssignLatePenalties in autograde.autograde_preprocessors.default()
    assert preprocessors.OverwriteCells in autograde.sanitize_preprocessors.default()
    assert preprocessors.ClearSolutions in generate.preprocessors.default()
    assert preprocessors.GetGrades in converters.GenerateFeedback.preprocessors.default()
    assert CSSHTMLHeaderPreprocessor in converters.GenerateFeedback.preprocessors.default()
    for where, trait in (
        (preprocessors.ClearMarkScheme, "enforce_metadata"),
        (preprocessors.OverwriteCells, "add_missing_cells"),
        (preprocessors.Execute, "skip_cells_with_tag"),
        (autograde, "create_student"),
    ):
        assert trait in where.class_trait_names(), where
    assert {"exporter_class", "pre_convert_hook"} <= set(autograde.class_trait_names())
    assert "optimistic_validation" in HTMLExporter.class_trait_names()


def test_cells_are_validated_by_the_name_that_kept_schemas_exchanges():
    assert common.jsonschema.validate
    assert reads(common.BaseMetadataValidator.validate_cell, "jsonschema.validate(cell.metadata['nbgrader'], ")


def test_the_course_directory_has_what_time_stamps_and_staging_use():
    assert reads(inspect.getmodule(CourseDirectory), "def get_existing_timestamp(self, dest_path: str)")
    assert parameters(CourseDirectory.format_path)[:3] == ["nbgrader_step", "student_id", "assignment_id"]
    steps = {f"{step}_directory" for step in ("source", "release", "submitted", "autograded", "feedback")}
    assert {*steps, "root", "db_url", "course_id", "groupshared", "max_dir_size"} <= set(
        CourseDirectory.class_trait_names()
    )
    assert "raise_config_file_errors" in AutogradeApp.class_trait_names()


def test_dates_go_into_the_gradebook_by_the_names_that_strict_dates_exchanges():
    assert reads(Gradebook.add_assignment, "utils.parse_utc(kwargs['duedate'])")
    assert reads(Gradebook.update_or_create_assignment, "utils.parse_utc(kwargs[attr])")
    assert "duedate" in DbAssignmentAddApp.class_trait_names()
    assert callable(DbAssignmentImportApp.start)
    assert parameters(DbAssignmentAddApp.fail) == ["msg", "args"]


def test_late_is_who_hands_in_after_the_submissions_own_due_date_as_due_dates_and_lateness_have_it():
    assert {"extension", "timestamp"} <= set(SubmittedAssignment.__table__.columns.keys())
    assert reads(SubmittedAssignment.total_seconds_late.fget, "self.timestamp - self.duedate")
    assert reads(Gradebook.grant_extension, "submission.extension")
    assert reads(preprocessors.AssignLatePenalties.preprocess, "total_seconds_late", "resources['nbgrader']['student']")


def test_marks_are_exported_by_the_plugin_that_export_is_one_of():
    assert {"to", "student", "assignment"} <= set(ExportPlugin.class_trait_names())
    assert "plugin_class" in ExportApp.class_trait_names()
    assert reads(ExportApp.init_plugin, "self.plugin_class(parent=self)")


def test_collecting_goes_through_the_steps_that_collect_changes():
    assert {"check_owner", "update", "before_duedate"} <= set(ExchangeCollect.class_trait_names())
    assert parameters(ExchangeCollect.do_copy) == ["src", "dest", "log"]
    copying = ExchangeCollect.copy_files
    assert reads(copying, "self.src_records", "self.do_copy(src_path, dest_path)", "pwd is not None")
    assert reads(copying, "rec['username']", "rec['timestamp']", "rec['filename']")


def test_downloads_go_through_the_plugins_that_zip_collect_and_zip_extract_are():
    assert parameters(ZipCollectApp._format_collect_path) == ["collect_step"]
    assert {"extracted_directory", "extractor_plugin", "collector_plugin"} <= set(ZipCollectApp.class_trait_names())
    assert {"extractor_plugin_inst", "collector_plugin_inst"} <= set(ZipCollectApp.class_trait_names())
    assert parameters(ExtractorPlugin.extract) == ["archive_path", "extracted_path"]
    assert parameters(FileNameCollectorPlugin.collect) == ["submitted_file"]
    assert {"named_regexp", "valid_ext"} <= set(FileNameCollectorPlugin.class_trait_names())
    assert "zip_ext" in ExtractorPlugin.class_trait_names()


def test_a_notebook_is_executed_by_the_steps_that_sandboxed_execute_changes():
    executes = preprocessors.Execute
    assert issubclass(executes, NotebookClient)
    assert parameters(executes.preprocess_cell) == ["cell", "resources", "index"]
    assert parameters(NotebookClient.process_message) == ["msg", "cell", "cell_index"]
    assert reads(NotebookClient.create_kernel_manager, "self.kernel_manager_class(")
    assert {"shutdown_kernel", "kernel_manager_class"} <= set(executes.class_trait_names())


def test_a_kernel_is_started_by_the_steps_that_sandboxed_kernel_changes():
    for step in ("_async_pre_start_kernel", "_async_launch_kernel", "_async_cleanup_resources"):
        assert inspect.iscoroutinefunction(getattr(AsyncKernelManager, step)), step
    start = AsyncKernelManager._async_start_kernel
    assert reads(start, "self._async_pre_start_kernel(", "self._async_launch_kernel(")
    assert {"transport", "ip", "connection_file"} <= set(AsyncKernelManager.class_trait_names())
    assert "process" in vars(LocalProvisioner)


def test_pages_are_made_by_the_parts_of_nbconvert_that_page_and_the_sanitizer_change():
    assert isinstance(HTMLExporter.environment, property)
    assert {"extra_loaders", "filters", "exclude_anchor_links"} <= set(HTMLExporter.class_trait_names())
    assert parameters(HTMLExporter.markdown2html) == ["context", "source"]
    assert {"escape", "attachments", "exclude_anchor_links"} <= set(parameters(IPythonRenderer.__init__))
    renderer = IPythonRenderer(escape=False, attachments={}, exclude_anchor_links=True)
    assert MarkdownWithMath(renderer=renderer).render("*so*") == "<p><em>so</em></p>\n"


def test_a_page_is_preprocessed_apart_from_its_template_as_feedback_does_it():
    assert parameters(Exporter.from_notebook_node) == ["nb", "resources", "kw"]
    assert reads(Exporter.from_notebook_node, "self._preprocess(nb_copy, resources)")
    assert reads(preprocessors.GetGrades, "['comment'] = comment.comment", "['score'] = grade.score", "['points']")
    assert reads(preprocessors.GetGrades, "'score'] = notebook.score - late_penalty", "'max_score'", "'late_penalty'")


def test_formgrader_has_the_handlers_that_formgrader_and_guard_change():
    handlers, interface = importlib.import_module(HANDLERS), importlib.import_module(API)
    assert reads(interface.AssignmentHandler.put, "duedate_timezone", "update_or_create_assignment(assignment_id")
    shared = handlers.BaseHandler
    assert isinstance(shared.exporter, property)
    assert isinstance(shared.content_security_policy, property)
    assert {"prepare", "render"} <= set(dir(shared))
    assert issubclass(handlers.SubmissionHandler, shared)
    assert issubclass(handlers.SubmissionFilesHandler, shared)
    assert issubclass(interface.BaseApiHandler, shared)
    assert callable(handlers.FormgraderHandler.get)
    pages = [it for it in vars(handlers).values() if isinstance(it, type) and it.__name__.endswith("Handler")]
    own = [it for it in pages if it.__module__ == HANDLERS]
    assert len(own) > 5
    assert all(issubclass(it, shared) for it in own)


def test_formgrader_is_changed_once():
    handlers = importlib.import_module(HANDLERS)
    importlib.import_module(API)
    harden_formgrader()
    assert isinstance(handlers.SubmissionHandler.__dict__["exporter"], property)
    changed = handlers.FormgraderHandler.get
    harden_formgrader()
    assert handlers.FormgraderHandler.get is changed


def test_nbgraders_templates_hold_what_formgrader_template_edits():
    templates = Path(importlib.import_module(HANDLERS).template_path)
    own = {name: (templates / "formgrade" / name).read_text(encoding="utf-8") for name in EDITS}
    assert MATHJAX in own["index.html.j2"]
    assert FIRST_PANEL in own["index.html.j2"]
    page = "".join(edit(own[name]) for name, edit in EDITS.items())
    assert NO_MATHJAX in page.replace(' nonce="{{ resources.biggerpie_nonce }}"', "")
    assert len(OWN.findall(page)) == page.count("nonce=") > 10
    on_click = {line.split('onclick="')[1].split('"')[0] for line in page.splitlines() if 'onclick="' in line}
    assert on_click == set(ON_CLICK)


def test_students_are_imported_by_the_steps_that_roster_does_itself():
    from nbgrader.apps.dbapp import DbBaseApp, DbGenericImportApp, DbStudentImportApp

    assert issubclass(DbStudentImportApp, DbGenericImportApp)
    assert issubclass(DbGenericImportApp, DbBaseApp)
    steps = inspect.getsource(DbGenericImportApp.start)
    for step in (
        "super(DbGenericImportApp, self).start()",
        "len(self.extra_args) != 1",
        "Gradebook(self.coursedir.db_url, self.course_id, self.authenticator)",
        "instance[key] = None",
        "db_update_method(instance_primary_key, **instance)",
    ):
        assert step in steps


def test_marks_are_saved_by_a_step_that_asks_for_a_person_again_where_one_has_marked():
    save = inspect.getsource(preprocessors.SaveAutoGrades._add_score)
    for step in ("self.gradebook.find_grade(", "(grade.manual_score is not None)", "grade.needs_manual_grade = True"):
        assert step in save
    around = inspect.getsource(preprocessors.SaveAutoGrades.preprocess)
    for name in ("notebook_id", "assignment_id", "student_id", "gradebook"):
        assert f"self.{name} = " in around
