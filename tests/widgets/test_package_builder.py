"""The package builder without a browser: what it counts, and what it keeps to itself."""

import json

import pytest
import traitlets
from biggerpie.negotiation import Case, load_case
from biggerpie.widgets import Brief, Conversation, PackageBuilder

from .states.package_builder import told_builder


def test_points_are_counted_while_issues_are_open(job_offer: Case):
    widget = PackageBuilder(job_offer, "candidate")
    assert widget.package is None
    widget.choices = [4, 4, -1, -1, -1, -1]
    assert "Settled so far: 2 of 6. Worth 56 points" in widget.picture["total_sentence"]


def test_a_package_below_the_alternative_is_called_worse_than_no_deal(job_offer: Case):
    widget = PackageBuilder(job_offer, "candidate")
    widget.choices = [0, 0, 0, 3, 0, 4]
    assert "better no deal" in widget.picture["total_sentence"]


def test_nothing_of_the_other_side_is_sent_unless_the_lesson_allows(job_offer: Case):
    widget = PackageBuilder(job_offer, "candidate")
    widget.choices = list(job_offer.compromise)
    sent = json.dumps(widget.get_state(["issues", "choices", "picture"]), default=str)
    assert job_offer.parties[1].brief not in sent
    assert set(widget.picture) == {"complete", "total_sentence", "filled", "floor", "worth", "answer"}
    with pytest.raises(traitlets.TraitError):
        widget.revealed = True


def test_the_diagnosis_waits_for_a_whole_package():
    widget = PackageBuilder(load_case("shared-garden"), "gardener", diagnosis=True)
    with pytest.raises(traitlets.TraitError, match="every issue first"):
        widget.revealed = True


def test_the_diagnosis_names_what_each_issue_left_on_the_table():
    picture = told_builder().picture
    assert [row[2] for row in picture["losses"]["rows"]] == ["16", "16", "14", "0"]
    assert picture["plane"]["here"] == [54, 52]


def test_a_deal_that_collapses_is_not_praised():
    widget = PackageBuilder(load_case("shared-garden"), "gardener", diagnosis=True)
    widget.choices = [4, 0, 3, 4]
    widget.revealed = True
    assert widget.picture["findings"] == [
        "You get 100 points and they get 20.",
        "They'd rather walk away: for them this is 10 below their alternative.",
    ]


@pytest.mark.parametrize("choices", [[0], [5, 0, 0, 0, 0, 0], [-2, 0, 0, 0, 0, 0]])
def test_choices_that_do_not_exist_are_refused(job_offer: Case, choices):
    with pytest.raises(traitlets.TraitError):
        PackageBuilder(job_offer, "candidate").choices = choices


def test_a_brief_holds_the_own_points_and_nothing_of_the_other_side(job_offer: Case):
    for text in (repr(Brief(job_offer, "candidate")), Brief(job_offer, "candidate")._repr_html_()):
        assert "60,000: 28" in text
        assert "steady desk job" in text
        assert "Your second choice" not in text
        assert "Every week that Noa is there" not in text


def test_a_conversation_holds_answers_and_no_points(job_offer: Case):
    for text in (repr(Conversation(job_offer, "employer")), Conversation(job_offer, "employer")._repr_html_()):
        assert "Yesterday!" in text
        assert "points" not in text
