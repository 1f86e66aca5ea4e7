"""nbgrader's schemas of cell metadata, read once: it checks a schema itself again for every cell it validates."""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import lru_cache
from types import SimpleNamespace
from typing import Any

import fastjsonschema
import jsonschema
from nbgrader.nbgraderformat import common


@contextmanager
def schemas_kept() -> Iterator[None]:
    """Let nbgrader validate with validators that are compiled once for each schema."""
    original = common.jsonschema
    common.jsonschema = SimpleNamespace(validate=_validate)
    try:
        yield
    finally:
        common.jsonschema = original


def _validate(instance: Any, schema: dict[str, Any]) -> None:
    """Validate; what the compiled validator refuses, jsonschema judges, so that errors are those that it raises."""
    try:
        _compiled(json.dumps(schema))(instance)
    except fastjsonschema.JsonSchemaValueException:
        jsonschema.validate(instance, schema)


@lru_cache(maxsize=16)
def _compiled(schema: str) -> Callable[[Any], Any]:
    compiled: Callable[[Any], Any] = fastjsonschema.compile(json.loads(schema), use_default=False)
    return compiled
