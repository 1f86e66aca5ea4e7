"""What an installed Bigger Pie needs: its dependencies and theirs, with the versions that are installed here."""

from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import Distribution, distribution

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

OURS = "biggerpie"
DEPLOYED = frozenset({"cluster", "hub", "tables"})
"""The extras that a course's machines have; each is tested here."""


@dataclass(frozen=True, slots=True)
class Needed:
    """An installed distribution, and the names of those that it needs itself."""

    name: str
    version: str
    needs: tuple[str, ...]
    licence: str


def needed(root: str = OURS, extras: frozenset[str] = frozenset()) -> dict[str, Needed]:
    """Return everything that `root` needs on this machine, by name, itself included.

    Raises importlib.metadata.PackageNotFoundError where a dependency is not installed.
    """
    found: dict[str, Needed] = {}
    seen: set[tuple[str, frozenset[str]]] = set()
    waiting = [(canonicalize_name(root), extras)]
    while waiting:
        name, wanted = waiting.pop()
        if (name, wanted) in seen:
            continue
        seen.add((name, wanted))
        about = distribution(name)
        required = list(_required(about, wanted))
        waiting += [(canonicalize_name(one.name), frozenset(one.extras)) for one in required]
        before = found[name].needs if name in found else ()
        needs = tuple(sorted({*before, *(canonicalize_name(one.name) for one in required)}))
        found[name] = Needed(name, about.version, needs, _licence(about))
    return dict(sorted(found.items()))


def _required(about: Distribution, extras: frozenset[str]) -> Iterator[Requirement]:
    """Yield what a distribution asks for on this machine, with these extras."""
    for line in about.requires or ():
        one = Requirement(line)
        if one.marker is None or any(one.marker.evaluate({"extra": extra}) for extra in ("", *extras)):
            yield one


def _licence(about: Distribution) -> str:
    """Return the licence that a distribution states: an expression, else a short name, else its classifiers."""
    stated = about.metadata.json
    if expression := stated.get("license_expression"):
        return str(expression)
    listed = stated.get("classifier", [])
    classifiers = [line.rpartition(" :: ")[2] for line in listed if line.startswith("License")]
    name = str(stated.get("license", "")).strip()
    return "; ".join(classifiers) or (name if name and "\n" not in name else "not stated")
