"""The model made touchable: the simulations, and what a party may read before it negotiates.

A module is imported when one of its names is first used: a page waits for its first simulation only.
"""

from typing import TYPE_CHECKING

from ..negotiation.when_used import when_used
from ._words import languages, speak

if TYPE_CHECKING:
    from .answer_sheet import (
        AnswerSheet,
        Block,
        DecisionSheet,
        LabelSheet,
        LinkSheet,
        NumberSheet,
        PackagesSheet,
        PreparationSheet,
        PrioritySheet,
        QuestionSheet,
        Row,
        SortSheet,
        StepSheet,
        TradeSheet,
    )
    from .blame_spiral import BlameSpiral
    from .briefing import Asking, Brief, Conversation
    from .case_editor import CaseEditor
    from .concession_dance import ConcessionDance
    from .course_map import CourseMap
    from .equal_offers import EqualOffers
    from .exchange_game import ExchangeGame, PlayExchange
    from .few_questions import FewQuestions
    from .first_and_last import FirstAndLast
    from .group_guess import GroupGuess
    from .how_it_feels import HowItFeels
    from .idea_pad import IdeaPad
    from .idea_round import IdeaRound
    from .interest_map import InterestMap
    from .interview import Interview
    from .meeting_again import MeetingAgain
    from .negotiation_table import NegotiationTable, TwoTalks, held_talk
    from .next_offer_table import NextOfferTable
    from .one_orange import OneOrange
    from .own_negotiation import OwnNegotiation
    from .package_builder import PackageBuilder
    from .payoff_explorer import PayoffExplorer
    from .question import Question
    from .rewriting import Rewriting
    from .self_mark import SelfMark
    from .signed_deal import SignedDeal
    from .spaced_review import SpacedReview
    from .talk_replay import TalkReplay
    from .written_answer import WrittenAnswer

__all__ = [
    "AnswerSheet",
    "Asking",
    "BlameSpiral",
    "Block",
    "Brief",
    "CaseEditor",
    "ConcessionDance",
    "Conversation",
    "CourseMap",
    "DecisionSheet",
    "EqualOffers",
    "ExchangeGame",
    "FewQuestions",
    "FirstAndLast",
    "GroupGuess",
    "HowItFeels",
    "IdeaPad",
    "IdeaRound",
    "InterestMap",
    "Interview",
    "LabelSheet",
    "LinkSheet",
    "MeetingAgain",
    "NegotiationTable",
    "NextOfferTable",
    "NumberSheet",
    "OneOrange",
    "OwnNegotiation",
    "PackageBuilder",
    "PackagesSheet",
    "PayoffExplorer",
    "PlayExchange",
    "PreparationSheet",
    "PrioritySheet",
    "Question",
    "QuestionSheet",
    "Rewriting",
    "Row",
    "SelfMark",
    "SignedDeal",
    "SortSheet",
    "SpacedReview",
    "StepSheet",
    "TalkReplay",
    "TradeSheet",
    "TwoTalks",
    "WrittenAnswer",
    "held_talk",
    "languages",
    "speak",
]

_HOMES = {
    "answer_sheet": (
        "AnswerSheet",
        "Block",
        "DecisionSheet",
        "LabelSheet",
        "LinkSheet",
        "NumberSheet",
        "PackagesSheet",
        "PreparationSheet",
        "PrioritySheet",
        "QuestionSheet",
        "Row",
        "SortSheet",
        "StepSheet",
        "TradeSheet",
    ),
    "blame_spiral": ("BlameSpiral",),
    "briefing": (
        "Asking",
        "Brief",
        "Conversation",
    ),
    "case_editor": ("CaseEditor",),
    "concession_dance": ("ConcessionDance",),
    "course_map": ("CourseMap",),
    "equal_offers": ("EqualOffers",),
    "exchange_game": (
        "ExchangeGame",
        "PlayExchange",
    ),
    "few_questions": ("FewQuestions",),
    "first_and_last": ("FirstAndLast",),
    "group_guess": ("GroupGuess",),
    "how_it_feels": ("HowItFeels",),
    "idea_pad": ("IdeaPad",),
    "idea_round": ("IdeaRound",),
    "interest_map": ("InterestMap",),
    "interview": ("Interview",),
    "meeting_again": ("MeetingAgain",),
    "negotiation_table": (
        "NegotiationTable",
        "TwoTalks",
        "held_talk",
    ),
    "next_offer_table": ("NextOfferTable",),
    "one_orange": ("OneOrange",),
    "own_negotiation": ("OwnNegotiation",),
    "package_builder": ("PackageBuilder",),
    "payoff_explorer": ("PayoffExplorer",),
    "question": ("Question",),
    "rewriting": ("Rewriting",),
    "self_mark": ("SelfMark",),
    "signed_deal": ("SignedDeal",),
    "spaced_review": ("SpacedReview",),
    "talk_replay": ("TalkReplay",),
    "written_answer": ("WrittenAnswer",),
}
__getattr__, __dir__ = when_used(__name__, _HOMES)
