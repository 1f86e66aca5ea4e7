"""`biggerpie start` in a folder that somebody else filled: none of its files is taken for settings."""

from urllib.request import urlopen

import pytest

from .server import running

NAMES = ("jupyter_config", "jupyter_server_config", "jupyter_lab_config", "jupyter_notebook_config", "nbgrader_config")


@pytest.mark.parametrize("arguments", [["."], []], ids=["this folder", "a new one"])
def test_settings_that_lie_in_the_folder_are_not_run(arguments, tmp_path):
    for name in NAMES:
        (tmp_path / f"{name}.py").write_text(f"open({str(tmp_path / name)!r} + '-ran', 'w').close()")
    with running(["biggerpie", "start", *arguments], tmp_path, tmp_path / "settings") as address:
        with urlopen(f"{address}/api/status", timeout=60) as reply:
            assert reply.status == 200
        assert [path.name for path in tmp_path.glob("*-ran")] == []
    assert (tmp_path / (arguments or ["bigger-pie"])[0] / "lessons").is_dir()
