"""A sandbox for ordinary assignments: a student's code runs in a kernel inside bubblewrap, with limits.

The kernel has no network, an emptied environment, a folder of its own and no rights. It sees Python and the system's
programs, read only, and a copy of its own submission; neither the course nor other students. What it writes is
thrown away: nothing under autograded/ changes, so no link or notebook of the student's making can lead nbgrader on.
A notebook that breaks a limit is stopped for good: its remaining cells, tests among them, show why and earn nothing,
and the run goes on.

What it does not do: the tests run in the same kernel as the student's code, so code that changes what the tests
use (`assert`, `round`, a library, the answer to the test cell itself) can still forge its own mark in an ordinary
assignment. The kit's own exercises have no such hole, because nothing of theirs is executed.
"""

import shutil
import sys
from pathlib import Path
from typing import Any

from nbclient.exceptions import CellTimeoutError
from nbformat import NotebookNode
from nbformat.v4 import new_output
from nbgrader.preprocessors import Execute
from traitlets import Bool, Integer, List, Unicode

from ..sandbox.bubblewrap import Limits, why_not
from ..sandbox.hidden_folders import Folders
from .private_folders import private_folders
from .sandboxed_kernel import SandboxedKernelManager

MEGABYTE = 1 << 20


class SandboxedExecute(Execute):
    """nbgrader's Execute, with a sandbox around the kernel where the setting `sandbox` is on."""

    sandbox = Bool(
        default_value=False,
        help="Whether students' code in ordinary assignments runs in a sandbox; needs the package bubblewrap.",
    ).tag(config=True)
    sandbox_seconds = Integer(600, help="Seconds that a notebook may take in all; `timeout` limits each cell.").tag(
        config=True
    )
    sandbox_memory_mb = Integer(
        2048, help="Megabytes of memory that a notebook's processes and their output may take together."
    ).tag(config=True)
    sandbox_processes = Integer(256, help="Processes and threads that a notebook may have at a time.").tag(config=True)
    sandbox_files_mb = Integer(
        512, help="Megabytes of files, the submission's own among them; they are kept in memory."
    ).tag(config=True)
    sandbox_output_mb = Integer(10, help="Megabytes of output that a notebook may send.").tag(config=True)
    sandbox_folders = List(
        Unicode(), help="More folders that students' code may read, such as shared data; never the course's own."
    ).tag(config=True)

    def preprocess(self, nb: NotebookNode, resources: dict[str, Any], *args: Any, **kw: Any) -> tuple[Any, Any]:
        """Execute the notebook; stop the whole run with one sentence where a sandbox is asked for and impossible."""
        self._sent = 0
        if self.sandbox:
            self.shutdown_kernel = "immediate"
            if problem := why_not():
                self._give_up(problem, resources)
        return super().preprocess(nb, resources, *args, **kw)

    def create_kernel_manager(self) -> Any:
        """Put the kernel in a sandbox."""
        if not self.sandbox:
            return super().create_kernel_manager()
        self.kernel_manager_class = SandboxedKernelManager
        manager = super().create_kernel_manager()
        hidden = tuple(private_folders(self.config, self._coursedir))
        manager.folders = Folders(tuple(self.sandbox_folders), hidden)
        manager.limits = Limits(
            seconds=self.sandbox_seconds,
            memory=self.sandbox_memory_mb * MEGABYTE,
            processes=self.sandbox_processes,
            files=self.sandbox_files_mb * MEGABYTE,
            output=self.sandbox_output_mb * MEGABYTE,
        )
        return manager

    def preprocess_cell(self, cell: NotebookNode, resources: dict[str, Any], index: int) -> tuple[Any, Any]:
        """Execute a cell; a notebook that was stopped has an error in this cell and in all that follow."""
        if not self.sandbox:
            return super().preprocess_cell(cell, resources, index)
        self.km.close_connection()
        if not self.km.why_stopped:
            self._execute(cell, resources, index)
        if self.km.why_stopped and cell.cell_type == "code":
            why = self.km.why_stopped
            cell.outputs = [new_output("error", ename="SandboxError", evalue=why, traceback=[f"SandboxError: {why}"])]
        return cell, resources

    def process_message(self, msg: dict[str, Any], cell: NotebookNode, cell_index: int) -> Any:
        """Take a message from the kernel, unless it has sent too much."""
        if self.sandbox:
            self._sent += len(repr(msg["content"])) + sum(map(len, msg["buffers"]))
            if self._sent > self.sandbox_output_mb * MEGABYTE and msg["msg_type"] != "status":
                self.km.stop(f"The notebook sent more than {self.sandbox_output_mb} MB of output.")
                return None
        return super().process_message(msg, cell, cell_index)

    def _execute(self, cell: NotebookNode, resources: dict[str, Any], index: int) -> None:
        """Execute a cell, after which the kernel may be stopped, by its watch or because it is of no more use."""
        try:
            super().preprocess_cell(cell, resources, index)
        except CellTimeoutError:
            self.km.stop(
                "The kernel was busy with a cell for too long and did not let itself be interrupted, "
                f"or it sent more than {self.km.limits.message // MEGABYTE} MB at once."
            )
        except Exception as problem:  # noqa: BLE001  # whatever students' code does to its kernel ends there
            self.km.stop(f"The kernel ended during a cell ({type(problem).__name__}).")
        if self.km.why_stopped:
            self.log.warning("%s This cell and those after it count as failed.", self.km.why_stopped)

    @property
    def _coursedir(self) -> Any:
        return getattr(getattr(self.parent, "parent", None), "coursedir", None)

    def _give_up(self, problem: str, resources: dict[str, Any]) -> None:
        """End the run, but leave no half-marked submission, which the next run would take for a finished one."""
        folder = Path(resources["metadata"]["path"])
        coursedir = self._coursedir
        if coursedir is None or coursedir.notebook_id == "*":
            shutil.rmtree(folder)
        else:
            (folder / f"{resources['metadata']['name']}.ipynb").unlink()
        sys.exit(problem)
