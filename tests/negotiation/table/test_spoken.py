"""What counterparts say belongs to a version: a kept talk is played again to the letter, or named as an older one."""

from biggerpie.negotiation.table.transcript import VERSION

from tools.spoken import FILE, noted, reason_against, spoken


def test_counterparts_say_and_do_what_their_version_of_transcripts_has_noted():
    now, known = spoken(), noted()
    assert reason_against(now, known) == ""
    assert known[str(VERSION)] == now, "something new is said: python -m tools.spoken --write"


def test_words_and_cases_in_every_language_and_every_counterpart_are_noted():
    names = noted()[str(VERSION)]
    kinds = [name.split()[0] for name in names]
    assert min(kinds.count("words"), kinds.count("case"), kinds.count("talks")) >= 7
    assert {"words de/touchy.toml", "words en/shared.toml", "case de pay-rise", "talks en insister"} <= set(names)
    assert not any("written" in name for name in names)


def test_another_word_under_the_same_version_is_named_with_what_to_do():
    known = {"3": {"words en/touchy.toml": "then", "talks touchy": "same"}}
    now = {"words en/touchy.toml": "now", "talks touchy": "same", "case en new": "new"}
    reason = reason_against(now, known, 3)
    assert "version 3 of transcripts has it (words en/touchy.toml): raise VERSION" in reason
    assert "python -m tools.spoken --write" in reason
    assert reason_against(now, known, 4) == ""


def test_nothing_noted_is_lost():
    assert FILE.is_file()
    assert sorted(map(int, noted())) == list(range(1, VERSION + 1))
