"""A kernel inside the sandbox, which nbgrader talks to through sockets."""

import os
import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import Any
from weakref import finalize

import zmq
from jupyter_client.asynchronous.client import AsyncKernelClient
from jupyter_client.manager import AsyncKernelManager

from ..sandbox.bubblewrap import Limits, bubblewrap_command, environment, uid_inside
from ..sandbox.hidden_folders import Folders
from ..sandbox.kernel_monitor import CONNECTION, KernelMonitor


class SandboxedKernelManager(AsyncKernelManager):
    """Starts a kernel in a sandbox, talks to it through sockets in a folder, and kills it for good."""

    limits: Limits
    folders = Folders()
    _monitor: KernelMonitor | None = None

    def __init__(self, **kw: Any) -> None:
        """Make the folder of the sockets; its path is short because a socket's may have 107 characters."""
        super().__init__(**kw)
        self._shared = Path(tempfile.mkdtemp(prefix="kernel-", dir="/tmp"))
        self._tidy = finalize(self, shutil.rmtree, self._shared, ignore_errors=True)
        self.transport = "ipc"
        self.connection_file = str(self._shared / CONNECTION)
        self.ip = str(self._shared / "kernel")

    async def _async_pre_start_kernel(self, **kw: Any) -> tuple[list[str], dict[str, Any]]:
        """Prepare the command; the folder of the submission becomes one that the kernel gets a copy of."""
        submission = Path(kw.pop("cwd"))
        if sum(path.lstat().st_size for path in submission.rglob("*")) > self.limits.files:
            msg = f"The files of the submission take more than {self.limits.files >> 20} MB (sandbox_files_mb)."
            raise ValueError(msg)
        if self.kernel_spec:
            self.kernel_spec.interrupt_mode = "message"  # a signal would end bubblewrap
        kw |= {"env": environment(), "cwd": "/", "independent": True}
        kw |= {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        command, kw = await super()._async_pre_start_kernel(**kw)
        self._give_shared_folder_to(uid_inside())
        return bubblewrap_command(command, submission, self._shared, self.limits, self.folders), kw

    async def _async_launch_kernel(self, kernel_cmd: list[str], **kw: Any) -> None:
        await super()._async_launch_kernel(kernel_cmd, **kw)
        self._monitor = KernelMonitor(self.provisioner.process, self._shared, self.limits)  # type: ignore[union-attr]

    def client(self, **kw: Any) -> AsyncKernelClient:  # type: ignore[override]  # as jupyter_client does
        """Return a client that hangs up on a message which is far greater than all output may be."""
        client = super().client(**kw)
        client.context.setsockopt(zmq.MAXMSGSIZE, self.limits.message)
        return client

    def close_connection(self) -> None:
        """Take the folder of the sockets from the kernel, which has made them; only root can."""
        self._give_shared_folder_to(None if uid_inside() is None else 0)

    def stop(self, reason: str) -> None:
        """Kill the kernel and all that it has started."""
        if self._monitor:
            self._monitor.stop(reason)

    @property
    def why_stopped(self) -> str:
        """Why the kernel was killed; empty while it was not."""
        return self._monitor.reason if self._monitor else ""

    async def _async_cleanup_resources(self, restart: bool = False) -> None:  # noqa: FBT001, FBT002  # jupyter_client's
        if self._monitor:
            self._monitor.wait_for_the_end()
        await super()._async_cleanup_resources(restart=restart)
        self._tidy()

    cleanup_resources = _async_cleanup_resources

    def _give_shared_folder_to(self, uid: int | None) -> None:
        if uid is not None:
            for path in [self._shared, *self._shared.glob(CONNECTION)]:
                os.chown(path, uid, uid, follow_symlinks=False)
