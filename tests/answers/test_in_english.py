"""An answer's lines are read in English and in German, whatever the form writes."""

import pytest
from biggerpie.answers.answer import Answer
from biggerpie.answers.asked import asked_lines
from biggerpie.answers.decision import decision_lines
from biggerpie.answers.link_readers import link_lines
from biggerpie.answers.number_readers import change_lines
from biggerpie.answers.numbered import read_keyed
from biggerpie.answers.package_blocks import parts_packages
from biggerpie.answers.preparation import preparation_lines
from biggerpie.answers.readers import question_lines, sort_lines, step_lines, trade_lines
from biggerpie.negotiation import load_case

CASE = load_case("village-hall", "de")
BOTH = {
    "steps": (step_lines({3, 4}), "step 3: concession\nstep 4: silent", "Schritt 3: Zugeständnis\n4: still"),
    "changes": (change_lines({3}), "gift 3: 7\ncost 3: -2", "Geschenk von Schritt 3: 7\nKosten 3: -2"),
    "remarks": (
        sort_lines(["1", "2"], ("attack", "matter"), "remark"),
        "1: attack\n2: matter",
        "1: Angriff\n2: zur Sache",
    ),
    "trade": (
        trade_lines(CASE),
        "I give way on: Miete\nyou give way on: Pause",
        "Ich gebe nach bei: Miete\nDu gibst nach bei: Pause",
    ),
    "links": (link_lines({(0, 1)}), "mine 1 + theirs 2: shared", "meins 1 + ihres 2: gemeinsam"),
    "questions": (question_lines(5, 2), "first: 3\nsecond: 4", "erste: 3\nzweite: Frage 4"),
    "asked": (
        asked_lines(CASE),
        "first: Miete\nfourth: Pause\nfifth: Beginn\nonce more: Pause",
        "erste: Miete\nFrage 4: Pause\nFünfte: Beginn\nNoch einmal: Pause",
    ),
    "claims": (
        sort_lines(["1", "2", "3"], ("true", "false", "not shown"), "claim"),
        "1: true\n2: false\n3: not shown",
        "1: wahr\n2: Falsch\n3: nicht gezeigt",
    ),
    "decision": (
        decision_lines(3),
        "without a deal: 51\nbeaten: offer 2\nsign: none",
        "ohne Einigung: 51 Punkte\ngeschlagen: Angebot 2\nunterschreiben: keins davon",
    ),
    "preparation": (
        preparation_lines(CASE),
        "Miete: most of all\nwithout a deal: 34",
        "Miete: am allermeisten\nohne Einigung: 34",
    ),
}


@pytest.mark.parametrize("name", BOTH)
def test_german_words_say_what_the_english_ones_say(name):
    reader, english, german = BOTH[name]
    read, own = (read_keyed(Answer(name, text), reader) for text in (english, german))
    assert read.values == own.values
    assert len(read.values) == len(english.splitlines())
    assert read.problems == own.problems == ()


def test_a_german_heading_begins_a_package():
    assert parts_packages("Paket 2:")
    assert not parts_packages("Pakt 2:")
