"""A server that is killed in mid-talk loses nothing that it acknowledged."""

import json
import threading
import time
from contextlib import suppress

from biggerpie.negotiation.table import parse_transcript
from biggerpie.tables.seating import chairs
from biggerpie.tables.server import COOKIE
from websockets.exceptions import ConnectionClosed
from websockets.sync.client import connect

from .room import ROUND, codes_of, seat_a_class
from .served import Served

KILLS = 2


def talk(address: str, code: str, begins: int, acknowledged: list[str], enough: threading.Event) -> None:
    """Say something whenever it's one's turn, for as long as the server answers; note what it acknowledged."""
    with connect(address.replace("http", "ws") + "talk", additional_headers={"Cookie": f"{COOKIE}={code}"}) as socket:
        state = json.loads(socket.recv())["state"]
        while not enough.is_set() and not state["picture"]["ended"]:
            if not state["picture"]["yours"]:
                state |= json.loads(socket.recv(timeout=30))["state"]
                continue
            count = state["picture"]["count"]
            words = f"message {count} of {begins}"
            socket.send(json.dumps({"id": count + 1, "set": {"typed": words, "doing": {"do": "send", "at": count}}}))
            while (answer := json.loads(socket.recv(timeout=30)))["id"] != count + 1:
                pass
            state |= answer["state"]
            if not state["problem"]:
                acknowledged.append(words)


def test_a_killed_server_has_every_message_that_it_acknowledged(tmp_path):
    seat_a_class(tmp_path, (("ada", "bo"),))
    codes, acknowledged = codes_of(chairs(tmp_path, ROUND)), []
    server = Served(tmp_path, "--turns", "100")
    for kill in range(KILLS):
        enough, before = threading.Event(), len(acknowledged)
        arguments = [(server.address, codes[who], kill, acknowledged, enough) for who in ("ada", "bo")]
        people = [threading.Thread(target=quietly, args=one) for one in arguments]
        for person in people:
            person.start()
        while len(acknowledged) < before + 10:
            time.sleep(0.01)
        server.kill()
        for person in people:
            person.join(timeout=60)
        server.start()
    server.stop()
    kept = parse_transcript((tmp_path / "pairs" / ROUND / "transcripts" / "table-01.json").read_text(encoding="utf-8"))
    said = [message.words for message in kept.said]
    assert len(acknowledged) >= 10 * KILLS
    assert set(acknowledged) <= set(said)
    assert [words.partition(" of ")[0] for words in said] == [f"message {number}" for number in range(len(said))]
    assert len(said) <= len(acknowledged) + KILLS  # what was stored, and not acknowledged before the kill


def quietly(*arguments: object) -> None:
    """Talk until the server is gone."""
    with suppress(ConnectionClosed, OSError, TimeoutError):
        talk(*arguments)  # type: ignore[arg-type]
