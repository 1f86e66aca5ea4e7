"""Three hundred live tables at once on one process: how soon a message is answered, and what a killed server loses.

Two clients a table, in this process, speak in turn after a random pause; the server is `biggerpie tables`. A message is
answered once its sender is told that it is stored, and seen once the other page was sent it. Then the server is killed
by signal 9 at random moments and started again, the clients come back, and at the end every message that was ever
acknowledged is looked for in the transcripts. SQLite by default; --database takes another SQLAlchemy address.
"""

import argparse
import asyncio
import json
import random
import sys
import tempfile
import time
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from statistics import quantiles
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1]))

import psutil
from biggerpie.course.role_play.pairing import Met, tables
from biggerpie.negotiation.table import parse_transcript
from biggerpie.tables.seating import Chair, chairs
from biggerpie.tables.server import COOKIE
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import WebSocketException

from tests.tables.room import ROUND, seat_a_class
from tests.tables.served import Served

OFFER = {"packages": [[4, 4, 0, 0, 0, 0]], "says": [{"move": "ask", "aspect": "most"}], "manner": ""}
NONE = {"packages": [], "says": [], "manner": ""}
SIT_DOWN = 10  # seconds in which a class opens its pages
MILLISECONDS = 1000


@dataclass
class Noted:
    """What the clients saw: seconds until an answer and until the other page had it, and what was acknowledged."""

    answered: list[float] = field(default_factory=list)
    seen: list[float] = field(default_factory=list)
    sent: dict[tuple[int, int], float] = field(default_factory=dict)
    acknowledged: dict[int, list[str]] = field(default_factory=dict)
    measuring: bool = False
    work: float = 0
    """Seconds of processor time that the server took meanwhile."""


async def client(address: str, code: str, chair: Chair, pause: float, noted: Noted) -> None:
    """Come back whenever the server does, and speak in turn."""
    await asyncio.sleep(random.uniform(0, SIT_DOWN))
    while True:
        with suppress(OSError, WebSocketException, TimeoutError):
            headers = {"Cookie": f"{COOKIE}={code}"}
            async with connect(address, additional_headers=headers, compression=None, open_timeout=30) as socket:
                await converse(socket, chair, pause, noted)
        await asyncio.sleep(random.uniform(0.2, 2))


async def converse(socket: ClientConnection, chair: Chair, pause: float, noted: Noted) -> None:
    """Speak whenever it is one's turn, as long as the connection holds."""
    table, state = chair.table.number, {}
    while True:
        answer = json.loads(await socket.recv())
        state |= answer["state"]
        count = state["picture"]["count"]
        began = noted.sent.pop((table, count - 1), None) if state["picture"]["yours"] else None
        if began and noted.measuring:
            noted.seen.append(time.perf_counter() - began)
        if state["picture"]["yours"] and answer["id"] is None:
            await asyncio.sleep(random.expovariate(1 / pause))
            state |= await say(socket, table, count, noted)


async def say(socket: ClientConnection, table: int, count: int, noted: Noted) -> dict[str, Any]:
    """Say something as message `count`, wait for the answer, and note both."""
    words, draft = f"message {count}: what do you think of this?", OFFER if count % 3 == 0 else NONE
    doing = {"do": "send", "at": count}
    began = noted.sent[table, count] = time.perf_counter()
    await socket.send(json.dumps({"id": count, "set": {"draft": draft, "typed": words, "doing": doing}}))
    while (answer := json.loads(await socket.recv()))["id"] != count:
        pass
    if not answer["state"]["problem"]:
        noted.acknowledged.setdefault(table, []).append(words)
        if noted.measuring:
            noted.answered.append(time.perf_counter() - began)
    return answer["state"]


def lost(course: Path, noted: Noted) -> int:
    """Return how many acknowledged messages stand in no transcript."""
    count = 0
    for table, words in noted.acknowledged.items():
        file = course / "pairs" / ROUND / "transcripts" / f"table-{table:02}.json"
        kept = [message.words for message in parse_transcript(file.read_text(encoding="utf-8")).said]
        count += sum(one not in kept for one in words)
        assert len(kept) == len(set(kept))
    return count


async def run(options: argparse.Namespace, course: Path, server: Served) -> Noted:
    """Let everybody sit down, measure, then kill the server again and again."""
    noted = Noted()
    address = server.address.replace("http", "ws") + "talk"
    people = [
        asyncio.create_task(client(address, code, chair, options.pause, noted))
        for code, chair in chairs(course, ROUND).items()
    ]
    await asyncio.sleep(SIT_DOWN + 5)
    before, noted.measuring = server.work(), True
    await asyncio.sleep(options.seconds)
    noted.work, noted.measuring = server.work() - before, False
    for _ in range(options.kills):
        server.kill()
        await asyncio.to_thread(server.start)
        await asyncio.sleep(random.uniform(3, 9))
    for person in people:
        person.cancel()
    await asyncio.gather(*people, return_exceptions=True)
    return noted


def percentile(seconds: list[float], which: int) -> float:
    """Return a percentile in milliseconds."""
    return MILLISECONDS * quantiles(seconds, n=100)[which - 1]


def main() -> None:
    """Print both times, and what was lost."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--tables", type=int, default=300)
    parser.add_argument("--seconds", type=float, default=60, help="of measuring")
    parser.add_argument("--pause", type=float, default=5, help="seconds until somebody answers, on average")
    parser.add_argument("--kills", type=int, default=5)
    parser.add_argument("--database", help="a SQLAlchemy address (SQLite in the course)")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        course = Path(scratch)
        groups = tables([f"s{number:04}" for number in range(2 * options.tables)], Met())
        seat_a_class(course, tuple(groups))
        database = ["--database", options.database] if options.database else []
        server = Served(course, "--turns", "100", *database)
        noted = asyncio.run(run(options, course, server))
        server.stop()
        gone = lost(course, noted)
    rate, stored = len(noted.answered) / options.seconds, sum(map(len, noted.acknowledged.values()))
    for name, found in (("answered", noted.answered), ("seen by the other", noted.seen)):
        print(f"{name}: median {percentile(found, 50):.0f} ms, 99th percentile {percentile(found, 99):.0f} ms")
    work, load = MILLISECONDS * noted.work / len(noted.answered), psutil.getloadavg()[0]
    print(f"{rate:.0f} messages a second, {work:.1f} ms of the server's processor time each; load {load:.1f}")
    print(f"{stored} messages acknowledged, {options.kills} kills")
    worse = max(percentile(noted.answered, 99), percentile(noted.seen, 99))
    print(f"RESULT tables={options.tables} p99_ms={worse:.0f} lost={gone} per_second={rate:.0f}")


if __name__ == "__main__":
    main()
