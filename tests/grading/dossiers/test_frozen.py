"""What was handed out keeps its cases: every version of the kit draws what the released ones drew."""

import json

import pytest
from biggerpie.grading.kit_version import kit_version

from tools.frozen_cases import FILE, drawn, words_of_exercises

FROZEN = json.loads(FILE.read_text(encoding="utf-8"))


@pytest.mark.parametrize("version", FROZEN)
def test_cases_and_whose_they_are_stay_those_of_every_version(version):
    assert drawn(list(FROZEN[version]["cases"])) == FROZEN[version]


def test_this_version_and_all_exercises_are_frozen():
    assert sorted(FROZEN[kit_version()]["cases"]) == words_of_exercises()
    assert len(words_of_exercises()) >= 7
