"""`python -m tools.sbom [FILE]`: a bill of materials of the kit, as CycloneDX JSON.

It lists the browser code that the wheel ships, all of which is the kit's own, and every distribution that an
installed kit needs here, with its version and the licence that it states.
"""

import os
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from uuid import NAMESPACE_URL, uuid5

from cyclonedx.model import HashAlgorithm, HashType
from cyclonedx.model.bom import Bom
from cyclonedx.model.component import Component, ComponentType
from cyclonedx.model.license import DisjunctiveLicense
from cyclonedx.output.json import JsonV1Dot6
from packageurl import PackageURL

from .needed import OURS, Needed, needed

ROOT = Path(__file__).parents[1]
FILE = ROOT / "build" / "biggerpie.cdx.json"
ROOMS = ("negotiation", "answers", "widgets", "grading", "course", "lessons", "exercises", "tables")
BROWSER = (".js", ".css", ".html")


def bill_of_materials() -> str:
    """Return the bill as JSON; on the same files and versions it is the same but for its time."""
    found = needed()
    parts = {name: _component(one) for name, one in found.items()}
    bom = Bom()
    bom.metadata.component = parts[OURS]
    bom.metadata.timestamp = _time()
    parts[OURS].components = _shipped()
    bom.components.update(part for name, part in parts.items() if name != OURS)
    for name, one in found.items():
        bom.register_dependency(parts[name], [parts[need] for need in one.needs])
    lines = [f"{one.name} {one.version}" for one in found.values()]
    lines += [str(part.hashes) for part in parts[OURS].components]
    bom.serial_number = uuid5(NAMESPACE_URL, "\n".join(lines))
    return JsonV1Dot6(bom).output_as_string(indent=1) + "\n"


def _component(one: Needed) -> Component:
    return Component(
        name=one.name,
        version=one.version,
        type=ComponentType.APPLICATION if one.name == OURS else ComponentType.LIBRARY,
        bom_ref=f"{one.name}@{one.version}",
        purl=PackageURL("pypi", None, one.name, one.version),
        licenses=[DisjunctiveLicense(name=one.licence)],
    )


def _shipped() -> Iterator[Component]:
    """Yield the browser code in the wheel, each file with its digest."""
    for path in sorted(path for room in ROOMS for path in (ROOT / room).rglob("*") if path.suffix in BROWSER):
        name, digest = path.relative_to(ROOT).as_posix(), sha256(path.read_bytes()).hexdigest()
        hashes = [HashType(alg=HashAlgorithm.SHA_256, content=digest)]
        yield Component(name=name, type=ComponentType.FILE, bom_ref=name, hashes=hashes)


def _time() -> datetime:
    """Return the time of the bill, or that of the release where a build sets one."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    return datetime.fromtimestamp(int(epoch), UTC) if epoch.isdigit() else datetime.now(UTC)


if __name__ == "__main__":
    file = Path(sys.argv[1]) if sys.argv[1:] else FILE
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(bill_of_materials(), encoding="utf-8")
    print(file)
