"""The model: what can be agreed, what it is worth, and who sits at the table."""

from .case import Case, Interest, Issue, Package, Party, Payoffs, Statement
from .case_file import case_names, load_case, parse_case, read_case
from .cloud import cloud
from .errors import NegotiationError, did_you_mean, listing, plain
from .frontier import FrontierPoint, frontier, undominated
from .issue_kinds import IssueKind, issue_kinds, logrolling_index
from .landmarks import best_gains, gains, greatest_sum, kalai_smorodinsky, nash, zone_of_agreement
from .measures import (
    is_efficient,
    is_feasible,
    joint_value,
    losses,
    min_gain_ratio,
    nash_ratio,
    slack,
    value_created,
)
from .package_mark import package_mark
from .weighing import weighed_case

__all__ = [
    "Case",
    "FrontierPoint",
    "Interest",
    "Issue",
    "IssueKind",
    "NegotiationError",
    "Package",
    "Party",
    "Payoffs",
    "Statement",
    "best_gains",
    "case_names",
    "cloud",
    "did_you_mean",
    "frontier",
    "gains",
    "greatest_sum",
    "is_efficient",
    "is_feasible",
    "issue_kinds",
    "joint_value",
    "kalai_smorodinsky",
    "listing",
    "load_case",
    "logrolling_index",
    "losses",
    "min_gain_ratio",
    "nash",
    "nash_ratio",
    "package_mark",
    "parse_case",
    "plain",
    "read_case",
    "slack",
    "undominated",
    "value_created",
    "weighed_case",
    "zone_of_agreement",
]
