"""nbgrader's schemas of cell metadata, checked once: it checks a schema itself again for every cell it validates."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from types import SimpleNamespace
from typing import Any

import jsonschema
from nbgrader.nbgraderformat import common


@contextmanager
def schemas_kept() -> Iterator[None]:
    """Let nbgrader validate with validators that are made once for each schema."""
    original = common.jsonschema
    common.jsonschema = SimpleNamespace(validate=_validate)
    try:
        yield
    finally:
        common.jsonschema = original


def _validate(instance: Any, schema: dict[str, Any]) -> None:
    _validator(json.dumps(schema, sort_keys=True)).validate(instance)


@lru_cache(maxsize=16)
def _validator(schema: str) -> Any:
    parsed = json.loads(schema)
    kind = jsonschema.validators.validator_for(parsed)
    kind.check_schema(parsed)
    return kind(parsed)
