"""What the widgets' code says is in the words files, and each place in a sentence is given its figure."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import biggerpie.widgets
import pytest
from biggerpie.widgets._words import Words, words

WIDGETS = Path(biggerpie.widgets.__file__).parent
FILES = {file.stem for file in (WIDGETS / "words" / "en").glob("*.toml")}
CODE = sorted(file for file in WIDGETS.rglob("*.py") if ".say(" in file.read_text(encoding="utf-8"))


def said() -> list[tuple[Path, ast.Call]]:
    """Every call of `say` or `heads` on words, with the file that it stands in."""
    return [
        (file, node)
        for file in CODE
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and getattr(node.func, "attr", "") in ("say", "heads")
    ]


@cache
def spoken_in(folder: Path) -> tuple[Words, ...]:
    """The English words that the code of a folder names."""
    files = (file for file in folder.glob("*.py") if file.name != "__init__.py")
    code = [ast.parse(file.read_text(encoding="utf-8")) for file in files]
    texts = {node.value for tree in code for node in ast.walk(tree) if isinstance(node, ast.Constant)}
    return tuple(words(name, "en") for name in sorted(FILES & texts) or ["shared"])


def keys(argument: ast.expr) -> list[str]:
    """The keys that an argument may be, where the code spells them out."""
    if isinstance(argument, ast.IfExp):
        return keys(argument.body) + keys(argument.orelse)
    return [argument.value] if isinstance(argument, ast.Constant) and isinstance(argument.value, str) else []


def sentences(value: Any, path: list[ast.expr]) -> Iterator[str]:
    """The sentences to which a path may lead; a step that is not spelled out may lead to each of a table or a list."""
    if isinstance(value, str):
        yield value
    elif path:
        inner = value.items() if isinstance(value, dict) else enumerate(value)
        for key, one in inner:
            if not keys(path[0]) or key in keys(path[0]):
                yield from sentences(one, path[1:])


@cache
def spelled() -> list[tuple[Path, str, ast.Call]]:
    """Every key that the code spells out, with its file and its call."""
    return [
        (file, key, call)
        for file, call in said()
        for argument in (call.args if call.func.attr == "heads" else call.args[:1])
        for key in keys(argument)
    ]


def test_most_keys_are_spelled_out_in_the_code():
    assert len(spelled()) > 200


@pytest.mark.parametrize("file", CODE, ids=lambda file: file.stem)
def test_every_key_that_the_code_spells_out_is_in_the_words(file):
    for key in (key for where, key, _ in spelled() if where == file):
        assert any(key in known for known in spoken_in(file.parent)), key


@pytest.mark.parametrize("file", CODE, ids=lambda file: file.stem)
def test_every_place_in_a_sentence_is_given_its_figure(file):
    for key, call in ((key, call) for where, key, call in spelled() if where == file):
        given = {word.arg for word in call.keywords}
        for sentence in (s for known in spoken_in(file.parent) for s in sentences(known.get(key, ""), call.args[1:])):
            assert None in given or set(re.findall(r"\{(\w*)", sentence)) <= given, key


def test_a_sentence_is_said_with_its_figures():
    some = Words({"worth": "{you} for you", "kinds": {"nice": "kind"}, "speeds": ["slow", "fast"]}, "en/some.toml")
    assert some.say("worth", you=3, them=4) == "3 for you"
    assert some.say("kinds", "nice") == "kind"
    assert some.say("speeds", 1) == "fast"


def test_words_joined_are_said_as_the_later_ones_say_it():
    both = Words({"yes": "Yes", "no": "No"}, "en/shared.toml").joined(Words({"no": "Never"}, "en/some.toml"))
    assert both.heads("yes", "no") == ["Yes", "Never"]
    assert both.without("yes") == {"no": "Never"}


@pytest.mark.parametrize(
    ("path", "told"),
    [
        (("none",), "en/shared.toml with en/some.toml has no sentence at none"),
        (("kinds", "other"), "en/shared.toml with en/some.toml has no sentence at kinds.other"),
        (("kinds",), "en/shared.toml with en/some.toml has more than one sentence at kinds"),
        (("worth",), "en/shared.toml with en/some.toml wants a figure 'you' that is not given at worth"),
        (("worth", "far"), "en/shared.toml with en/some.toml has no sentence at worth.far"),
        (("speeds", 2), "en/shared.toml with en/some.toml has no sentence at speeds.2"),
    ],
)
def test_what_cannot_be_said_is_named_by_file_and_key(path, told):
    some = Words({"kinds": {"nice": "kind"}, "speeds": ["slow", "fast"]}, "en/some.toml")
    shared = Words({"worth": "{you} for you"}, "en/shared.toml")
    with pytest.raises(KeyError, match=re.escape(told)):
        shared.joined(some).say(*path)
