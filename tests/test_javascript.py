"""The widgets' JavaScript: its types and what else a reader would stumble over."""

import subprocess

import pytest

from .javascript import HELP, MODULES, ROOT, wrong_versions


def require_tools() -> None:
    """Skip where npm could install nothing, as machine.ensure does; other versions than the wanted ones fail."""
    if not MODULES.is_dir():
        pytest.skip(HELP)
    assert wrong_versions() == {}, HELP


@pytest.mark.parametrize("command", [["tsc", "--noEmit"], ["eslint", "--max-warnings", "0", "."]], ids=lambda c: c[0])
def test_javascript(command):
    require_tools()
    done = subprocess.run(
        [MODULES / ".bin" / command[0], *command[1:]], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_every_module_asks_to_be_checked():
    files = [file for folder in ("lessons", "widgets") for file in (ROOT / folder).rglob("*.js")]
    assert len(files) > 30
    assert [f.name for f in files if not f.read_text(encoding="utf-8").startswith("// @ts-check\n")] == []


def test_a_wrong_type_would_be_seen(tmp_path):
    require_tools()
    root = ROOT.as_posix()
    lines = ["// @ts-check", f'import {{ setText }} from "{root}/widgets/parts/dom.js";', "setText(document.body, 3);"]
    (tmp_path / "wrong.js").write_text("\n".join(lines), encoding="utf-8")
    settings = f'{{"extends": "{root}/tsconfig.json", "include": ["wrong.js"]}}'
    (tmp_path / "tsconfig.json").write_text(settings, encoding="utf-8")
    done = subprocess.run(
        [MODULES / ".bin" / "tsc", "--noEmit", "-p", tmp_path], capture_output=True, text=True, check=False
    )
    assert "Argument of type 'number' is not assignable to parameter of type 'string'" in done.stdout
