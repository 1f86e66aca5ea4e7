"""An existing Dask cluster as the executor of a run, for `biggerpie grade --scheduler ADDRESS`."""

from collections.abc import Iterator
from concurrent.futures import Executor
from contextlib import contextmanager
from pathlib import Path

from ...negotiation import NegotiationError
from ..nbgrader_adapter.course_settings import require_database_server
from ..nbgrader_adapter.open_course import opened_course
from ..nbgrader_adapter.problems import first_line
from ..needed_packages import require_packages
from .lost_workers import told_when_alone

SECONDS_TO_ANSWER = 10
LOG = "cluster.log"


@contextmanager
def cluster(address: str, course: Path) -> Iterator[Executor]:
    """Connect to the scheduler at an address; raise NegotiationError where the course cannot be graded there."""
    require_packages("distributed")
    with opened_course(course.resolve(), LOG) as opened:
        require_database_server(opened.gradebook_url)
    from distributed import Client

    try:
        client = Client(address, timeout=SECONDS_TO_ANSWER, set_as_default=False)  # type: ignore[no-untyped-call]
    except (OSError, ValueError, TypeError) as error:
        said = first_line(error, type(error).__name__)
        raise NegotiationError(
            f"no Dask scheduler answers at {address} ({said}); give the address that 'dask scheduler' prints, such as "
            "tcp://10.0.0.5:8786."
        ) from None
    with client:
        if not (workers := lambda: len(client.scheduler_info()["workers"]))():
            raise NegotiationError(f"the Dask scheduler at {address} has no workers; start some: dask worker {address}")
        with told_when_alone(workers, address):
            yield client.get_executor(pure=False)  # type: ignore[no-untyped-call]
