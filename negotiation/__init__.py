"""The model: what can be agreed, what it is worth, and who sits at the table."""

from .audit import Check, audit
from .case import Case, Interest, Issue, Package, Party, Payoffs, Statement
from .case_file import case_names, load_case, parse_case, read_case
from .cloud import cloud
from .counterpart import counterpart
from .dominating import count_dominating
from .errors import NegotiationError, did_you_mean, listing, plain
from .frontier import FrontierPoint, frontier, undominated
from .information import entropy, partition_bits, reaction_bits
from .interest_links import InterestLink, LinkKind, interest_links
from .issue_kinds import IssueKind, issue_kinds, logrolling_index
from .landmarks import best_gains, gains, greatest_sum, kalai_smorodinsky, nash, zone_of_agreement
from .measures import is_efficient, is_feasible, joint_value, losses, min_gain_ratio, nash_ratio, slack, value_created
from .next_offer import NextOffer, next_offer
from .offer_log import Offer, OfferLog, Step, StepKind, last_offer, reciprocity_balance, step_kind, steps
from .package_mark import package_mark
from .payoff_counts import payoff_counts
from .profiles import Profile, profile_payoff, profiles
from .questions import Band, Question, QuestionKind, answer_to, question_about, question_bits
from .weighing import weighed_case

__all__ = [
    "Band",
    "Case",
    "Check",
    "FrontierPoint",
    "Interest",
    "InterestLink",
    "Issue",
    "IssueKind",
    "LinkKind",
    "NegotiationError",
    "NextOffer",
    "Offer",
    "OfferLog",
    "Package",
    "Party",
    "Payoffs",
    "Profile",
    "Question",
    "QuestionKind",
    "Statement",
    "Step",
    "StepKind",
    "answer_to",
    "audit",
    "best_gains",
    "case_names",
    "cloud",
    "count_dominating",
    "counterpart",
    "did_you_mean",
    "entropy",
    "frontier",
    "gains",
    "greatest_sum",
    "interest_links",
    "is_efficient",
    "is_feasible",
    "issue_kinds",
    "joint_value",
    "kalai_smorodinsky",
    "last_offer",
    "listing",
    "load_case",
    "logrolling_index",
    "losses",
    "min_gain_ratio",
    "nash",
    "nash_ratio",
    "next_offer",
    "package_mark",
    "parse_case",
    "partition_bits",
    "payoff_counts",
    "plain",
    "profile_payoff",
    "profiles",
    "question_about",
    "question_bits",
    "reaction_bits",
    "read_case",
    "reciprocity_balance",
    "slack",
    "step_kind",
    "steps",
    "undominated",
    "value_created",
    "weighed_case",
    "zone_of_agreement",
]
