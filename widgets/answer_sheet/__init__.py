"""A form for an answer, which writes the answer into its cell."""

from ...answers.form import Block, Row
from .answer_sheet import AnswerSheet
from .packages_sheet import PackagesSheet
from .sheets import (
    DecisionSheet,
    LabelSheet,
    LinkSheet,
    NumberSheet,
    PreparationSheet,
    PrioritySheet,
    QuestionSheet,
    SortSheet,
    StepSheet,
    TradeSheet,
)

__all__ = [
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
]
