"""Figures of the model, drawn by plotly: to be looked at, each with its table and one sentence that say the same.

They speak the language of their case unless another one is given.
"""

from .beliefs import belief_over_time
from .class_deals import class_deals, value_missed
from .created_and_claimed import created_and_claimed
from .dance import offers_in_the_plane
from .felt_treatment import Felt, felt_treatment
from .page import page_of
from .payoff_plane import payoff_plane
from .picture import Picture
from .spread_of_marks import spread_of_marks
from .standings import standings_picture

__all__ = [
    "Felt",
    "Picture",
    "belief_over_time",
    "class_deals",
    "created_and_claimed",
    "felt_treatment",
    "offers_in_the_plane",
    "page_of",
    "payoff_plane",
    "spread_of_marks",
    "standings_picture",
    "value_missed",
]
