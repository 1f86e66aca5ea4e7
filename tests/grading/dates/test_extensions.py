"""extensions.csv: what is written is read, by whatever sheet it was saved, and a wrong line is one sentence."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from biggerpie.grading.dates.extensions import FILE, lines_of_nobody, read_extensions, write_extensions
from biggerpie.grading.dates.zones import Zone
from biggerpie.negotiation import NegotiationError

UNTIL = datetime(2026, 12, 7, 22, 59)
LINES = {("01-both-can-gain", "ada"): UNTIL, ("02-next", 'o"hara, j'): UNTIL}


def test_what_is_written_is_read_with_the_zone_in_which_it_is_told(tmp_path):
    assert read_extensions(tmp_path) == {}
    write_extensions(tmp_path, LINES, Zone(ZoneInfo("Europe/Berlin")))
    assert read_extensions(tmp_path) == LINES
    assert "01-both-can-gain,ada,2026-12-07 23:59+01:00" in (tmp_path / FILE).read_text().splitlines()


@pytest.mark.parametrize(
    "content",
    [
        b"exercise,student,until\nex,ada,2026-12-07 23:59 Europe/Berlin\n",
        b"\xef\xbb\xbfexercise;student;until\r\nex; ada ;2026-12-07 22:59 UTC\r\n;;\r\n",
        b"ex,ada,2026-12-07 23:59+01:00",
    ],
)
def test_a_file_that_a_person_or_a_sheet_wrote_is_read(content, tmp_path):
    (tmp_path / FILE).write_bytes(content)
    assert read_extensions(tmp_path) == {("ex", "ada"): UNTIL}


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"exercise,student,until\nex,ada,07.12.2026", "line 2 of extensions.csv is wrong: '07.12.2026' has two"),
        (b"ex,ada,2026-12-07 23:59", "line 1 of extensions.csv is wrong: '2026-12-07 23:59' names no time zone"),
        (b"ex,ada", "line 1 of extensions.csv is wrong: it must hold an exercise, a student and a time"),
        (b"ex,ada,2026-12-07 23:59Z\nex,ada,2026-12-08 23:59Z", "line 2 of extensions.csv is wrong: there is another"),
        (b"ex,S1,2026-12-07 23:59Z\nex,s1,2026-12-08 23:59Z", "line 2 of extensions.csv is wrong: there is another"),
        (
            b"\nex," + b"x" * 200_000,
            "line 2 of extensions.csv is wrong: it cannot be read (field larger than field limit",
        ),
        (b"ex,\xe4da,2026-12-07 23:59Z", "extensions.csv is not written in UTF-8; save it again as 'CSV UTF-8'."),
    ],
)
def test_a_wrong_line_is_named_in_one_sentence_and_none_is_guessed(content, says, tmp_path):
    (tmp_path / FILE).write_bytes(content)
    with pytest.raises(NegotiationError) as refused:
        read_extensions(tmp_path)
    assert str(refused.value).startswith(says)


def test_a_line_is_of_nobody_for_an_unknown_exercise_and_once_there_is_a_class_for_an_unknown_student(tmp_path):
    write_extensions(tmp_path, LINES, Zone(ZoneInfo("Europe/Berlin")))
    exercises = {"01-both-can-gain", "02-next"}
    assert lines_of_nobody(tmp_path, exercises, ()) == ()
    assert lines_of_nobody(tmp_path, exercises, ("ADA", 'o"hara, j')) == ()
    assert lines_of_nobody(tmp_path, exercises, ["ada"]) == (
        "the line of 'o\"hara, j' for '02-next' in extensions.csv lets nobody hand in later: no student has that id.",
    )
    assert "no exercise of that name; use '02-next'." in str(lines_of_nobody(tmp_path, {"02-next"}, ()))
