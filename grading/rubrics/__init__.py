"""The rubrics: a file for every kind of answer says how it is read, checked and marked."""

from types import MappingProxyType

from .asked import ASKED
from .authored_case import AUTHORED_CASE
from .balance import BALANCE
from .decision import DECISION
from .improved import IMPROVED
from .labels import LABELS
from .links import LINKS
from .next_offer import OFFER
from .package import PACKAGE
from .packages import PACKAGES
from .plan import PLAN
from .preparation import PREPARATION
from .priorities import PRIORITIES
from .questions import QUESTIONS
from .rubric import Rubric
from .scene import SCENE
from .sorts import CLAIMS, REMARKS, SORTS
from .step_changes import CHANGES
from .steps import STEPS
from .trade import TRADE
from .transcript import TRANSCRIPT

RUBRICS = MappingProxyType[str, Rubric](
    {
        rubric.name: rubric
        for rubric in (
            ASKED,
            LABELS,
            PACKAGE,
            PACKAGES,
            LINKS,
            SORTS,
            REMARKS,
            CLAIMS,
            STEPS,
            CHANGES,
            BALANCE,
            OFFER,
            QUESTIONS,
            PRIORITIES,
            IMPROVED,
            TRADE,
            PREPARATION,
            PLAN,
            DECISION,
            AUTHORED_CASE,
            TRANSCRIPT,
            SCENE,
        )
    }
)
"""The rubric of each kind of answer, by the name under which the answer is written."""
