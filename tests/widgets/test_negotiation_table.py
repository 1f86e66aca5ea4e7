"""The negotiation table without a browser: a talk is held, kept, refused where it makes no sense, and debriefed."""

import json
import re
from dataclasses import replace
from itertools import pairwise

import pytest
import traitlets
from biggerpie.negotiation import Case, NegotiationError, frontier, load_case
from biggerpie.negotiation.table import Manner, Message, Offer, WalkAway, counterpart_names, parse_transcript, replayed
from biggerpie.negotiation.table.parts.temper import Mood
from biggerpie.widgets import NegotiationTable
from biggerpie.widgets._words import languages, words
from biggerpie.widgets.negotiation_table.faces import FACES, face
from biggerpie.widgets.negotiation_table.manners import manner_of

from .agreed_table import agreed_table
from .states.negotiation_table import (
    ASK,
    HIGH,
    LOWER,
    talking_negotiation_table,
)


def table(**more) -> NegotiationTable:
    return NegotiationTable(load_case("job-offer"), "candidate", seed=3, prepare=False, **more)


def act(widget: NegotiationTable, *, packages=(), says=(), manner="", typed="") -> None:
    widget.typed = typed
    widget.draft = {"packages": [list(package) for package in packages], "says": list(says), "manner": manner}
    widget.doing = {"do": "send"}


def test_who_asks_and_offers_is_answered_and_learns_what_was_told():
    widget = table()
    act(widget, packages=[HIGH], says=[ASK])
    session, own = widget.session, widget.session.view(0)
    assert (len(session.said), session.turn, session.round) == (2, 0, 2)
    told = {move.issue for move in own.messages(1)[0].moves if type(move).__name__ == "Tell"}
    shown = {at for at, row in enumerate(widget.picture["learnt"]) if row["sure"] == "told"}
    assert told == shown != set()


def test_a_message_leaves_an_empty_draft_and_the_next_offer_begins_with_the_last():
    widget = table()
    act(widget, packages=[HIGH, LOWER], typed="Let's begin.")
    assert (widget.draft, widget.typed) == ({"packages": [], "says": [], "manner": ""}, "")
    assert widget.picture["start"] == LOWER


def test_the_talk_is_a_transcript_that_replays():
    widget = agreed_table()
    assert replayed(widget.transcript, load_case("job-offer")) == widget.session
    assert parse_transcript(widget.picture["ended"]["transcript"]) == widget.transcript


def test_all_that_can_be_said_in_one_turn_is_said_and_can_be_written_down():
    widget = table()
    says = [
        {"move": "ask", "aspect": "why", "issue": 2},
        {"move": "tell", "issue": 0, "importance": "most of all", "wanted": 4},
        {"move": "say back", "issue": 2, "importance": "a little"},
    ]
    widget.draft = {"packages": [], "says": says, "manner": "thank"}
    assert len(widget.preview["says"]) == 3
    widget.doing = {"do": "send"}
    assert json.loads(json.dumps(widget.said)) == widget.said
    assert widget.said[0]["moves"] == [{"move": "remark", "manner": "thank"}, *says]
    assert "On salary, 60,000 would be best for me." in widget.picture["log"][0]["says"]


def test_each_of_two_packages_can_be_sent_and_one_of_theirs_accepted():
    widget = table()
    act(widget, packages=[HIGH, LOWER])
    assert widget.session.said[0].offer == Offer((tuple(HIGH), tuple(LOWER)))
    [offered] = widget.session.view(0).open_packages
    widget.doing = {"do": "accept"}
    assert widget.session.agreement == offered


def test_leaving_ends_the_talk_with_both_alternatives():
    widget = table()
    widget.doing = {"do": "leave"}
    assert widget.session.said == (Message((WalkAway(),)),)
    assert re.findall(r"\d+", widget.picture["summary"]) == ["34", "30"]


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


def test_nothing_is_unsaid_while_the_talk_goes_on_and_after_it_one_plays_again():
    widget = table(rounds=3)
    act(widget, packages=[HIGH])
    act(widget, packages=[LOWER])
    with pytest.raises(traitlets.TraitError, match="what was said was said"):
        widget.said = widget.said[:1]
    act(widget, manner="thank")
    first = list(widget.said)
    answers = widget.session.said[1]
    assert widget.session.ending
    widget.doing = {"do": "again", "which": 1}
    assert (widget.before, widget.said) == (first, first[:1])
    assert widget.session.said[1] == answers
    assert widget.picture["earlier"].startswith("The time before: ")


def secret(case: Case) -> Case:
    """The case with another other side: its points the other way round, and its alternative worth nothing."""
    other = case.parties[1]
    turned = replace(other, points=tuple(row[::-1] for row in other.points), reservation_value=0)
    return replace(case, parties=(case.parties[0], turned))


def test_before_the_end_nothing_in_the_browser_depends_on_the_other_sides_points():
    case = load_case("job-offer")
    shown = []
    for one in (case, secret(case)):
        widget = NegotiationTable(one, "candidate", seed=3)
        widget.plan = {**widget.plan, "least": 40, "opening": HIGH}
        shown.append({name: getattr(widget, name) for name in widget.keys if name not in ("_model_id", "layout")})
    for name in ("picture", "preview", "person", "worth", "issues"):
        assert shown[0][name] == shown[1][name], name


def test_in_the_middle_of_a_talk_the_other_sides_points_texts_and_payoffs_are_nowhere_in_the_browser():
    widget, case = talking_negotiation_table(), load_case("job-offer")
    own, other = case.parties
    sent = json.dumps({name: getattr(widget, name) for name in widget.keys if not name.startswith("_")}, default=str)
    hidden = [json.dumps(row) for row in other.points if row not in own.points]
    hidden += [other.brief[:40], other.batna[:40], "frontier"]
    assert json.dumps(own.points[0]) in sent
    assert [text for text in hidden if text in sent] == []
    widget.doing = {"do": "leave"}
    assert "frontier" in json.dumps(widget.picture)


def test_the_debrief_draws_every_offer_where_the_case_has_it():
    widget = agreed_table()
    session, case = widget.session, load_case("job-offer")
    plane = widget.picture["ended"]["plane"]
    offers = [[case.payoffs(p) for m in session.said[side::2] if m.offer for p in m.offer.packages] for side in (0, 1)]
    assert [[tuple(at) for at in path["points"]] for path in plane["paths"]] == offers
    assert tuple(plane["here"]) == case.payoffs(session.agreement)
    assert [tuple(point) for point in plane["frontier"]] == [point.payoffs for point in frontier(case)]


def test_the_debrief_says_by_brute_force_how_much_more_both_could_have_had():
    widget = table(rounds=6)
    while not widget.session.ending:  # gives on the start date late, which is what Ilse wants most
        step = len(widget.said)
        act(widget, packages=[[4, 3 - min(step, 2), 4, 1, 4, min(step, 4)]])
    case, deal = load_case("job-offer"), widget.session.agreement
    you, them = case.payoffs(deal)
    more = max(min(a - you, b - them) for a, b in map(case.payoffs, case.packages()))
    assert more > 0
    assert f"at least {more} points more" in " ".join(widget.picture["ended"]["findings"])


def test_every_step_is_told_with_what_it_changed_for_both():
    widget = agreed_table()
    session, case = widget.session, load_case("job-offer")
    made = {0: [], 1: []}
    for at, message in enumerate(session.said):
        if message.offer:
            made[at % 2].append((at, case.payoffs(message.offer.packages[-1])))
    changes = sorted(
        (at, [str(at // 2 + 1), f"{after[0] - before[0]:+d}", f"{after[1] - before[1]:+d}"])
        for side in made.values()
        for (_, before), (at, after) in pairwise(side)
    )
    plain = [[row[0], *(figure.replace("\N{MINUS SIGN}", "-") for figure in row[3:])] for row in _steps(widget)]
    assert plain == [[figure.replace("+0", "0") for figure in row] for _, row in changes]


def _steps(widget: NegotiationTable) -> list[list[str]]:
    rows = widget.picture["ended"]["steps"]["rows"]
    assert isinstance(rows, list)
    return rows


def test_the_what_if_is_the_greatest_gain_at_no_own_cost_by_brute_force():
    widget = agreed_table()
    case = load_case("job-offer")
    payoffs = [case.payoffs(package) for package in case.packages()]
    gains = []
    for message in widget.session.view(0).messages(0):
        for package in message.offer.packages if message.offer else ():
            you, them = case.payoffs(package)
            gains.append(max(theirs for yours, theirs in payoffs if yours >= you) - them)
    [told] = [finding for finding in widget.picture["ended"]["findings"] if "another package" in finding]
    last = max(at for at, gain in enumerate(gains) if gain == max(gains))
    assert told.startswith(f"In round {last + 1}, ")
    assert f"and {max(gains)} more to Ilse" in told


def test_the_debrief_says_in_which_round_the_face_clouded_and_cleared():
    widget = table(rounds=6)
    for typed in ("Good morning.", "This is ridiculous.", "I'm sorry, that was unfair of me."):
        act(widget, typed=typed, packages=[HIGH])
    widget.doing = {"do": "leave"}
    told = " ".join(widget.picture["ended"]["findings"])
    assert "In round 2, Ilse's face clouded." in told
    assert "In round 3 it had cleared" in told


def test_where_no_deal_is_possible_leaving_is_called_right_and_signing_is_not():
    told = {}
    for do in ("leave", "accept"):
        widget = NegotiationTable(load_case("button-shop"), load_case("button-shop").parties[0].name, begin=False)
        widget.doing = {"do": do}
        told[do] = " ".join(widget.picture["ended"]["findings"])
    assert "To leave was right." in told["leave"]
    assert "To leave was right." not in told["accept"]


def test_who_signs_below_the_alternative_is_told_by_how_much():
    widget = table()
    act(widget, packages=[HIGH])
    widget.doing = {"do": "accept"}
    own = load_case("job-offer").payoffs(widget.session.agreement)[0]
    assert own < 34
    assert f"You signed {34 - own} points below your alternative" in " ".join(widget.picture["ended"]["findings"])
    assert "No package would give both of you more" not in findings(widget)


def test_a_case_of_three_is_refused_in_one_sentence():
    case = load_case("piano-tuner")
    with pytest.raises(NegotiationError, match="has 3 parties"):
        NegotiationTable(case, case.parties[0].name)


def test_what_was_asked_is_not_called_unasked():
    widget = table(rounds=6)
    widget.doing = {"do": "leave"}
    assert "You never asked what matters most. Ilse would have said: salary, start date." in findings(widget)
    widget = table(rounds=8)
    for issue in range(6):
        act(widget, says=[ASK, {"move": "ask", "aspect": "how much", "issue": issue}])
        if issue == 2:
            unfinished = list(widget.said)
    widget.doing = {"do": "leave"}
    assert "Well listened." in findings(widget)
    widget.doing = {"do": "again", "which": len(unfinished)}
    widget.doing = {"do": "leave"}
    [told] = re.findall("You never found out how much (.+) matters", findings(widget))
    assert told in {"first project", "mentoring", "notice period"}


def test_a_trade_that_was_left_is_named_and_would_bring_both_what_is_said():
    widget = table(rounds=6)
    while not widget.session.ending:
        step = len(widget.said)
        act(widget, packages=[[4, 3 - min(step, 2), 4, 1, 4, min(step, 4)]])
    case, deal = load_case("job-offer"), widget.session.agreement
    [first, *_] = re.findall(
        r"Left on the table: (.+)\. That alone .* you (\d+) more and Ilse (\d+) more", findings(widget)
    )
    options = dict(pair.split(": ") for pair in re.split(", (?=[a-z])", first[0]))
    better = case.package({**case.in_words(deal), **options})
    assert [a - b for a, b in zip(case.payoffs(better), case.payoffs(deal), strict=True)] == [
        int(first[1]),
        int(first[2]),
    ]


def test_somebody_who_came_cross_is_not_said_to_have_been_angered():
    widget = table(counterpart="touchy")
    widget.doing = {"do": "leave"}
    assert "came to the table cross already" in findings(widget)
    assert "clouded" not in findings(widget)


def findings(widget: NegotiationTable) -> str:
    return "\n".join(widget.picture["ended"]["findings"])


def test_unkind_sentences_show_in_the_face_and_an_apology_softens_it():
    widget = table()
    seen = []
    for typed in ("This is ridiculous.", "You're wasting my time.", "I'm sorry, that was unfair of me."):
        act(widget, typed=typed, packages=[HIGH])
        seen.append(FACES.index(widget.picture["face"]))
    assert seen[0] < seen[1] > seen[2]
    assert FACES[seen[1]] == "angry"


def test_somebody_touchy_comes_with_the_face_of_its_mood():
    assert table(counterpart="touchy").picture["face"] in ("annoyed", "angry")
    assert table().picture["face"] == "calm"


def test_who_is_threatened_once_more_leaves_and_it_is_said_who_left():
    widget = table()
    for _ in range(2):
        act(widget, typed="Move, or else you'll regret it.")
    assert widget.picture["summary"].startswith("Ilse left without a deal.")


@pytest.mark.parametrize("counterpart", counterpart_names())
def test_a_talk_with_anybody_comes_to_an_end_and_shows_a_debrief(counterpart):
    widget = table(counterpart=counterpart, rounds=8)
    while not widget.session.ending:
        act(widget, packages=[[4, 4, max(0, 4 - len(widget.said)), 1, 4, len(widget.said) % 5]], says=[ASK])
    assert widget.picture["ended"]["findings"]
    assert widget.person["advice"]


def test_each_of_five_faces_is_reached_and_has_its_words():
    moods = [Mood(anger, trust, 0) for anger in range(0, 1_200, 50) for trust in range(0, 1_001, 50)]
    assert {face(mood) for mood in moods} == set(FACES)
    for language in languages():
        assert set(words("negotiation_table", language)["looks"]) == set(FACES)


HEARD = {
    "You never listen to me.": "blame",
    "You're wasting my time.": "blame",
    "Sign, or you'll regret it.": "threaten",
    "I'm sorry for that.": "apologise",
    "I'm sorry, but this is your fault.": "blame",
    "Thank you, that helps.": "thank",
    "I can see why you need an early start.": "acknowledge",
    "You seem worried about the start.": "name a feeling",
    "Shall we take a short break?": "propose a break",
    "We both want this to work out.": "reframe",
    "Take it or leave it.": "press",
    "The salary is what I think about.": "",
}


@pytest.mark.parametrize(("typed", "manner"), HEARD.items())
def test_typed_words_suggest_a_manner(typed, manner):
    assert manner_of(typed, words("negotiation_table", "en"))[0] == manner


def test_every_manner_is_suggested_by_its_own_sentence_in_every_language():
    for language in languages():
        said = words("negotiation_table", language)
        for manner in (Manner.APOLOGISE, Manner.THANK, Manner.BREAK, Manner.REFRAME):
            assert manner_of(said["remark"][manner], said)[0] == manner


def test_a_manner_that_was_chosen_is_what_is_meant():
    widget = table()
    act(widget, typed="You never make it easy for yourself!", manner="acknowledge", packages=[HIGH])
    assert widget.session.said[0].moves[0].manner is Manner.ACKNOWLEDGE
    act(widget, typed="You never make it easy for yourself!", manner="plain", packages=[LOWER])
    assert [type(move) for move in widget.session.said[2].moves] == [Offer]


def test_the_sheet_looks_at_the_points_and_offers_its_questions():
    widget = NegotiationTable(load_case("job-offer"), "candidate", seed=3)
    true = ["most", "most", "little", "much", "much", "little"]
    widget.plan = {**widget.plan, "matter": true, "least": 34, "questions": [ASK, None, None]}
    assert widget.picture["notes"]["matter"] == widget.words["matter_fine"]
    assert "34" in widget.picture["notes"]["least"]
    assert [one["text"] for one in widget.picture["planned"]] == ["What matters most to you?"]
    widget.plan = {**widget.plan, "matter": ["little", *true[1:]], "least": 33}
    assert "salary" in widget.picture["notes"]["matter"]
    assert widget.picture["notes"]["least"].startswith("Your alternative alone")
    widget.seated = True
    act(widget, says=[ASK])
    assert widget.picture["planned"] == []


def test_who_sits_down_second_is_spoken_to_first():
    widget = table(begin=False)
    assert [message["own"] for message in widget.picture["log"]] == [False]
    assert widget.session.turn == 0


@pytest.mark.parametrize(
    "wrong", [{"counterpart": "plane-dealer"}, {"rounds": 0}, {"rounds": 101}], ids=["counterpart", "none", "many"]
)
def test_a_talk_that_cannot_be_held_is_named(wrong):
    with pytest.raises(NegotiationError):
        table(**wrong)


def test_everybody_is_called_by_the_name_they_go_by():
    names = {
        NegotiationTable(load_case(case), party).person["name"]
        for case, party in [("job-offer", "candidate"), ("apple-juice", "chain"), ("shared-garden", "grandmother")]
    }
    assert names == {"Ilse", "Inga and Pia", "Mo"}


def test_what_is_sent_with_each_turn_stays_small():
    widget = table()
    for step in range(11):
        act(widget, packages=[[4, 4 - step // 3, 4, 1, 4, step % 5]], typed="I can see that. " * 5)
    assert len(json.dumps(widget.picture)) < 12_000
    assert len(json.dumps(widget.preview)) < 500
