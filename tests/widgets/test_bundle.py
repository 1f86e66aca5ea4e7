"""What widgets import is written into them, and what cannot be read is refused in a sentence."""

import pytest
from biggerpie.widgets._bundle import bundle, forget, module
from playwright.sync_api import Browser

ENTRY = 'import { one } from "./one.js";\nfunction render() {}\nexport default { render };\n'


def written(folder, **files: str) -> str:
    """The bundle of `entry` among these files."""
    for name, source in files.items():
        (folder / f"{name}.js").write_text(source, encoding="utf-8")
    return bundle("entry.js", folder)


def test_two_files_may_use_a_name_for_different_things(browser: Browser, tmp_path):
    source = written(
        tmp_path,
        one='import { name } from "./two.js";\nexport const one = () => name;\n',
        two='const one = "from two";\nexport const name = one;\n',
        three='export function name() {\n  return "from three";\n}\n',
        entry='import { one } from "./one.js";\nimport { name } from "./three.js";\n'
        "const two = [one(), name()];\nfunction render() {\n  return two;\n}\nexport default { render };\n",
    )
    page = browser.new_page()
    said = page.evaluate(
        "async (source) => (await import(URL.createObjectURL(new Blob([source], { type: 'text/javascript' }))))"
        ".default.render()",
        source,
    )
    page.close()
    assert said == ["from two", "from three"]


def test_a_file_that_several_import_is_there_once(tmp_path):
    source = written(
        tmp_path,
        one='import { two } from "./two.js";\nexport const one = two;\n',
        two="export const two = 2;\n",
        entry='import { two } from "./two.js";\n' + ENTRY,
    )
    assert source.count("const two = 2;") == 1


@pytest.mark.parametrize(
    ("one", "entry", "says"),
    [
        ("export const one = 1;\n", 'import one from "./one.js";\n', "entry.js: 'import one from"),
        ("export const one = 1;\n", 'import * as one from "./one.js";\n', "entry.js: 'import [*] as one"),
        ("export const one = 1;\n", 'import { one as two } from "./one.js";\n', "entry.js: 'import . one as two"),
        ("export const one = 1;\n", 'import {\n  one,\n} from "./one.js";\n', "entry.js: 'import ."),
        ("export const one = 1;\n", 'import "./one.js";\n', "entry.js: 'import "),
        ("export const one = 1;\n", 'import { one } from "one";\n', "entry.js: 'import . one . from"),
        ("export const one = 1;\n", 'const one = await import("./one.js");\n', "entry.js: 'import"),
        ("export let one = 1;\n", ENTRY, "one.js: 'export let one"),
        ("const one = 1;\nexport { one };\n", ENTRY, "one.js: 'export . one"),
        ('export * from "./two.js";\n', ENTRY, "one.js: 'export [*]"),
        ("export default 1;\n", ENTRY, "one.js: 'export default 1"),
        ("export const other = 1;\n", ENTRY, "entry.js: one.js exports no 'one'"),
        ("export const one = 1;\nexport const one = 2;\n", ENTRY, "one.js: 'one' is imported or exported twice"),
        ("export const one = 1;\n", 'import { one } from "./one.js";\n' + ENTRY, "entry.js: 'one' is imported or exp"),
        ("export const one = 1;\n", 'import { two } from "./two.js";\n', "entry.js: there is no file './two.js'"),
        ('import { two } from "./one.js";\nexport const one = 1;\n', ENTRY, "one.js: one.js imports this file, too"),
        ("export const one = 1;\nexport default { render };\n", ENTRY, "one.js is a widget of its own"),
    ],
)
def test_what_cannot_be_read_is_refused_in_a_sentence(tmp_path, one, entry, says):
    with pytest.raises(ValueError, match=says):
        written(tmp_path, one=one, entry=entry)


def test_while_widgets_are_developed_the_module_is_a_file_that_is_written_again(tmp_path, monkeypatch):
    (tmp_path / "pyproject.toml").touch()
    (tmp_path / "widgets").mkdir()
    script = tmp_path / "widgets" / "entry.js"
    script.write_text("const word = 1;\n", encoding="utf-8")
    assert module("entry.js", tmp_path) == "const word = 1;\n"
    monkeypatch.setenv("ANYWIDGET_HMR", "1")
    kept = module("entry.js", tmp_path)
    script.write_text("const word = 2;\n", encoding="utf-8")
    forget()
    assert module("entry.js", tmp_path) == kept
    assert kept.read_text(encoding="utf-8") == "const word = 2;\n"
