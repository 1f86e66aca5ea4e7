"""What the table refuses: moves that make no sense now, talks that cannot have been held, values nobody made."""

import pytest
import traitlets
from biggerpie.negotiation import NegotiationError, load_case
from biggerpie.widgets import NegotiationTable

from .at_the_table import ASK, HIGH, act, table

NONSENSE = {
    "nothing": {},
    "only words": {"typed": "The weather is fine."},
    "one package twice": {"packages": [HIGH, HIGH]},
    "one thing twice": {"says": [ASK, ASK]},
}


@pytest.mark.parametrize("wrong", NONSENSE.values(), ids=NONSENSE.keys())
def test_what_makes_no_sense_is_told_in_one_sentence_and_nothing_is_sent(wrong):
    widget = table()
    act(widget, **wrong)
    assert widget.said == []
    assert widget.preview["reason"].count(".") == 1
    assert widget.typed == wrong.get("typed", "")


@pytest.mark.parametrize("doing", [{"do": "accept"}, {"do": "accept", "which": 7}, {"do": "dance"}, {"which": "x"}])
def test_what_cannot_be_done_now_changes_nothing(doing):
    widget = table()
    before = widget.state()
    widget.doing = doing
    assert (widget.state(), widget.doing) == (before, {})


HOSTILE = [
    [{"moves": []}],
    [{"moves": [{"move": "accept", "package": HIGH}]}],
    [{"moves": [{"move": "offer", "packages": [[9] * 6]}]}],
    [{"moves": [{"move": "offer", "packages": [HIGH]}], "words": "x" * 5_000}],
    [{"moves": [{"move": "walk away"}]}, {"moves": [{"move": "walk away"}]}],
    [{"words": "no moves"}],
    [{"moves": [{"move": "ask", "aspect": "most"}]}] * 13,
]


@pytest.mark.parametrize("said", HOSTILE, ids=range(len(HOSTILE)))
def test_a_talk_that_cannot_have_been_held_is_refused_in_one_sentence(said):
    widget = table()
    with pytest.raises(traitlets.TraitError) as refused:
        widget.said = said
    assert "\n" not in str(refused.value)
    assert widget.session.said == ()


@pytest.mark.parametrize(
    ("trait", "value"),
    [
        ("draft", {"packages": [[0] * 5], "says": [], "manner": ""}),
        ("draft", {"packages": [[0] * 5 + [True]], "says": [], "manner": ""}),
        ("draft", {"packages": [HIGH] * 4, "says": [], "manner": ""}),
        ("draft", {"packages": [], "says": [{"move": "eat"}], "manner": ""}),
        ("draft", {"packages": [], "says": [], "manner": "sing"}),
        ("draft", {"packages": []}),
        ("typed", "x" * 501),
        ("plan", {}),
        ("plan", {"matter": ["huge"] * 6, "least": None, "questions": [None] * 3, "opening": [-1] * 6}),
        ("plan", {"matter": [""] * 6, "least": -1, "questions": [None] * 3, "opening": [-1] * 6}),
        ("plan", {"matter": [""] * 6, "least": None, "questions": [ASK] * 4, "opening": [-1] * 6}),
        ("plan", {"matter": [""] * 6, "least": None, "questions": ["why", None, None], "opening": [-1] * 6}),
        ("plan", {"matter": [""] * 6, "least": None, "questions": [None] * 3, "opening": [5] * 6}),
        ("before", [{"moves": [ASK]}]),
    ],
)
def test_a_value_that_no_learner_can_have_made_is_refused(trait, value):
    widget = table()
    before = getattr(widget, trait)
    with pytest.raises(traitlets.TraitError):
        setattr(widget, trait, value)
    assert getattr(widget, trait) == before


def test_a_case_of_three_is_refused_in_one_sentence():
    case = load_case("piano-tuner")
    with pytest.raises(NegotiationError, match="has 3 parties"):
        NegotiationTable(case, case.parties[0].name)


@pytest.mark.parametrize(
    "wrong", [{"counterpart": "plane-dealer"}, {"rounds": 0}, {"rounds": 101}], ids=["counterpart", "none", "many"]
)
def test_a_talk_that_cannot_be_held_is_named(wrong):
    with pytest.raises(NegotiationError):
        table(**wrong)
