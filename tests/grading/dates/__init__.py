"""Tests of how dates are read and told."""
