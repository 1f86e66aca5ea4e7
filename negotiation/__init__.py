"""The model: what can be agreed, what it is worth, and who sits at the table."""

from .analysis.audit import AuditCheck, audit
from .analysis.changes import Change, changes, cheapest_gift, dominates, payoff_changes
from .analysis.cloud import cloud
from .analysis.dominance import count_dominating
from .analysis.frontier import FrontierPoint, frontier, undominated
from .analysis.importance import Importance
from .analysis.improvements import Improvements, best_improvement, improvements
from .analysis.interest_links import InterestLink, LinkKind, interest_links
from .analysis.issue_kinds import IssueKind, issue_kinds, logrolling_index
from .analysis.landmarks import best_gains, gains, greatest_sum, kalai_smorodinsky, nash, zone_of_agreement
from .analysis.measures import (
    is_efficient,
    is_feasible,
    joint_value,
    losses,
    min_gain_ratio,
    nash_ratio,
    slack,
    value_created,
)
from .analysis.package_mark import package_mark
from .analysis.payoff_counts import payoff_counts
from .case import Case, Interest, Issue, Package, Party, Payoffs, Profile, Statement, profile_payoff, profile_weights
from .case_file import case_names, load_case, parse_case, read_case
from .counterpart import counterpart, own_first, require_two_parties
from .demonstrations.blame_spiral import Temper, anger, turns_won
from .demonstrations.exchange_game import (
    ALWAYS_GIVE,
    ALWAYS_KEEP,
    GENEROUS,
    TIT_FOR_TAT,
    TIT_FOR_TWO_TATS,
    ExchangeStrategy,
    exchange_points,
    expected_exchange_points,
    mean_exchange_points,
    play_exchange,
)
from .demonstrations.group_guesses import GroupGuesses, asking_pays_until, guess_people, wrong_by_group
from .demonstrations.meeting_again import Temptation, cost_of_grabbing, worth_of_fairness, worth_of_grabbing
from .demonstrations.positions import ORANGE, Part, Thing, agreements, most_joint_worth
from .demonstrations.weighted_case import weighted_case
from .errors import NegotiationError, did_you_mean, listing, plain
from .information.beliefs import (
    Belief,
    after_answer,
    answer_chances,
    fixed_pie,
    heard_answer,
    possible_answers,
    uniform_belief,
)
from .information.entropy import entropy, partition_bits, reaction_bits
from .information.equal_offers import (
    Reaction,
    equal_offer,
    equal_within,
    favourite_bits,
    matters_most,
    prefers,
    reaction,
)
from .information.interview import Heard, Listener
from .information.known_interests import bundle_steps, unbundled
from .information.listening import Listening, after_paraphrase, best_offer, value_of_asking, value_of_assuming
from .information.profiles import profiles
from .information.questions import Question, QuestionKind, answer_to, question_about, question_bits
from .process.concessions import Dance, Picking, Tactic, dance, joint_share, target_level
from .process.idea_chances import chances, ideas_needed, mean_marks
from .process.ideas import (
    IdeaMarks,
    beats_the_middle,
    chance_of_a_better_idea,
    idea_marks,
    judged_at_once,
    judged_later,
    random_ideas,
)
from .process.next_offer import NextOffer, next_offer
from .process.offer_log import Offer, OfferLog, Step, StepKind, last_offer, reciprocity_balance, step_kind, steps
from .variants.variant import variant

__all__ = [
    "ALWAYS_GIVE",
    "ALWAYS_KEEP",
    "GENEROUS",
    "ORANGE",
    "TIT_FOR_TAT",
    "TIT_FOR_TWO_TATS",
    "AuditCheck",
    "Belief",
    "Case",
    "Change",
    "Dance",
    "ExchangeStrategy",
    "FrontierPoint",
    "GroupGuesses",
    "Heard",
    "IdeaMarks",
    "Importance",
    "Improvements",
    "Interest",
    "InterestLink",
    "Issue",
    "IssueKind",
    "LinkKind",
    "Listener",
    "Listening",
    "NegotiationError",
    "NextOffer",
    "Offer",
    "OfferLog",
    "Package",
    "Part",
    "Party",
    "Payoffs",
    "Picking",
    "Profile",
    "Question",
    "QuestionKind",
    "Reaction",
    "Statement",
    "Step",
    "StepKind",
    "Tactic",
    "Temper",
    "Temptation",
    "Thing",
    "after_answer",
    "after_paraphrase",
    "agreements",
    "anger",
    "answer_chances",
    "answer_to",
    "asking_pays_until",
    "audit",
    "beats_the_middle",
    "best_gains",
    "best_improvement",
    "best_offer",
    "bundle_steps",
    "case_names",
    "chance_of_a_better_idea",
    "chances",
    "changes",
    "cheapest_gift",
    "cloud",
    "cost_of_grabbing",
    "count_dominating",
    "counterpart",
    "dance",
    "did_you_mean",
    "dominates",
    "entropy",
    "equal_offer",
    "equal_within",
    "exchange_points",
    "expected_exchange_points",
    "favourite_bits",
    "fixed_pie",
    "frontier",
    "gains",
    "greatest_sum",
    "guess_people",
    "heard_answer",
    "idea_marks",
    "ideas_needed",
    "improvements",
    "interest_links",
    "is_efficient",
    "is_feasible",
    "issue_kinds",
    "joint_share",
    "joint_value",
    "judged_at_once",
    "judged_later",
    "kalai_smorodinsky",
    "last_offer",
    "listing",
    "load_case",
    "logrolling_index",
    "losses",
    "matters_most",
    "mean_exchange_points",
    "mean_marks",
    "min_gain_ratio",
    "most_joint_worth",
    "nash",
    "nash_ratio",
    "next_offer",
    "own_first",
    "package_mark",
    "parse_case",
    "partition_bits",
    "payoff_changes",
    "payoff_counts",
    "plain",
    "play_exchange",
    "possible_answers",
    "prefers",
    "profile_payoff",
    "profile_weights",
    "profiles",
    "question_about",
    "question_bits",
    "random_ideas",
    "reaction",
    "reaction_bits",
    "read_case",
    "reciprocity_balance",
    "require_two_parties",
    "slack",
    "step_kind",
    "steps",
    "target_level",
    "turns_won",
    "unbundled",
    "undominated",
    "uniform_belief",
    "value_created",
    "value_of_asking",
    "value_of_assuming",
    "variant",
    "weighted_case",
    "worth_of_fairness",
    "worth_of_grabbing",
    "wrong_by_group",
    "zone_of_agreement",
]
