"""Cases as other programs write them: GENIUS domains and spreadsheets. All of it is read as hostile, as data only."""

from .genius import GeniusDomain, genius_domain, read_genius

__all__ = ["GeniusDomain", "genius_domain", "read_genius"]
