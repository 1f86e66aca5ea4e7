"""Live tables in PostgreSQL: what was acknowledged is there after the database was killed, and talks go on."""

import pytest
from biggerpie.tables.seating import chairs

from ..postgresql import postgresql
from .room import ROUND, Room, seat_a_class

pytestmark = pytest.mark.long


def test_a_killed_database_loses_nothing_and_the_talk_goes_on(tmp_path):
    seat_a_class(tmp_path)
    seats = chairs(tmp_path, ROUND)
    with postgresql() as server:
        with Room(seats, server.url) as here, here.sits("ada") as ada, here.sits("bo") as bo:
            assert ada.say("Hello") == ""
            server.kill()
            assert "could not be stored, so it doesn't count yet" in bo.until(1).say("Good morning")
            assert bo.state["typed"] == "Good morning"
            server.start()
            assert bo.do("send") == ""
            said = here.talks[0].session.said
            assert [message.words for message in said] == ["Hello", "Good morning"]
        with Room(seats, server.url) as again:
            assert again.talks[0].session.said == said
