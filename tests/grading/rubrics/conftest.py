"""What holds for every mark that a rubric gives."""

from collections.abc import Iterator

import pytest
from biggerpie.grading.report.mark import Mark

ROUNDING = 1e-9


@pytest.fixture(scope="package", autouse=True)
def marks_need_no_clamp() -> Iterator[None]:
    """Test each share before `Mark` keeps it between 0 and 1."""
    clamp = Mark.__post_init__

    def checked(mark: Mark) -> None:
        assert -ROUNDING <= mark.points <= mark.maximum + ROUNDING, f"a share out of range: {mark}"
        clamp(mark)

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(Mark, "__post_init__", checked)
        yield
