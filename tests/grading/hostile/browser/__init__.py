"""Graded submissions looked at in a real browser, as an instructor and a student do."""

from .faults import Faults, faults_of
from .gallery import Gallery
from .look import look_at_all
from .visit import Visit

__all__ = ["Faults", "Gallery", "Visit", "faults_of", "look_at_all"]
