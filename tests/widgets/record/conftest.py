"""Where the record of these tests is."""

from pathlib import Path

import pytest
from biggerpie.widgets.record import FILE


@pytest.fixture
def path(tmp_path) -> Path:
    return tmp_path / FILE
