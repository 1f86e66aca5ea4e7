"""The rubrics: for every kind of answer, how it is read and marked; case and answer in, mark with findings out."""

from ...answers.package import read_package
from .authored_case import mark_authored_case, read_authored_case
from .balance import mark_balance, read_balance
from .equal_packages import equal_within
from .improved import mark_improved, read_improved
from .labels import mark_labels, read_labels
from .links import mark_links, read_links
from .next_offer import mark_next_offer, read_next_offer
from .package import mark_package
from .packages import mark_packages, read_packages
from .priorities import mark_priorities, read_priorities
from .questions import mark_questions, read_questions
from .sorts import REMARK_KINDS, mark_sorts, read_sorts
from .step_changes import mark_step_changes, read_step_changes
from .steps import mark_steps, read_steps
from .trade import mark_trade, read_trade

__all__ = [
    "REMARK_KINDS",
    "equal_within",
    "mark_authored_case",
    "mark_balance",
    "mark_improved",
    "mark_labels",
    "mark_links",
    "mark_next_offer",
    "mark_package",
    "mark_packages",
    "mark_priorities",
    "mark_questions",
    "mark_sorts",
    "mark_step_changes",
    "mark_steps",
    "mark_trade",
    "read_authored_case",
    "read_balance",
    "read_improved",
    "read_labels",
    "read_links",
    "read_next_offer",
    "read_package",
    "read_packages",
    "read_priorities",
    "read_questions",
    "read_sorts",
    "read_step_changes",
    "read_steps",
    "read_trade",
]
