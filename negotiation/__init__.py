"""The model: what can be agreed, what it is worth, and who sits at the table.

A module in a room of its own is imported when one of its names is first used; cases and errors are there at once.
"""

from typing import TYPE_CHECKING

from .authored_case import authored_case
from .case import Case, Interest, Issue, Package, Party, Payoffs, Profile, Statement, profile_payoff, profile_weights
from .case_file import case_names, parse_case, read_case
from .counterpart import counterpart, own_first, require_two_parties
from .errors import NegotiationError, did_you_mean, listing, plain
from .own_cases import load_case
from .when_used import when_used

if TYPE_CHECKING:
    from .analysis.audit import AuditCheck, audit
    from .analysis.changes import Change, changes, cheapest_gift, dominates, payoff_changes
    from .analysis.cloud import cloud, thinned_cloud
    from .analysis.difficulty import Difficulty, difficulty
    from .analysis.dominance import count_dominating
    from .analysis.frontier import FrontierPoint, frontier, undominated
    from .analysis.importance import Importance
    from .analysis.improvements import Improvements, improvements
    from .analysis.interest_links import InterestLink, LinkKind, interest_links
    from .analysis.issue_kinds import IssueKind, issue_kinds
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
    from .demonstrations.blame_spiral import Temper, anger, turns_won
    from .demonstrations.exchange_game import (
        ALWAYS_KEEP,
        GENEROUS,
        TIT_FOR_TAT,
        TIT_FOR_TWO_TATS,
        ExchangeStrategy,
        Moves,
        exchange_points,
        expected_exchange_points,
        mean_exchange_points,
        play_exchange,
        slips,
    )
    from .demonstrations.group_guesses import GroupGuesses, asking_pays_until, guess_people, wrong_by_group
    from .demonstrations.meeting_again import Temptation, cost_of_grabbing, worth_of_fairness, worth_of_grabbing
    from .demonstrations.positions import ORANGE, Part, Thing, agreements, most_joint_worth
    from .demonstrations.weighted_case import weighted_case
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
    from .information.known_interests import Reach, bundle_steps, halfway, reach, unbundled
    from .information.listening import Listening, after_paraphrase, best_offer, value_of_asking, value_of_assuming
    from .information.profiles import profiles
    from .information.questions import Question, QuestionKind, answer_to, question_about, question_bits
    from .information.short_talk import ShortTalk
    from .process.concessions import Dance, Picking, Tactic, dance, target_level
    from .process.idea_chances import better_idea_chances, ideas_needed, mean_idea_marks
    from .process.ideas import (
        beats_the_middle,
        chance_of_a_better_idea,
        judged_at_once,
        judged_later,
        random_ideas,
    )
    from .process.next_offer import NextOffer, next_offer
    from .process.offer_log import Offer, OfferLog, Step, StepKind, last_offer, reciprocity_balance, step_kind, steps
    from .variants.variant import variant
    from .variants.variant_count import variant_count

__all__ = [  # noqa: RUF022  # grouped by room
    # Cases: what is to be settled, between whom, and what it is worth to each
    "Case",
    "Interest",
    "Issue",
    "NegotiationError",
    "Package",
    "Party",
    "Payoffs",
    "Profile",
    "ShortTalk",
    "Statement",
    "case_names",
    "counterpart",
    "did_you_mean",
    "listing",
    "load_case",
    "own_first",
    "parse_case",
    "plain",
    "profile_payoff",
    "profile_weights",
    "read_case",
    "require_two_parties",
    # Analysis: what can be agreed, and how good a package is
    "AuditCheck",
    "Change",
    "Difficulty",
    "FrontierPoint",
    "Importance",
    "Improvements",
    "InterestLink",
    "IssueKind",
    "LinkKind",
    "audit",
    "authored_case",
    "best_gains",
    "changes",
    "cheapest_gift",
    "cloud",
    "count_dominating",
    "difficulty",
    "dominates",
    "frontier",
    "gains",
    "greatest_sum",
    "improvements",
    "interest_links",
    "is_efficient",
    "is_feasible",
    "issue_kinds",
    "joint_value",
    "kalai_smorodinsky",
    "losses",
    "min_gain_ratio",
    "nash",
    "nash_ratio",
    "package_mark",
    "payoff_changes",
    "payoff_counts",
    "slack",
    "undominated",
    "value_created",
    "zone_of_agreement",
    # Information: what the other side may want, and what asking tells
    "Belief",
    "Heard",
    "Listener",
    "Listening",
    "Question",
    "QuestionKind",
    "Reach",
    "Reaction",
    "after_answer",
    "after_paraphrase",
    "answer_chances",
    "answer_to",
    "best_offer",
    "bundle_steps",
    "entropy",
    "equal_offer",
    "equal_within",
    "favourite_bits",
    "fixed_pie",
    "halfway",
    "heard_answer",
    "matters_most",
    "partition_bits",
    "possible_answers",
    "prefers",
    "profiles",
    "question_about",
    "question_bits",
    "reach",
    "reaction",
    "reaction_bits",
    "unbundled",
    "uniform_belief",
    "value_of_asking",
    "value_of_assuming",
    # Process: offers, concessions and ideas
    "Dance",
    "NextOffer",
    "Offer",
    "OfferLog",
    "Picking",
    "Step",
    "StepKind",
    "Tactic",
    "beats_the_middle",
    "better_idea_chances",
    "chance_of_a_better_idea",
    "dance",
    "ideas_needed",
    "judged_at_once",
    "judged_later",
    "last_offer",
    "mean_idea_marks",
    "next_offer",
    "random_ideas",
    "reciprocity_balance",
    "step_kind",
    "steps",
    "target_level",
    # Variants: each student's own version of a case
    "variant",
    "variant_count",
    # Demonstrations: small models beside the case
    "ALWAYS_KEEP",
    "GENEROUS",
    "ORANGE",
    "TIT_FOR_TAT",
    "TIT_FOR_TWO_TATS",
    "ExchangeStrategy",
    "GroupGuesses",
    "Moves",
    "Part",
    "Temper",
    "Temptation",
    "Thing",
    "agreements",
    "anger",
    "asking_pays_until",
    "cost_of_grabbing",
    "exchange_points",
    "expected_exchange_points",
    "guess_people",
    "mean_exchange_points",
    "most_joint_worth",
    "play_exchange",
    "slips",
    "thinned_cloud",
    "turns_won",
    "weighted_case",
    "worth_of_fairness",
    "worth_of_grabbing",
    "wrong_by_group",
]

_HOMES = {
    "analysis.audit": ("AuditCheck", "audit"),
    "analysis.changes": ("Change", "changes", "cheapest_gift", "dominates", "payoff_changes"),
    "analysis.cloud": ("cloud", "thinned_cloud"),
    "analysis.difficulty": ("Difficulty", "difficulty"),
    "analysis.dominance": ("count_dominating",),
    "analysis.frontier": ("FrontierPoint", "frontier", "undominated"),
    "analysis.importance": ("Importance",),
    "analysis.improvements": ("Improvements", "improvements"),
    "analysis.interest_links": ("InterestLink", "LinkKind", "interest_links"),
    "analysis.issue_kinds": ("IssueKind", "issue_kinds"),
    "analysis.landmarks": ("best_gains", "gains", "greatest_sum", "kalai_smorodinsky", "nash", "zone_of_agreement"),
    "analysis.measures": (
        "is_efficient",
        "is_feasible",
        "joint_value",
        "losses",
        "min_gain_ratio",
        "nash_ratio",
        "slack",
        "value_created",
    ),
    "analysis.package_mark": ("package_mark",),
    "analysis.payoff_counts": ("payoff_counts",),
    "demonstrations.blame_spiral": ("Temper", "anger", "turns_won"),
    "demonstrations.exchange_game": (
        "ALWAYS_KEEP",
        "GENEROUS",
        "TIT_FOR_TAT",
        "TIT_FOR_TWO_TATS",
        "ExchangeStrategy",
        "Moves",
        "exchange_points",
        "expected_exchange_points",
        "mean_exchange_points",
        "play_exchange",
        "slips",
    ),
    "demonstrations.group_guesses": ("GroupGuesses", "asking_pays_until", "guess_people", "wrong_by_group"),
    "demonstrations.meeting_again": ("Temptation", "cost_of_grabbing", "worth_of_fairness", "worth_of_grabbing"),
    "demonstrations.positions": ("ORANGE", "Part", "Thing", "agreements", "most_joint_worth"),
    "demonstrations.weighted_case": ("weighted_case",),
    "information.beliefs": (
        "Belief",
        "after_answer",
        "answer_chances",
        "fixed_pie",
        "heard_answer",
        "possible_answers",
        "uniform_belief",
    ),
    "information.entropy": ("entropy", "partition_bits", "reaction_bits"),
    "information.equal_offers": (
        "Reaction",
        "equal_offer",
        "equal_within",
        "favourite_bits",
        "matters_most",
        "prefers",
        "reaction",
    ),
    "information.interview": ("Heard", "Listener"),
    "information.known_interests": ("Reach", "bundle_steps", "halfway", "reach", "unbundled"),
    "information.listening": ("Listening", "after_paraphrase", "best_offer", "value_of_asking", "value_of_assuming"),
    "information.profiles": ("profiles",),
    "information.questions": ("Question", "QuestionKind", "answer_to", "question_about", "question_bits"),
    "information.short_talk": ("ShortTalk",),
    "process.concessions": ("Dance", "Picking", "Tactic", "dance", "target_level"),
    "process.idea_chances": ("better_idea_chances", "ideas_needed", "mean_idea_marks"),
    "process.ideas": ("beats_the_middle", "chance_of_a_better_idea", "judged_at_once", "judged_later", "random_ideas"),
    "process.next_offer": ("NextOffer", "next_offer"),
    "process.offer_log": (
        "Offer",
        "OfferLog",
        "Step",
        "StepKind",
        "last_offer",
        "reciprocity_balance",
        "step_kind",
        "steps",
    ),
    "variants.variant": ("variant",),
    "variants.variant_count": ("variant_count",),
}
__getattr__, __dir__ = when_used(__name__, _HOMES)
