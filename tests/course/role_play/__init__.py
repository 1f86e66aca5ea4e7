"""Tests of role plays in class."""
