"""Who gets in: a code opens one seat, and nothing else opens any."""

import pytest
from biggerpie.course.role_play.codes import Place, codes
from biggerpie.course.role_play.sealing import is_whole, letters_of
from biggerpie.lessons.command_line import main
from biggerpie.tables.by_code import COOKIE, ByCode
from biggerpie.tables.keys import Keys, UnknownCodeError
from biggerpie.tables.on_hub import seats_by_student
from biggerpie.tables.seating import chairs
from biggerpie.tables.server import application
from biggerpie.tables.serving import without_code
from starlette.testclient import TestClient
from starlette.websockets import WebSocketDisconnect

from .room import ROUND, codes_of, room, seat_a_class


@pytest.fixture
def course(tmp_path):
    """A course whose class has sat down."""
    seat_a_class(tmp_path)
    return tmp_path


def test_a_code_opens_its_seat_however_it_is_typed(course):
    seats = chairs(course, ROUND)
    keys, codes = Keys(seats), codes_of(seats)
    for typed in (codes["bo"], f" {codes['bo'].upper()} ", codes["bo"].replace("-", "")):
        assert keys.chair_of(typed).student == "bo"
    for typed in ("", "abcde-fghjk", codes["bo"][:-1], codes["bo"] + "2", "x" * 10_000, "\0", "é"):
        with pytest.raises(UnknownCodeError, match="opens no seat here"):
            keys.chair_of(typed)


@pytest.mark.parametrize("cell", ["", "  ", "-", "k7m2q"])
def test_an_emptied_or_shortened_code_opens_no_seat_and_is_told_and_drawn_again(course, cell):
    file = course / "pairs" / ROUND / "codes.csv"
    lines = [line.split(",") for line in file.read_text(encoding="utf-8").splitlines()]
    places = {line[0]: Place(int(line[1]), *line[2:4]) for line in lines[1:]}
    file.write_text("\n".join(",".join([*line[:4], cell] if line[0] == "ada" else line) for line in lines))
    with room(course) as here:
        assert "Take your seat" in here.client.get("/").text
        assert here.client.post("/", data={"code": cell}).status_code == 403
        assert "you are the vet" in here.client.get("/", headers=here.cookie("bo")).text
        (sentence,) = without_code(course, [ROUND], here.seats)
    assert sentence.startswith("ada has no whole code in pairs/week-3/codes.csv")
    assert is_whole(codes(file.parent, places)["ada"])
    assert seats_by_student(course, [ROUND])["ada"].side == 0


def test_a_code_that_is_none_opens_nothing(course):
    keys = Keys({"": next(iter(chairs(course, ROUND).values()))})
    with pytest.raises(UnknownCodeError, match="opens no seat here"):
        keys.chair_of("")


def test_wrong_codes_lock_nobody_out_of_a_seat(course):
    seats = chairs(course, ROUND)
    keys, right = Keys(seats), next(iter(seats))
    for _ in range(100):
        with pytest.raises(UnknownCodeError):
            keys.chair_of("wrong")
    assert keys.chair_of(right).table.number == 1


def test_signing_in_keeps_the_code_where_no_script_and_no_other_site_finds_it(course):
    with room(course) as here:
        wrong = here.client.post("/", data={"code": "abcde-fghjk"})
        assert (wrong.status_code, "set-cookie" in wrong.headers) == (403, False)
        assert "that code opens no seat here" in wrong.text
        right = here.client.post("/", data={"code": here.codes["ada"]}, follow_redirects=False)
        assert right.status_code == 303
        kept = right.headers["set-cookie"]
        assert kept.startswith(f"{COOKIE}={letters_of(here.codes['ada'])}; HttpOnly;")
        assert "SameSite=strict" in kept
        assert "you are the nurse" in here.client.get("/").text
        assert "Take your seat" in here.client.post("/leave").text
        assert "Take your seat" in here.client.get("/").text
        assert here.client.post("/", content=b"code=" + b"x" * 5_000).status_code == 403


@pytest.mark.parametrize("dash", ["\N{EN DASH}", "\N{NON-BREAKING HYPHEN}", "-\N{ZERO WIDTH SPACE}"])
def test_a_code_that_a_program_has_dressed_up_signs_in_and_stays(course, dash):
    with room(course) as here:
        page = here.client.post("/", data={"code": here.codes["ada"].replace("-", dash)})
        assert (page.status_code, "you are the nurse" in page.text) == (200, True)


def test_every_page_says_what_it_may_load_and_is_kept_nowhere(course):
    with room(course) as here:
        for headers in ({}, here.cookie("ada")):
            answer = here.client.get("/", headers=headers)
            assert "default-src 'none'; script-src 'self'" in answer.headers["content-security-policy"]
            assert "frame-ancestors 'none'" in answer.headers["content-security-policy"]
            assert answer.headers["cache-control"] == "no-store"
            assert "<script>" not in answer.text
        for script in ("tables/page.js", "tables/live_table.js", "website/page/host.js"):
            assert here.client.get(f"/{script}").headers["content-type"].startswith("text/javascript")


def test_an_alien_code_is_told_nothing(course):
    with room(course) as here, here.client.websocket_connect("/talk", headers={"cookie": f"{COOKIE}=alien"}) as socket:
        with pytest.raises(WebSocketDisconnect) as closed:
            socket.receive_text()
        assert closed.value.code == 4003


def test_a_page_of_another_site_is_not_connected(course):
    with room(course) as here:
        headers = {**here.cookie("ada"), "origin": "https://elsewhere.example"}
        with pytest.raises(WebSocketDisconnect), here.client.websocket_connect("/talk", headers=headers):
            pass
        with here.client.websocket_connect(
            "/talk", headers={**here.cookie("ada"), "origin": "http://testserver"}
        ) as own:
            assert '"picture"' in own.receive_text()


def test_a_seat_that_is_opened_twice_goes_on_in_the_newer_window(course):
    with room(course) as here, here.sits("ada") as ada, here.sits("bo") as bo, here.sits("ada") as again:
        with pytest.raises(WebSocketDisconnect) as closed:
            ada.until(99)
        assert closed.value.code == 4001
        assert "opened your seat in another window" in again.state["words"]["elsewhere"]
        assert again.say("Hello") == ""
        bo.until(1)
        assert "is at the table" in bo.state["presence"]


def test_below_the_address_of_a_proxy_everything_is_found(course):
    here = room(course)
    app = application(here.hall, ByCode(Keys(here.seats)), "/services/tables/")
    with TestClient(app) as client:
        page = client.post("/services/tables/", data={"code": here.codes["ada"]})
        assert "you are the nurse" in page.text
        assert client.get("/services/tables/tables/page.js").status_code == 200
        with client.websocket_connect("/services/tables/talk") as socket:
            assert '"picture"' in socket.receive_text()
    here.store.close()


def test_a_round_without_codes_or_seats_is_named(course, capsys):
    assert main(["tables", "week-9", "--course", str(course), "--port", "0"]) == 2
    assert "nobody was seated for 'week-9'; run 'biggerpie pairs week-9 CASE'" in capsys.readouterr().err
    (course / "pairs" / ROUND / "codes.csv").unlink()
    assert main(["tables", ROUND, "--course", str(course), "--port", "0"]) == 2
    assert "no seat has a code yet" in capsys.readouterr().err
    assert main(["tables", ROUND, "--course", str(course), "--counterpart", "plain-deeler"]) == 2
    assert "did you mean 'plain-dealer'" in capsys.readouterr().err
    seat_a_class(course)
    for url in ("no-such:///x", "sqlite:////no/such/folder/x.db", "?"):
        assert main(["tables", ROUND, "--course", str(course), "--port", "0", "--database", url]) == 2
        assert "the database of the tables cannot be opened" in capsys.readouterr().err
    assert main(["tables", ROUND, "--course", str(course), "--port", "0", "--turns", "0"]) == 2
    assert "a talk cannot have 0 rounds" in capsys.readouterr().err


def test_without_the_libraries_one_sentence_says_what_to_install(course, capsys, monkeypatch):
    monkeypatch.setattr("biggerpie.tables.tables_command.NEEDED", ("no_such_library",))
    assert main(["tables", ROUND, "--course", str(course)]) == 2
    assert "no_such_library isn't installed; run 'pip install no_such_library'" in capsys.readouterr().err
