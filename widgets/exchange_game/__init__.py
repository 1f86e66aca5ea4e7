"""The exchange game."""

from .exchange_game import ExchangeGame
from .play_exchange import PlayExchange

__all__ = ["ExchangeGame", "PlayExchange"]
